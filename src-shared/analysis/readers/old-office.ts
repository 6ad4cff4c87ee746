// Documents of older office programs (compound files: .doc, .xls, .wps and encrypted packages): recognised, never opened. Their words lie in them as runs of
// UTF-16 or of ASCII; these are picked out, so that a mark of secrecy or a number in an old document is not passed over. What is a table in them is not.
import { ok, type Result } from '../../basics/result';
import type { AnalysisOptions } from '../options';
import type { PartlyCode, UnreadableCode } from '../result';
import { MAX_CELL_CHARACTERS } from './csv';
import type { TableFacts } from './facts';
import type { Limits } from './limits';
import { createRowSink } from './row-sink';

const MARK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
/** [MS-CFB] 2.2, the header's signature. */
export const isOldOffice = (head: Uint8Array): boolean => MARK.every((byte, i) => head[i] === byte);

/** Shorter runs are chance. */
const SHORTEST_ASCII = 6;
const SHORTEST_WIDE = 2;
/** Name of the stream that holds an encrypted package ([MS-OFFCRYPTO] 2.3.4.1). */
const ENCRYPTED = 'EncryptedPackage';

const isAscii = (code: number): boolean => code >= 0x20 && code < 0x7f;
const isWide = (code: number): boolean =>
  isAscii(code) ||
  (code >= 0x4e00 && code <= 0x9fa5) ||
  (code >= 0x3000 && code <= 0x301f) ||
  (code >= 0xff01 && code <= 0xff5e) ||
  STAR.has(code);
/** ★ ☆ · — ‘ ’ “ ” … */
const STAR: ReadonlySet<number> = new Set([0x2605, 0x2606, 0xb7, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]);

/** Takes units one by one and tells runs of them that are text. */
function createRun(shortest: number, isText: (code: number) => boolean, tell: (text: string) => void): (code: number) => void {
  let held = '';
  return (code) => {
    if (isText(code) && held.length < MAX_CELL_CHARACTERS) {
      held += String.fromCharCode(code);
      return;
    }
    if (held.length >= shortest) tell(held);
    held = isText(code) ? String.fromCharCode(code) : '';
  };
}

export async function readOldOffice(
  source: AsyncGenerator<Uint8Array>,
  options: AnalysisOptions,
  limits: Limits,
): Promise<Result<TableFacts, UnreadableCode>> {
  const sink = createRowSink(options, 'text', limits, 'text');
  let going = true;
  let encrypted = false;
  const tell = (text: string): void => {
    encrypted ||= text === ENCRYPTED;
    going &&= sink.row([text]);
  };
  // Two Hanzi may be chance and a word; two letters are nothing.
  const wide = (text: string): void => {
    if (text.length >= SHORTEST_ASCII || [...text].filter((char) => char > '\u2fff').length >= SHORTEST_WIDE) tell(text);
  };
  const ascii = createRun(SHORTEST_ASCII, isAscii, tell);
  // Words may begin at any byte.
  const runs = [createRun(SHORTEST_WIDE, isWide, wide), createRun(SHORTEST_WIDE, isWide, wide)] as const;
  let before = 0;
  let at = 0;
  for await (const block of source) {
    for (let i = 0; i < block.length && going; i++) {
      const byte = block[i] as number;
      ascii(byte);
      if (at > 0) runs[at & 1 ? 0 : 1](before | (byte << 8));
      before = byte;
      at++;
    }
    if (!going || limits.time() !== null) break;
  }
  for (const run of [ascii, ...runs]) run(0);
  const code: PartlyCode = limits.time() ?? (encrypted ? 'ENTRY_ENCRYPTED' : 'FORMAT_NOT_READ');
  return ok({ ...sink.result(code), format: null });
}
