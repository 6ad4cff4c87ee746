// The document that the service serves describes what it does: every call stands in it, and replies fit the schemas it shows.
import type { Refusal } from '@shared/bureau/http';
import { describe, expect, test } from 'vitest';
import { routes } from '../../src-bureau/http/server';
import { STATUSES } from '../../src-bureau/refused';
import { shareBench } from './support/running';
import { enrolmentRequest, signerFrom, verdict } from './support/statements';

type Operation = {
  parameters?: { name: string; in: string; required: boolean }[];
  security?: object[];
  responses: Record<string, unknown>;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const shared = shareBench();
const document = async (): Promise<Document> => (await (await shared().get('/openapi.json')).json()) as Document;

describe('/openapi.json', () => {
  test('has every call with its parameters, guards, replies and refusals', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    expect(Object.values(paths).flatMap((methods) => Object.keys(methods)).length).toBe(routes.length);
    for (const { method, path, guard, params, refusals, replies } of routes) {
      const operation = paths[path]?.[method.toLowerCase()];
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(params.shape)).toEqual(inPath);
      expect(operation?.parameters?.filter((one) => one.in === 'path').map(({ name }) => name) ?? []).toEqual(inPath);
      expect(operation?.security).toEqual(guard === 'anyone' ? undefined : [{ [guard]: [] }]);
      const statuses = Object.keys(operation?.responses ?? {});
      expect(statuses).toEqual(expect.arrayContaining([...Object.keys(replies), ...refusals.map((code) => String(STATUSES[code]))]));
    }
  });

  test('describes entries as the workstation sends them', async () => {
    const entries = (await document()).paths['/v1/workstations/{keyid}/entries'];
    expect(entries?.post?.parameters).toContainEqual(expect.objectContaining({ name: 'shiqi-checkpoint', in: 'header', required: true }));
    expect(entries?.get?.parameters).toContainEqual(expect.objectContaining({ name: 'from', in: 'query', required: true }));
  });

  test('shows schemas that the replies fit', async () => {
    const bench = shared();
    const reviewer = signerFrom('ed25519', 'reviewer');
    const own = await bench.workstation();
    own.statement(verdict(reviewer, own.keyid, 1));
    const answers: [string, Response | object][] = [
      ['/v1/editions', await bench.get('/v1/editions')],
      ['/v1/revocations', await bench.get('/v1/revocations')],
      ['/v1/enrolments', await bench.post('/v1/enrolments', enrolmentRequest(reviewer, bench.trust.origin))],
      ['/v1/workstations/{keyid}/entries', (await own.send()).body],
      ['/v1/workstations/{keyid}/head', await own.get('head')],
      ['/v1/workstations/{keyid}/inbox', await own.get('inbox')],
      ['/v1/staff/enrolments', await bench.staff('/v1/staff/enrolments')],
    ];
    for (const [path, answer] of answers) {
      const body: unknown = answer instanceof Response ? await answer.json() : answer;
      const schema = routes.find((route) => route.path === path && route.replies[200]?.schema !== undefined)?.replies[200]?.schema;
      expect(schema?.safeParse(body).error, path).toBeUndefined();
    }
  });
});

describe('what no call is', () => {
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as Refusal).code];

  test('is answered by code', async () => {
    const { get, post, bureau } = shared();
    expect(await codeOf(await get('/v2/checkpoint'))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await get('/v1/workstations/UPPER/head'))).toEqual([400, 'REQUEST_MALFORMED']);
    expect(await codeOf(await get('/v1/checkpoint?x=1'))).toEqual([400, 'REQUEST_MALFORMED']);
    expect(await codeOf(await fetch(`${bureau.url}/v1/checkpoint`, { method: 'DELETE' }))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await post('/v1/enrolments', 'a=b', { 'content-type': 'text/plain' }))).toEqual([400, 'REQUEST_MALFORMED']);
    expect(await codeOf(await post('/v1/enrolments', 'x'.repeat(1024 * 1024 + 1)))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await codeOf(await post('/v1/enrolments', '{"payload":1,"payload":2}'))).toEqual([400, 'REQUEST_MALFORMED']);
  });

  test('never stops the service or shows what went wrong inside', async () => {
    const { get, errors } = shared();
    for (const path of [
      '/%',
      '/v1/%ff',
      '/v1/inclusion?seq=1e9',
      `/v1/inclusion?workstation=${'a'.repeat(64)}&seq=999999999999999`,
      '/__proto__',
    ]) {
      const response = await get(path);
      expect([400, 404]).toContain(response.status);
      expect(await response.text()).not.toMatch(/\bat \/|node_modules|Error/);
    }
    expect((await get('/v1/checkpoint')).status).toBe(200);
    expect(errors).toEqual([]);
  });
});
