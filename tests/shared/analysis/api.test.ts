// Interfaces: descriptions in YAML and JSON, sample replies beside them, recordings. The samples' planted defects are found, and the mended version is clean.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAgreement } from '@shared/analysis/agreement';
import { identifierBits, patternBits } from '@shared/analysis/api/entropy';
import type { ApiResult } from '@shared/analysis/api/look';
import { isDocumented, readOpenApi } from '@shared/analysis/api/openapi';
import { parseYaml } from '@shared/analysis/api/yaml';
import type { AnalysisFile } from '@shared/analysis/result';
import { proposals } from '@shared/assessment/proposals';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';
import { edition } from '../../support/shipped-edition';
import { contents, filesOf, read } from './readers-support';

const root = resolve(import.meta.dirname, '../../..');
const vectors = JSON.parse(readFileSync(resolve(root, 'tests/vectors/analysis-yaml.json'), 'utf8'));
const sample = (version: string, name: string) => readFileSync(resolve(root, 'resources/samples/credit-score-api', version, name));
const apiOf = (file: AnalysisFile | undefined) => file?.api as ApiResult | undefined;

beforeAll(async () => {
  await makeSamples();
});

describe('YAML', () => {
  it.each(vectors.read as { yaml: string; value: unknown; origin: string }[])('$origin', ({ yaml, value }) => {
    expect(parseYaml(yaml)).toEqual({ ok: true, value });
  });
  it.each(vectors.refused as { yaml: string; origin: string }[])('refuses $origin', ({ yaml }) => {
    expect(parseYaml(yaml)).toMatchObject({ ok: false, code: 'YAML_NOT_READ' });
  });
  it('reads every JSON value as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small', maxDepth: 4 }), (value) => {
        const json = JSON.stringify(value);
        expect(parseYaml(json)).toEqual({ ok: true, value: JSON.parse(json) });
      }),
      { numRuns: 300 },
    );
  });
  it('never ends otherwise than with a value or a code', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a: ',
            '- ',
            '\n',
            '  ',
            '{',
            '}',
            '[',
            ']',
            '"',
            "'",
            ':',
            ',',
            '#',
            'x',
            '|',
            '>',
            '---',
            '\t',
            '1',
            '&a ',
            '*a',
            '<<: ',
            '!!str ',
            '? ',
          ),
        ),
        (parts) => {
          expect(typeof parseYaml(parts.join('')).ok).toBe('boolean');
        },
      ),
      { numRuns: 1_000 },
    );
  });
  it('shares what an alias names, and writes it out nowhere', () => {
    const read = parseYaml('a: &a [1, 2]\nb: [*a, *a]\n');
    expect(read).toEqual({
      ok: true,
      value: {
        a: [1, 2],
        b: [
          [1, 2],
          [1, 2],
        ],
      },
    });
  });
  const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++) laughs.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]`);
  const wide = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join(', ');
  it.each([
    ['aliases of aliases', laughs.join('\n')],
    ['a large map merged again and again', `a: &a {${wide}}\nb: [${'{<<: *a}, '.repeat(100)}]`],
    ['merges of merges', `a: &a {${wide}}\nb: {<<: [${'{<<: [*a, *a, *a, *a, *a, *a]}, '.repeat(20)}]}`],
    ['lists in lists', `a: ${'['.repeat(100_000)}`],
    ['maps in maps', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['marks of lists on one line', '- '.repeat(100_000)],
    ['more pieces than a description has', `a: [${'x, '.repeat(300_000)}]`],
    ['more characters than a description has', `a: ${'x'.repeat(4 * 1024 * 1024)}`],
    ['an error in every word', "'a' ".repeat(50_000)],
  ])('refuses %s', (_, yaml) => {
    expect(parseYaml(yaml)).toMatchObject({ ok: false, code: 'YAML_NOT_READ' });
  });
});

describe('an identifier', () => {
  it.each([
    ['^M[0-9]{7}$', 23],
    ['^\\d{6}$', 19],
    ['^[0-9a-f]{32}$', 128],
    ['^[A-Z]{2}-\\d{4}$', 22],
    ['^[0-9A-Za-z_-]{22}$', 132],
  ])('of the pattern %s has %d bits', (pattern, bits) => {
    expect(Math.floor(patternBits(pattern) ?? -1)).toBe(bits);
  });
  it.each(['[0-9]{7}', '^a|b$', '^(a)$', '^[0-9]+$', '^[^a]{9}$', '^.{3}$'])('of the pattern %s is left open', (pattern) => {
    expect(patternBits(pattern)).toBeNull();
  });
  it('is long as a UUID, and short as a number or by its length', () => {
    const none = { type: null, format: null, pattern: null, maximum: null, maxLength: null, values: null };
    expect(identifierBits({ ...none, type: 'string', format: 'uuid' })).toBe(122);
    expect(identifierBits({ ...none, type: 'integer' })).toBe(53);
    expect(identifierBits({ ...none, type: 'integer', maximum: 1_000 })).toBeCloseTo(9.97);
    expect(identifierBits({ ...none, type: 'string', maxLength: 6 })).toBeLessThan(64);
    expect(identifierBits({ ...none, type: 'string' })).toBeNull();
  });
});

const PETS = {
  openapi: '3.1.0',
  info: { title: '示例', version: '1' },
  servers: [{ url: 'http://10.0.0.8/v1' }],
  security: [{ key: [] }],
  paths: {
    '/a/{id}': {
      parameters: [{ name: 'id', in: 'path', schema: { type: ['integer', 'null'] } }],
      get: {
        'x-rate-limit': 5,
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } }],
        responses: { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
      },
      post: {
        security: [{}, { key: [] }],
        requestBody: { content: { 'application/json': { schema: { type: 'array', items: {} } } } },
        responses: { 429: {} },
      },
      delete: { security: [{ other: [] }], responses: {} },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    schemas: {
      A: {
        allOf: [
          { $ref: '#/components/schemas/B' },
          {
            type: 'object',
            properties: { list: { type: 'array', items: { $ref: '#/components/schemas/B' } }, map: { additionalProperties: true } },
          },
        ],
      },
      B: { type: 'object', properties: { name: { type: 'string' }, self: { $ref: '#/components/schemas/B' } } },
    },
  },
};

describe('a description', () => {
  it('is read with references, inheritance, lists and maps, and circles end', async () => {
    const document = await readOpenApi(JSON.stringify(PETS));
    if (!document.ok) throw new Error(document.code);
    const [get] = document.value.operations;
    expect(isDocumented('name', get?.fields ?? [])).toBe(true);
    expect(isDocumented('list[].name', get?.fields ?? [])).toBe(true);
    expect(isDocumented('map.anything.below', get?.fields ?? [])).toBe(true);
    expect(isDocumented('other', get?.fields ?? [])).toBe(false);
    expect(await readOpenApi('{"openapi":"2.0"}')).toMatchObject({ ok: false, code: 'OPENAPI_VERSION' });
    expect(await readOpenApi('a: [')).toMatchObject({ ok: false, code: 'OPENAPI_INVALID' });
  });
  it('shows what it leaves open: an optional key, a key nobody defined, a number as id, a list without end', async () => {
    const [file] = await filesOf(JSON.stringify(PETS));
    expect(apiOf(file)?.document).toEqual({
      version: '3.1.0',
      operations: 3,
      servers: [{ kind: 'internal', sign: 'IPv4', https: false }],
      unauthenticated: ['POST /a/{id}', 'DELETE /a/{id}'],
      enumerable: ['GET', 'POST', 'DELETE'].map((method) => ({ operation: `${method} /a/{id}`, parameter: 'id', bits: 53 })),
      projection: [],
      bulk: [{ operation: 'POST /a/{id}', parameter: 'requestBody', maximum: null }],
      rateUnstated: ['DELETE /a/{id}'],
    });
  });
  it.each([
    ['properties', (next: object) => ({ type: 'object', properties: Object.fromEntries([...'abcdefgh'].map((name) => [name, next])) })],
    ['parts', (next: object) => ({ allOf: Array.from({ length: 8 }, () => next) })],
    ['lists', (next: object) => ({ type: 'array', items: { oneOf: Array.from({ length: 8 }, () => next) } })],
  ])('whose %s refer to each other many times over is read in its time', async (_, step) => {
    const schemas = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`s${i}`, step(i < 23 ? { $ref: `#/components/schemas/s${i + 1}` } : { type: 'string' })]),
    );
    const media = { 'application/json': { schema: { $ref: '#/components/schemas/s0' } } };
    const operation = { requestBody: { content: media }, responses: { 200: { content: media } } };
    const paths = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`/p${i}`, { post: operation }]));
    const document = await readOpenApi(JSON.stringify({ openapi: '3.0.3', paths, components: { schemas } }));
    if (!document.ok) throw new Error(document.code);
    expect(document.value).toMatchObject({ cut: true, operations: { length: 20 } });
    // What was left out may be written down: it is no finding.
    expect(isDocumented('a.a.a.other', document.value.operations[19]?.fields ?? [])).toBe(true);
  });
  it('of more operations than are looked at says so', async () => {
    const paths = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`/p${i}`, { get: {} }]));
    const result = await read(JSON.stringify({ openapi: '3.0.3', paths }));
    if (typeof result === 'string') throw new Error(result);
    expect(apiOf(result.files[0])?.document).toMatchObject({ operations: 5_000 });
    expect(result.notChecked.some((line) => line.includes('太大'))).toBe(true);
    expect(result.files[0]?.partly?.code).toBe('OPENAPI_CUT');
  });
  it('with anchors and merge keys is read as if everything stood where it is named', async () => {
    const shared = [
      'openapi: 3.0.3',
      'x-common: &common',
      '  responses: &answers',
      '    200: {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}',
      'paths:',
      '  /a:',
      '    get: {<<: *common, parameters: [{name: userId, in: query, schema: {type: integer}}]}',
      '  /b:',
      '    get: {responses: *answers}',
    ].join('\n');
    const [file] = await filesOf(shared, { name: 'openapi.yaml' });
    expect(apiOf(file)?.document).toMatchObject({
      operations: 2,
      enumerable: [{ operation: 'GET /a', parameter: 'userId', bits: 53 }],
      bulk: [
        { operation: 'GET /a', parameter: '', maximum: null },
        { operation: 'GET /b', parameter: '', maximum: null },
      ],
    });
  });
  it.each([
    ['with tags of its own', 'openapi: 3.0.3\ninfo: !include info.yaml\npaths: {}\n'],
    ['of an older kind', 'swagger: "2.0"\npaths: {}\n'],
    ['of an older kind, in JSON', '{"swagger":"2.0","paths":{}}'],
    ['of a later version', '{"openapi":"4.0.0","paths":{}}'],
    ['that breaks off', '{"openapi":"3.1.0","paths":{"/a":'],
  ])('%s is read in part, and that is said', async (_, source) => {
    const result = await read(source);
    if (typeof result === 'string') throw new Error(result);
    expect(result.files[0]?.api).toBeUndefined();
    expect(['OPENAPI_UNREADABLE', 'JSON_BROKEN']).toContain(result.files[0]?.partly?.code);
    expect(result.notChecked.some((line) => line.includes('接口'))).toBe(true);
  });
});

