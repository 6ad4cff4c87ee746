// What an interface gives away, as lines of one table: what is looked at, where, and what was read there. Pure.
import type { AnalysisFile } from '@shared/analysis/result';
import type { evidenceInferenceTexts } from '@shared/texts/evidence-inference';

type Api = NonNullable<AnalysisFile['api']>;
export type ApiDocument = NonNullable<Api['document']>;
export type ApiSamples = NonNullable<Api['samples']>;
type Texts = (typeof evidenceInferenceTexts)['zh'];
export type ApiLine = { readonly look: string; readonly operation: string; readonly parameter: string; readonly reading: string };

const line = (look: string, operation: string, parameter = '', reading = ''): ApiLine => ({ look, operation, parameter, reading });

/** Places that the description leaves open; its servers are facts and no such place. */
export function documentLines(document: ApiDocument, { document: texts }: Texts): ApiLine[] {
  const { kinds } = texts;
  return [
    ...document.unauthenticated.map((operation) => line(kinds.unauthenticated, operation)),
    ...document.enumerable.map((each) => line(kinds.enumerable, each.operation, each.parameter, texts.bits(each.bits))),
    ...document.projection.map((each) => line(kinds.projection, each.operation, each.parameter)),
    ...document.bulk.map((each) => line(kinds.bulk, each.operation, each.parameter, texts.maximum(each.maximum))),
    ...document.rateUnstated.map((operation) => line(kinds.rateUnstated, operation)),
  ];
}

const isKind = (kind: string, of: object): kind is keyof Texts['document']['server'] => Object.hasOwn(of, kind);

/** Where the servers stand, by their names alone. */
export const serverFacts = ({ servers }: ApiDocument, { document: texts }: Texts): string[] => [
  ...new Set(
    servers.map(({ kind, sign, https }) =>
      [isKind(kind, texts.server) ? texts.server[kind] : texts.server.unknown, sign, https ? '' : texts.plain]
        .filter((word) => word !== '')
        .join(' '),
    ),
  ),
];

export function sampleLines(samples: ApiSamples, { samples: texts }: Texts): ApiLine[] {
  const { kinds } = texts;
  return [
    ...(samples.notAgreed ?? []).map((field) => line(kinds.notAgreed, '', field)),
    ...samples.undocumented.map((field) => line(kinds.undocumented, '', field)),
    ...samples.running.map(({ field, steps, of }) => line(kinds.running, '', field, texts.steps(steps, of))),
    ...samples.precise.map(({ field, decimals }) => line(kinds.precise, '', field, texts.decimals(decimals))),
  ];
}
