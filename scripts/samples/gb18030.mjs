// Node decodes GB18030 but cannot encode it, so the two-byte part of the table is read off the decoder: every Han character of the samples is in it.

let table;

function build() {
  const codes = new Uint16Array(65536);
  const decoder = new TextDecoder('gb18030', { fatal: true });
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      try {
        const text = decoder.decode(Uint8Array.of(high, low));
        if (text.length === 1) codes[text.charCodeAt(0)] = (high << 8) | low;
      } catch {
        // Not assigned.
      }
    }
  }
  return codes;
}

/** @param {string} text @returns {Uint8Array} throws on a character that needs four bytes */
export function encodeGb18030(text) {
  table ??= build();
  const bytes = new Uint8Array(text.length * 2);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[at++] = unit;
    else {
      const code = table[unit];
      if (!code) throw new Error(`no two-byte GB18030 code for U+${unit.toString(16)}`);
      bytes[at++] = code >> 8;
      bytes[at++] = code & 0xff;
    }
  }
  return bytes.subarray(0, at);
}
