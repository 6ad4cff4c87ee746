// The looks at an interface as readers call them: at a description that is itself delivered, and at sample replies beside one.
import type { RowLookFactory } from '../look';
import type { AnalysisFile } from '../result';
import { visibleLine } from '../visible-line';
import { type ApiDocument, documentContents, documentFacts } from './document';
import { type OpenApi, readOpenApi } from './openapi';
import { type ApiSamples, createApiSamples, samplesContents } from './samples';

/** `api` as a result carries it. */
export type ApiResult = { readonly document: ApiDocument | null; readonly samples: ApiSamples | null };

/** Lists of a result stay something that can be shown. */
const MOST = 1_000;
const shown = <T>(list: readonly T[], line: (each: T) => T): T[] => list.slice(0, MOST).map(line);
const named = <T extends object>(each: T): T =>
  Object.fromEntries(
    Object.entries(each).map(([key, value]) => [key, typeof value === 'string' ? visibleLine(value).slice(0, 500) : value]),
  ) as T;

function shownDocument(facts: ApiDocument): ApiDocument {
  const { servers, unauthenticated, enumerable, projection, bulk, rateUnstated } = facts;
  const line = (text: string): string => visibleLine(text).slice(0, 500);
  return {
    ...facts,
    version: line(facts.version),
    servers: shown(servers, named),
    unauthenticated: shown(unauthenticated, line),
    enumerable: shown(enumerable, named),
    projection: shown(projection, named),
    bulk: shown(bulk, named),
    rateUnstated: shown(rateUnstated, line),
  };
}

/** Members for the file that is a description, and whether all of it was looked at; null when it cannot be read as one. */
export async function describedInterface(source: string): Promise<{ readonly more: Partial<AnalysisFile>; readonly cut: boolean } | null> {
  const read = await readOpenApi(source);
  if (!read.ok) return null;
  const facts = documentFacts(read.value);
  const api: ApiResult = { document: shownDocument(facts), samples: null };
  return { more: { api, content: documentContents(facts) }, cut: read.value.cut };
}

/** Of replies as JSON; other tables are no replies of an interface. */
export function apiSamplesLook(document: OpenApi, agreed: readonly string[] | null): RowLookFactory {
  return ({ format }) => {
    if (format !== 'json' && format !== 'jsonl') return null;
    const { look, facts } = createApiSamples(document, agreed);
    return {
      ...look,
      finish() {
        const samples = facts();
        const { undocumented, notAgreed, running, precise } = samples;
        const api: ApiResult = {
          document: shownDocument(documentFacts(document)),
          samples: {
            ...samples,
            undocumented: shown(undocumented, visibleLine),
            notAgreed: notAgreed && shown(notAgreed, visibleLine),
            running: shown(running, named),
            precise: shown(precise, named),
          },
        };
        return { api, content: samplesContents(samples) };
      },
    };
  };
}