describe('what an operation leaves open', () => {
  const record = { type: 'object', properties: { a: { type: 'string' } } };
  const records = { type: 'array', items: record };
  const answering = (schema: object) => ({ responses: { 200: { content: { 'application/json': { schema } } } } });
  const taking = (schema: object) => ({ requestBody: { content: { 'application/json': { schema } } } });
  const query = (name: string, schema: object) => ({ name, in: 'query', schema });
  async function facts(operation: object, method = 'get') {
    const components = { schemas: { Ids: { type: 'object', properties: { ids: { type: 'array', items: { type: 'string' } } } } } };
    const [file] = await filesOf(JSON.stringify({ openapi: '3.0.3', paths: { '/x': { [method]: operation } }, components }));
    return apiOf(file)?.document;
  }

  it.each<[string, object, readonly object[]]>([
    ['a list', answering(records), [{ parameter: '', maximum: null }]],
    ['a list of at most 50', answering({ ...records, maxItems: 50 }), []],
    ['a list of at most 50,000', answering({ ...records, maxItems: 50_000 }), [{ parameter: '', maximum: 50_000 }]],
    [
      'a list in an envelope',
      answering({ type: 'object', properties: { code: { type: 'integer' }, data: { type: 'object', properties: { rows: records } } } }),
      [{ parameter: '', maximum: null }],
    ],
    [
      'a list about one subject, in an envelope',
      { ...answering({ type: 'object', properties: { data: records } }), parameters: [query('merchantId', { type: 'string' })] },
      [],
    ],
    ['a list that is a property of a record', answering({ type: 'object', properties: { tags: records } }), []],
    ['identifiers without end', taking({ allOf: [{ $ref: '#/components/schemas/Ids' }] }), [{ parameter: 'requestBody', maximum: null }]],
    ['many identifiers', taking({ ...records, maxItems: 100_000 }), [{ parameter: 'requestBody', maximum: 100_000 }]],
    ['some identifiers', taking({ ...records, maxItems: 100 }), []],
  ])('by the batch: %s', async (_, operation, expected) => {
    expect((await facts(operation, 'post'))?.bulk).toEqual(expected.map((each) => ({ operation: 'POST /x', ...each })));
  });

  it.each([
    ['phone', '^1[3-9][0-9]{9}$', 32],
    ['idCard', '^[0-9]{17}[0-9X]$', 59],
    ['id_card_no', '^[0-9]{17}[0-9X]$', 59],
    ['身份证号', '^[0-9]{17}[0-9X]$', 59],
    ['车牌', '^[0-9]{5}$', 16],
  ])('tried one by one: %s', async (name, pattern, bits) => {
    expect((await facts({ parameters: [query(name, { type: 'string', pattern })] }))?.enumerable).toMatchObject([
      { parameter: name, bits },
    ]);
  });

  it('chosen by the caller: any field, but not those of a list that is written down', async () => {
    const chosen = async (schema: object) => (await facts({ parameters: [query('fields', schema)] }))?.projection.length;
    expect(await chosen({ type: 'array', items: { type: 'string' } })).toBe(1);
    expect(await chosen({ type: 'array', items: { type: 'string', enum: ['a', 'b'] } })).toBe(0);
  });

  it.each<[object, number]>([
    [{ description: '每个调用方每分钟不超过 60 次。' }, 0],
    [{ summary: '限 1,000 次/日' }, 0],
    [{ description: 'At most 60 requests per minute.' }, 0],
    [{ responses: { 200: { headers: { 'X-RateLimit-Limit': {} } } } }, 0],
    [{ description: '调用不限频次，返回最近 3 次评分。' }, 1],
    [{}, 1],
  ])('how often: %j', async (operation, open) => {
    expect((await facts(operation))?.rateUnstated.length).toBe(open);
  });
});

