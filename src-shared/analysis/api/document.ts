// What an interface description alone shows (r3-04, r3-05): who may call, what can be tried one by one, taken by the batch or chosen by the caller.
// Judges what is written; whether the service does what is written is for a test of the service.
import { judgeHost } from '../content/hosts';
import { foundContent } from '../content/tally';
import type { Content } from '../result';
import { ENOUGH_BITS, identifierBits } from './entropy';
import type { ApiOperation, ApiParameter, OpenApi } from './openapi';

/** More records at once than a person looks at. */
export const LARGEST_PAGE = 1_000;

const PROJECTION = /^\$?(?:fields?|select|expand|include|includes|columns?|attributes|projection|props|返回字段|字段)$/iu;
const PAGE_SIZE = /^\$?(?:page_?size|per_?page|limit|size|count|top|rows|max_?results|batch_?size|每页(?:条数|数量)?|条数)$/iu;
const IDENTIFIER =
  /(?:^|[_.-]|[a-z])(?:id|ids|no|num|number|code|uid|sn|seq|key)$|(?:phone|mobile|id_?card|card|plate)(?:_?(?:no|num|number))?$|编号|代码|号码|序号|证号|户号|账号|卡号|手机|电话|车牌/iu;
/** Names that end like an identifier and are none. */
const NO_IDENTIFIER = /^(?:page_?(?:no|num|number)?|size|limit|country_?code|area_?code|region_?code|api_?key|lang_?code|区划代码)$/iu;

export type ApiDocument = {
  readonly version: string;
  readonly operations: number;
  readonly servers: readonly { readonly kind: string; readonly sign: string; readonly https: boolean }[];
  readonly unauthenticated: readonly string[];
  readonly enumerable: readonly { readonly operation: string; readonly parameter: string; readonly bits: number }[];
  readonly projection: readonly { readonly operation: string; readonly parameter: string }[];
  readonly bulk: readonly { readonly operation: string; readonly parameter: string; readonly maximum: number | null }[];
  readonly rateUnstated: readonly string[];
};

const isIdentifier = ({ name, in: place }: ApiParameter): boolean =>
  place === 'path' || (place === 'query' && IDENTIFIER.test(name) && !NO_IDENTIFIER.test(name));

function bulkOf({ name, parameters, openLists, longestList, answers }: ApiOperation): ApiDocument['bulk'][number][] {
  const sizes = parameters.filter(({ name: of, in: place }) => place === 'query' && PAGE_SIZE.test(of));
  const found = sizes
    .filter(({ schema }) => schema.values === null && (schema.maximum === null || schema.maximum > LARGEST_PAGE))
    .map((each) => ({ operation: name, parameter: each.name, maximum: each.schema.maximum }));
  // A list that nothing bounds comes whole.
  const bounded = answers === null || sizes.length > 0 || (answers.maximum !== null && answers.maximum <= LARGEST_PAGE);
  // In an envelope beside an identifier it is a list of one subject's own.
  if (!bounded && !(answers.wrapped && parameters.some(isIdentifier)))
    found.push({ operation: name, parameter: '', maximum: answers.maximum });
  for (let i = 0; i < openLists; i++) found.push({ operation: name, parameter: 'requestBody', maximum: null });
  if (longestList !== null && longestList > LARGEST_PAGE) found.push({ operation: name, parameter: 'requestBody', maximum: longestList });
  return found;
}

function serverOf(url: string): ApiDocument['servers'][number] | null {
  const host = /^([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@]*@)?(\[[^\]]+\]|[^\s/:?#]+)/iu.exec(url);
  if (!host) return null;
  const { kind, sign } = judgeHost((host[2] ?? '').toLowerCase());
  return { kind, sign, https: /^https$/iu.test(host[1] ?? '') };
}

export function documentFacts({ version, servers, operations }: OpenApi): ApiDocument {
  const parametersOf = (fits: (parameter: ApiParameter) => boolean) =>
    operations.flatMap(({ name, parameters }) => parameters.filter(fits).map((parameter) => ({ operation: name, parameter })));
  return {
    version,
    operations: operations.length,
    servers: servers.flatMap((url) => serverOf(url) ?? []),
    unauthenticated: operations.filter(({ authenticated }) => !authenticated).map(({ name }) => name),
    enumerable: parametersOf(isIdentifier).flatMap(({ operation, parameter }) => {
      const bits = identifierBits(parameter.schema);
      return bits !== null && bits < ENOUGH_BITS ? [{ operation, parameter: parameter.name, bits: Math.floor(bits) }] : [];
    }),
    projection: parametersOf(({ name, in: place, schema }) => place === 'query' && PROJECTION.test(name) && schema.values === null).map(
      ({ operation, parameter }) => ({ operation, parameter: parameter.name }),
    ),
    bulk: operations.flatMap(bulkOf),
    rateUnstated: operations.filter(({ rateStated }) => !rateStated).map(({ name }) => name),
  };
}

export function documentContents(facts: ApiDocument): Content[] {
  const counts = [
    ['API_ENUMERABLE_ID', facts.enumerable.length],
    ['API_FIELD_PROJECTION', facts.projection.length],
    ['API_BULK_UNLIMITED', facts.bulk.length],
    ['API_UNAUTHENTICATED', facts.unauthenticated.length],
    ['API_UNLIMITED_RATE', facts.rateUnstated.length],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([code, count]) => foundContent(code, count));
}
