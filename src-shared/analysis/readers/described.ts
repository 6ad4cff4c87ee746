// Files that are rows and something more: an interface description, and a recording of calls. Their bytes pass through to the usual reader and are
// kept for the second look.
import { utf8 } from '../../basics/bytes';
import { contentTexts } from '../../texts/analysis-content';
import { harReplies, looksLikeHar } from '../api/har';
import { describedInterface } from '../api/look';
import { looksLikeOpenApi } from '../api/openapi';
import { mergeContents } from '../content/tally';
import type { AnalysisOptions } from '../options';
import { collected } from './collected';
import type { TableFacts } from './facts';

const MAX_COLLECTED = 64 * 1024 * 1024;
const HEAD = 8_192;

export type Described = {
  readonly bytes: AsyncGenerator<Uint8Array>;
  readonly options: AnalysisOptions;
  /** After the bytes have been read. */
  readonly finish: (facts: TableFacts) => Promise<TableFacts>;
  /** Replies in a recording as JSON Lines, empty for anything else. */
  readonly replies: () => Uint8Array;
};

export function described(head: Uint8Array, bytes: AsyncGenerator<Uint8Array>, options: AnalysisOptions, isJson: boolean): Described {
  const beginning = String.fromCharCode(...head.subarray(0, HEAD));
  const isInterface = looksLikeOpenApi(beginning);
  const isRecording = isJson && !isInterface && looksLikeHar(beginning);
  if (!isInterface && !isRecording) return { bytes, options, finish: async (facts) => facts, replies: () => new Uint8Array() };
  const kept = collected(bytes, MAX_COLLECTED);
  const words = contentTexts.zh.notChecked;
  return {
    bytes: kept.source,
    // Neither is a table of replies; what a recording holds of them is read by itself.
    options: { ...options, looks: [] },
    async finish(facts) {
      if (!isInterface) return facts;
      const api = await describedInterface(kept.text() ?? '');
      if (!api) return { ...facts, code: facts.code ?? 'OPENAPI_UNREADABLE', missed: [...facts.missed, words.openapi(options.name)] };
      const content = mergeContents([facts.more?.content ?? [], api.more.content ?? []]);
      const missed = [...facts.missed, words.service, ...(api.cut ? [words.openapiCut(options.name)] : [])];
      const code = facts.code ?? (api.cut ? 'OPENAPI_CUT' : null);
      return { ...facts, code, more: { ...facts.more, ...api.more, content }, missed };
    },
    replies: () => (isRecording ? utf8(harReplies(kept.text() ?? '')) : new Uint8Array()),
  };
}
