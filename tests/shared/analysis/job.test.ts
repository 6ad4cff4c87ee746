// The worker's side of a job: first the job, then bytes, then the end; every chunk acknowledged, one answer, no silence.
import { createHash } from 'node:crypto';
import { type JobPort, serveJob } from '@shared/analysis/job';
import { analysisFileSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { contentTexts } from '@shared/texts/analysis-content';
import { describe, expect, it } from 'vitest';

const TEXT = utf8('姓名,手机\n示例甲,13900001001\n示例乙,13900001002\n');
const sha256 = createHash('sha256').update(TEXT).digest('hex');
const job = (options: object = {}, bytes = TEXT.length) => ({ job: { name: 'x.csv', sha256, bytes, options } });
const clock = { today: () => '2026-11-23', seconds: () => 0 };

/** Posts everything at once, as main does within its credits. */
async function answers(messages: readonly unknown[]): Promise<unknown[]> {
  const posted: unknown[] = [];
  let send: (event: { data: unknown }) => void = () => {};
  const port: JobPort = {
    post: (message) => posted.push(message),
    listen: (listener) => {
      send = listener;
    },
  };
  const served = serveJob(port, clock);
  for (const data of messages) send({ data });
  await served;
  return posted;
}

const last = async (messages: readonly unknown[]) => (await answers(messages)).at(-1);

describe('a job', () => {
  it('acknowledges every chunk and answers with a result about its file', async () => {
    const posted = await answers([job(), TEXT.subarray(0, 7), TEXT.subarray(7), null]);
    expect(posted.filter((message) => JSON.stringify(message) === '{"more":true}').length).toBe(2);
    const { result, notChecked } = posted.at(-1) as { result: unknown[]; notChecked: string[] };
    expect(analysisFileSchema.parse(result[0])).toMatchObject({ name: 'x.csv', sha256, rows: 2 });
    expect(notChecked.length).toBeGreaterThan(0);
    // It crosses a port: nothing but JSON.
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('takes the agreement as the register keeps it, with what is not filled in left empty', async () => {
    const agreement = {
      id: '示协',
      fields: ['姓名'],
      sharingMode: null,
      period: { column: '', from: '', to: '' },
      area: { column: '', codes: [] },
      grain: { time: null, area: null },
    };
    expect(await last([job({ agreement }), TEXT, null])).toMatchObject({ result: [{ scope: { unauthorised: ['手机'], missing: [] } }] });
  });

  it('says that replies were not compared with a description that cannot be read', async () => {
    const { openapiBeside } = contentTexts.zh.notChecked;
    const about = async (openapi: string) => await last([job({ openapi: utf8(openapi) }), TEXT, null]);
    expect(await about('{"openapi":')).toMatchObject({ notChecked: expect.arrayContaining([openapiBeside]) });
    const readable = JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths: {} });
    expect(await about(readable)).toMatchObject({ notChecked: expect.not.arrayContaining([openapiBeside]) });
  });

  it.each([
    ['what is no job', [{ hello: 1 }], 'JOB_INVALID'],
    ['an agreement without fields', [job({ agreement: { id: 'x' } })], 'AGREEMENT_INVALID'],
    ['a file that ends early', [job({}, TEXT.length + 1), TEXT, null], 'FILE_CUT_SHORT'],
    ['something that is not bytes', [job(), TEXT.subarray(0, 9), 'bytes'], 'FILE_CUT_SHORT'],
    ['binary content', [job({}, 8), new Uint8Array(8), null], 'BINARY'],
  ])('refuses %s', async (_what, messages, code) => {
    expect(await last(messages)).toEqual({ failed: code });
  });

  it('answers before the end when nothing in the file can be opened', async () => {
    expect(await last([job({}, 10_000), new Uint8Array(1_000_000), utf8('more')])).toEqual({ failed: 'BINARY' });
  });
});
