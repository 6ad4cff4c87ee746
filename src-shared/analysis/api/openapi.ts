// An interface description (OpenAPI 3.0 and 3.1) as far as a review needs it: servers, operations with their parameters, what they answer, whether a
// caller must say who he is. Local references are followed, others are not fetched; what is not understood is left out, never guessed.
import { failure, ok, type Result } from '../../basics/result';

export type ParameterSchema = {
  readonly type: string | null;
  readonly format: string | null;
  readonly pattern: string | null;
  readonly maximum: number | null;
  readonly maxLength: number | null;
  /** How many are listed, of a list for each of its elements. */
  readonly values: number | null;
};
export type ApiParameter = {
  readonly name: string;
  readonly in: string;
  readonly schema: ParameterSchema;
  readonly example: string | null;
};
export type AnsweredList = { readonly wrapped: boolean; readonly maximum: number | null };
export type ApiOperation = {
  /** `GET /scores`. */
  readonly name: string;
  readonly authenticated: boolean;
  readonly rateStated: boolean;
  readonly parameters: readonly ApiParameter[];
  /** Lists in the request's body without a stated maximum, and the greatest maximum of the others. */
  readonly openLists: number;
  readonly longestList: number | null;
  /** The list that is answered, by itself or in an envelope, with its stated maximum; null when the answer is none. */
  readonly answers: AnsweredList | null;
  /** Fields of successful answers by path, as the JSON reader names them; `a.*` where any name may come. */
  readonly fields: readonly string[];
};
export type OpenApi = {
  readonly version: string;
  readonly servers: readonly string[];
  readonly operations: readonly ApiOperation[];
  /** Operations or schemas beyond a limit were left out; what would have stood there counts as written down. */
  readonly cut: boolean;
};
export type OpenApiCode = 'OPENAPI_INVALID' | 'OPENAPI_VERSION';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const MAX_DEPTH = 24;
const MAX_FIELDS = 20_000;
const MAX_OPERATIONS = 5_000;
/** Schemas that are looked at, each as often as it is referred to: references upon references multiply. */
const MAX_LOOKS = 500_000;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodeOf = (value: unknown): Node => (isNode(value) ? value : {});
const own = (node: Node, name: string): unknown => (Object.hasOwn(node, name) ? node[name] : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Begins like an interface description, of whatever version. @param head its first characters */
export const looksLikeOpenApi = (head: string): boolean =>
  /(?:^|[\n{,])\s*(?:["']?openapi["']?\s*:\s*["']?\d+\.\d|["']?swagger["']?\s*:\s*["']?2\.0["']?\s*(?:[\r\n,}]|$))/u.test(
    head.slice(0, 8_192),
  );

async function parsed(source: string): Promise<unknown> {
  if (/^\s*[{[]/u.test(source)) {
    try {
      return JSON.parse(source);
    } catch {
      return null;
    }
  }
  // Most files are no YAML, and its library is the largest part of what reads files.
  const { parseYaml } = await import('./yaml');
  const yaml = parseYaml(source);
  return yaml.ok ? yaml.value : null;
}

export async function readOpenApi(source: string): Promise<Result<OpenApi, OpenApiCode>> {
  const document = await parsed(source);
  if (!isNode(document)) return failure('OPENAPI_INVALID');
  const version = String(own(document, 'openapi') ?? '');
  if (!/^3\.[01](?:\.|$)/u.test(version)) return failure('OPENAPI_VERSION', version.slice(0, 20));
  const resolve = resolver(document);
  const looks: Looks = { left: MAX_LOOKS, cut: false };
  const servers = new Set<string>();
  const addServers = (node: Node): void => {
    for (const server of listOf(own(node, 'servers'))) servers.add(text(own(nodeOf(server), 'url')) ?? '');
  };
  addServers(document);
  const operations: ApiOperation[] = [];
  for (const [path, at] of Object.entries(nodeOf(own(document, 'paths')))) {
    const item = resolve(at);
    addServers(item);
    for (const method of METHODS) {
      const node = own(item, method);
      if (!isNode(node)) continue;
      addServers(node);
      if (operations.length >= MAX_OPERATIONS) {
        looks.cut = true;
        continue;
      }
      operations.push(operation(`${method.toUpperCase()} ${path}`, node, item, document, resolve, looks));
    }
  }
  servers.delete('');
  return ok({ version, servers: [...servers], operations, cut: looks.cut });
}

type Resolve = (value: unknown) => Node;
type Looks = { left: number; cut: boolean };

/** Follows `#/a/b` within the document, through chains but not around in circles. */
function resolver(document: Node): Resolve {
  return (value) => {
    let node = nodeOf(value);
    for (let steps = 0; steps < MAX_DEPTH; steps++) {
      const target = text(own(node, '$ref'));
      if (target === null) return node;
      if (!target.startsWith('#/')) return {};
      const steps = target
        .slice(2)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      let found: unknown = document;
      for (const step of steps) found = Array.isArray(found) ? found[Number(step)] : own(nodeOf(found), step);
      node = nodeOf(found);
    }
    return {};
  };
}

/** An empty requirement among several makes all of them optional. */
function isAuthenticated(node: Node, document: Node): boolean {
  const security = own(node, 'security') ?? own(document, 'security');
  const schemes = nodeOf(own(nodeOf(own(document, 'components')), 'securitySchemes'));
  const requirements = listOf(security).map(nodeOf);
  return (
    requirements.length > 0 &&
    requirements.every((each) => Object.keys(each).length > 0 && Object.keys(each).every((scheme) => Object.hasOwn(schemes, scheme)))
  );
}

function operation(name: string, node: Node, item: Node, document: Node, resolve: Resolve, looks: Looks): ApiOperation {
  const all = [...listOf(own(item, 'parameters')), ...listOf(own(node, 'parameters'))].map(resolve);
  // One of the operation's own stands for one of the path's with the same name and place.
  const parameters = new Map(all.map((each) => [`${String(own(each, 'in'))} ${String(own(each, 'name'))}`, parameter(each, resolve)]));
  const fields = new Set<string>();
  let answers: AnsweredList | null = null;
  for (const [status, response] of Object.entries(nodeOf(own(node, 'responses')))) {
    if (!/^(?:2\d\d|2XX|default)$/u.test(status)) continue;
    for (const media of Object.values(nodeOf(own(resolve(response), 'content')))) {
      const schema = resolve(own(nodeOf(media), 'schema'));
      answers ??= answeredList(schema, resolve, 0);
      collect(typeIs(schema, 'array') ? own(schema, 'items') : schema, '', fields, resolve, looks, 0);
    }
  }
  const bodies = Object.values(nodeOf(own(resolve(own(node, 'requestBody')), 'content'))).map((media) => own(nodeOf(media), 'schema'));
  const maxima: (number | null)[] = [];
  for (const schema of bodies) listMaxima(schema, maxima, resolve, looks, 0);
  return {
    name,
    authenticated: isAuthenticated(node, document),
    rateStated: statesRate(node, item, document, resolve),
    parameters: [...parameters.values()],
    openLists: maxima.filter((each) => each === null).length,
    longestList: maxima.reduce<number | null>((most, each) => (each === null || (most !== null && most >= each) ? most : each), null),
    answers,
    fields: [...fields].sort(),
  };
}

/** A number of calls for a time; that there is a limit, or none, says nothing. */
const RATE =
  /每(?:秒|分钟?|小时|[天日])[^。；\n]{0,12}?\d[\d,]*\s*次|\d[\d,]*\s*次\s*(?:\/|每)\s*(?:秒|分|小时|时|[天日])|\d[\d,]*\s*(?:requests?|calls?)\s*(?:per|an?|\/)\s*(?:second|minute|hour|day)/iu;

/** An extension for it, the answer for too many, a header that counts down, or a sentence that says how often. */
function statesRate(node: Node, item: Node, document: Node, resolve: Resolve): boolean {
  const said = [node, item, document, nodeOf(own(document, 'info'))];
  const responses = nodeOf(own(node, 'responses'));
  return (
    said.some((each) => Object.keys(each).some((key) => /^x-.*(?:rate|throttl|quota)/iu.test(key))) ||
    said.some((each) => ['summary', 'description'].some((name) => RATE.test(text(own(each, name)) ?? ''))) ||
    Object.hasOwn(responses, '429') ||
    Object.values(responses).some((each) => Object.keys(nodeOf(own(resolve(each), 'headers'))).some((name) => /rate-?limit/iu.test(name)))
  );
}

const typeIs = (schema: Node, type: string): boolean => own(schema, 'type') === type || listOf(own(schema, 'type')).includes(type);
/** 3.1 allows several types; null beside one says nothing. */
const typeOf = (schema: Node): string | null =>
  text(own(schema, 'type')) ?? text(listOf(own(schema, 'type')).find((type) => type !== 'null'));

function parameter(node: Node, resolve: Resolve): ApiParameter {
  const media = Object.values(nodeOf(own(node, 'content')))[0];
  const schema = resolve(own(node, 'schema') ?? own(nodeOf(media), 'schema'));
  const exclusive = number(own(schema, 'exclusiveMaximum'));
  const choices = own(schema, 'enum') ?? own(resolve(own(schema, 'items')), 'enum');
  const example = own(node, 'example') ?? own(schema, 'example');
  return {
    name: text(own(node, 'name')) ?? '',
    in: text(own(node, 'in')) ?? '',
    schema: {
      type: typeOf(schema),
      format: text(own(schema, 'format')),
      pattern: text(own(schema, 'pattern')),
      maximum: number(own(schema, 'maximum')) ?? exclusive,
      maxLength: number(own(schema, 'maxLength')),
      values: Array.isArray(choices) ? choices.length : null,
    },
    example: typeof example === 'string' || typeof example === 'number' ? String(example) : null,
  };
}

function collect(value: unknown, path: string, fields: Set<string>, resolve: Resolve, looks: Looks, depth: number): void {
  if (depth > MAX_DEPTH || fields.size > MAX_FIELDS || looks.left-- <= 0) {
    // A schema that is part of itself has no end, and nothing of it is missed.
    looks.cut ||= depth <= MAX_DEPTH;
    fields.add(path === '' ? '*' : `${path}*`);
    return;
  }
  const schema = resolve(value);
  for (const joined of ['allOf', 'oneOf', 'anyOf'])
    for (const each of listOf(own(schema, joined))) collect(each, path, fields, resolve, looks, depth + 1);
  if (typeIs(schema, 'array') || Object.hasOwn(schema, 'items')) {
    collect(own(schema, 'items'), `${path}[]`, fields, resolve, looks, depth + 1);
    return;
  }
  const properties = Object.entries(nodeOf(own(schema, 'properties')));
  for (const [name, member] of properties) collect(member, path === '' ? name : `${path}.${name}`, fields, resolve, looks, depth + 1);
  const extra = own(schema, 'additionalProperties');
  if (isNode(extra) || extra === true) fields.add(path === '' ? '*' : `${path}.*`);
  else if (properties.length === 0 && path !== '') fields.add(typeIs(schema, 'object') ? `${path}.*` : path);
}

/** Of every list in the request's body, as often as it is referred to. */
function listMaxima(value: unknown, into: (number | null)[], resolve: Resolve, looks: Looks, depth: number): void {
  if (depth > MAX_DEPTH || looks.left-- <= 0) {
    looks.cut ||= depth <= MAX_DEPTH;
    return;
  }
  const schema = resolve(value);
  if (typeIs(schema, 'array')) into.push(number(own(schema, 'maxItems')));
  const joined = ['allOf', 'oneOf', 'anyOf'].flatMap((name) => listOf(own(schema, name)));
  const members = Object.values(nodeOf(own(schema, 'properties')));
  for (const each of [own(schema, 'items'), ...members, ...joined])
    if (each !== undefined) listMaxima(each, into, resolve, looks, depth + 1);
}

/** What envelopes call the records that they hold. */
const RECORDS = /^(?:data|items|list|records|rows|results?|content|数据|列表|结果|记录)$/iu;
const MAX_ENVELOPES = 3;

function answeredList(value: unknown, resolve: Resolve, depth: number): AnsweredList | null {
  const schema = resolve(value);
  if (typeIs(schema, 'array')) return { wrapped: depth > 0, maximum: number(own(schema, 'maxItems')) };
  if (depth === MAX_ENVELOPES) return null;
  const joined = listOf(own(schema, 'allOf')).map((each) => nodeOf(own(resolve(each), 'properties')));
  for (const [name, member] of [nodeOf(own(schema, 'properties')), ...joined].flatMap(Object.entries)) {
    const found = RECORDS.test(name) ? answeredList(member, resolve, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

/** Whether a field of an answer is written down. Names that differ are different fields. */
export function isDocumented(field: string, documented: readonly string[]): boolean {
  return documented.some((each) => each === field || (each.endsWith('*') && field.startsWith(each.slice(0, -1))));
}
