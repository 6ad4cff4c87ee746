// Writes a small asar archive (flat, a few files): enough for resources/default_app.asar.
import fs from 'node:fs';
export function writeAsar(out, files) {
  let offset = 0;
  const header = { files: {} };
  for (const [name, data] of Object.entries(files)) {
    header.files[name] = { size: data.length, offset: String(offset) };
    offset += data.length;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = (json.length + 3) & ~3;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  fs.writeFileSync(out, Buffer.concat([head, ...Object.values(files)]));
}