describe('replies', () => {
  const document = { openapi: '3.0.3', paths: {} };
  async function facts(reply: (n: number) => object) {
    const openapi = await readOpenApi(JSON.stringify(document));
    if (!openapi.ok) throw new Error(openapi.code);
    const lines = Array.from({ length: 20 }, (_, n) => JSON.stringify(reply(n))).join('\n');
    const [file] = await filesOf(lines, { openapi: openapi.value });
    return apiOf(file)?.samples;
  }
  it.each<[string, (n: number) => string, boolean]>([
    ['up', (n) => `U${n}`, true],
    ['down, the newest first', (n) => `U${100 - n}`, true],
    ['beyond what a double holds', (n) => String(1_234_567_890_123_456_700n + BigInt(n)), true],
    ['up and down in turn', (n) => `U${n % 2}`, false],
    ['with leaps', (n) => `U${n * n}`, false],
  ])('whose identifiers run %s', async (_, id, runs) => {
    expect((await facts((n) => ({ id: id(n) })))?.running.length).toBe(runs ? 1 : 0);
  });
  it('are as fine as their finest score, small ones written with an exponent too', async () => {
    const decimals = async (scores: readonly number[]) =>
      (await facts((n) => ({ score: scores[n % scores.length] })))?.precise.map(({ decimals: of }) => of);
    expect(await decimals([0.12345, 1.2e-7])).toEqual([8]);
    expect(await decimals([1e21, 0.5])).toEqual([]);
  });
});

