// A web page from blocks of bytes to its texts.
import type { Encoding, PartlyCode } from '../result';
import { createHtmlReader, type HtmlHost } from './html';
import type { Limits } from './limits';
import type { ContentCode } from './sink';
import type { Sniffed } from './sniff';
import { createEncodingChoice } from './text-decoder';

export type HtmlRead = { readonly encoding: Encoding; readonly problem: PartlyCode | null; readonly content: [ContentCode, number][] };

/** @returns null when there is a NUL in it */
export async function readHtml(
  kind: Extract<Sniffed, { kind: 'html' }>,
  source: AsyncGenerator<Uint8Array>,
  limits: Limits,
  host: HtmlHost,
): Promise<HtmlRead | null> {
  const reader = createHtmlReader(host);
  const choice = createEncodingChoice(kind.encoding, kind.skip > 0);
  let decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let damaged = false;
  let late: PartlyCode | null = null;
  let skip = kind.skip;
  for await (const whole of source) {
    const block = whole.subarray(skip);
    skip = 0;
    if (block.includes(0)) return null;
    const narrow = choice.look(block);
    if (narrow) decoder = new TextDecoder(narrow, { ignoreBOM: true });
    const text = decoder.decode(block, { stream: true });
    damaged ||= text.includes('\uFFFD');
    late = limits.time();
    if (!reader.push(text) || late !== null) break;
  }
  reader.end();
  const problem = late ?? reader.problem() ?? (damaged || choice.doubted() ? 'BAD_ENCODING' : null);
  return { encoding: choice.name(), problem, content: reader.content() };
}