describe('what is no description', () => {
  it.each([
    ['a list of packages', 'dependencies:\n  swagger: 2.9.2\n  openapi: latest\n'],
    ['a table', 'swagger,openapi\n2.0,3.1\n3.0,2.0\n'],
    ['a word', '{"swagger":"2.0.1"}'],
  ])('is not taken for one: %s', async (_, source) => {
    expect((await filesOf(source)).map(({ partly, api }) => [partly, api])).toEqual([[null, undefined]]);
  });
});

describe('sample C', () => {
  it('shows in its description what was planted in it', async () => {
    const [file] = await filesOf(sample('v1', 'product/openapi.yaml'), { name: 'openapi.yaml' });
    expect(apiOf(file)?.document).toEqual({
      version: '3.0.3',
      operations: 2,
      servers: [{ kind: 'foreign', sign: 'amazonaws.com', https: true }],
      unauthenticated: ['GET /scores', 'GET /scores/list'],
      enumerable: [{ operation: 'GET /scores', parameter: 'merchantId', bits: 23 }],
      projection: [{ operation: 'GET /scores', parameter: 'fields' }],
      bulk: [{ operation: 'GET /scores/list', parameter: 'pageSize', maximum: null }],
      rateUnstated: ['GET /scores', 'GET /scores/list'],
    });
    expect(contents(file)).toEqual([
      ['FOREIGN_HOST', 1],
      ['API_ENUMERABLE_ID', 1],
      ['API_FIELD_PROJECTION', 1],
      ['API_BULK_UNLIMITED', 1],
      ['API_UNAUTHENTICATED', 2],
      ['API_UNLIMITED_RATE', 2],
    ]);
  });
  it.each(['v1', 'v2'])('shows in its replies what was planted in them (%s)', async (version) => {
    const openapi = await readOpenApi(sample(version, 'product/openapi.yaml').toString('utf8'));
    const registration = JSON.parse(sample(version, 'registration.json').toString('utf8'));
    const agreement = readAgreement({ v: 1, ...registration.agreement });
    if (!openapi.ok || !agreement.ok) throw new Error('inputs');
    const [file] = await filesOf(sample(version, 'product/samples.jsonl'), { openapi: openapi.value, agreement: agreement.value });
    const first = version === 'v1';
    expect(apiOf(file)?.samples).toEqual({
      replies: 2_000,
      undocumented: [],
      notAgreed: first ? ['legalRepPhone'] : [],
      running: first ? [{ field: 'merchantId', steps: 1_999, of: 1_999 }] : [],
      precise: first
        ? ['score', 'contributions.tax', 'contributions.power', 'contributions.social'].map((field) => ({ field, decimals: 6 }))
        : [],
    });
    expect(contents(file)).toEqual(
      first
        ? [
            ['API_ENUMERABLE_ID', 1],
            ['API_PRECISION', 4],
          ]
        : [],
    );
  });
  it('proposes who gets in at one item and how much he gets at the other', async () => {
    const files = await filesOf(sample('v1', 'product/openapi.yaml'));
    const items = proposals(files, edition).map(({ id, item }) => [id.replace(/^.*:content:/, ''), item]);
    expect(items).toEqual([
      ['foreign_host', 'r4-02'],
      ['api_enumerable_id', 'r3-04'],
      ['api_field_projection', 'r3-05'],
      ['api_bulk_unlimited', 'r3-05'],
      ['api_unauthenticated', 'r3-04'],
      ['api_unlimited_rate', 'r3-05'],
    ]);
  });
  it('has nothing to report in the mended description', async () => {
    const [file] = await filesOf(sample('v2', 'product/openapi.yaml'));
    expect(apiOf(file)?.document).toMatchObject({ unauthenticated: [], enumerable: [], projection: [], bulk: [], rateUnstated: [] });
    expect(contents(file)).toEqual([]);
  });
});

describe('a recording of calls', () => {
  it('is read with the replies in it, which are compared like any others', async () => {
    const openapi = await readOpenApi(JSON.stringify(PETS));
    if (!openapi.ok) throw new Error(openapi.code);
    const reply = (text: string, encoding?: string) => ({
      request: { method: 'GET', url: 'https://a.example/a/1' },
      response: { content: { mimeType: 'application/json', text, encoding } },
    });
    const har = {
      log: {
        version: '1.2',
        entries: [reply('{"name":"a","extra":1}'), reply(btoa('[{"name":"b"},{"name":"c"}]'), 'base64'), reply('<html>')],
      },
    };
    const files = await filesOf(JSON.stringify(har), { name: 'x.har', openapi: openapi.value });
    const replies = files.find(({ name }) => name === 'x.har/replies');
    expect([files.length, replies?.rows, replies?.columns?.map(({ name }) => name)]).toEqual([2, 3, ['name', 'extra']]);
    expect(apiOf(replies)?.samples?.undocumented).toEqual(['extra']);
    expect(files[0]?.api).toBeUndefined();
  });
});
