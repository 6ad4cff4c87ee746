// Measures in a job of the analysis window: the same words as on the command line, the same refusals, the same numbers.
import { createHash } from 'node:crypto';
import { DigestList, readKey, writeFingerprint } from '@shared/analysis/fingerprint/fingerprint';
import { type JobPort, serveJob } from '@shared/analysis/job';
import { analysisFileSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';

const TEXT = utf8(`性别,贷款,人数\n${'女,是,7\n'.repeat(21)}${'男,否,3\n'.repeat(21)}`);
const KEY = utf8('0a'.repeat(32));

/** A clock on which every look costs a second. */
function ticking(): () => number {
  let now = 0;
  return () => now++;
}

async function answer(
  options: object,
  content: Uint8Array = TEXT,
  seconds: () => number = () => 0,
): Promise<{ result?: unknown[]; notChecked?: string[]; failed?: string }> {
  const posted: unknown[] = [];
  const messages = [
    { job: { name: 'x.csv', sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, options } },
    content,
    null,
  ];
  let send: (event: { data: unknown }) => void = () => {};
  const port: JobPort = {
    post: (message) => posted.push(message),
    listen: (listener) => {
      send = listener;
    },
  };
  const served = serveJob(port, { today: () => '2026-11-23', seconds });
  for (const data of messages) send({ data });
  await served;
  return posted.at(-1) as { result?: unknown[] };
}

function fingerprint(): Uint8Array {
  const key = readKey(new TextDecoder().decode(KEY));
  if (!key.ok) throw new Error(key.code);
  const digests = new DigestList();
  for (const cells of [
    ['女', '是'],
    ['女', '否'],
  ])
    digests.add(key.value.digest(cells));
  return writeFingerprint(['性别', '贷款'], key.value, digests);
}

describe('a job with measures', () => {
  it('answers with them, by the sharing mode of the agreement', async () => {
    const measures = { quasi: '性别', confidential: '贷款', fingerprint: 'x', 'fingerprint-key': 'y' };
    const agreement = { id: '示协', fields: ['性别'], sharingMode: 'public' };
    const { result, notChecked } = await answer({ agreement, measures, fingerprint: fingerprint(), fingerprintKey: KEY });
    expect(analysisFileSchema.parse(result?.[0])).toMatchObject({
      risk: { k: 21, level: 3, sharingMode: 'public', l: { 贷款: { distinct: 1, recordsBelow2: 42 } } },
      smallCells: { threshold: 20, cells: 42, counted: 42 },
      overlap: { fingerprintRows: 2, equal: 1, rowsEqual: 21 },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(notChecked?.some((line) => line.includes('没有测算重标识风险'))).toBe(false);
  });

  it('says that nothing was measured where nothing was asked', async () => {
    const { result, notChecked } = await answer({});
    expect(Object.keys(result?.[0] ?? {}).filter((key) => ['risk', 'smallCells', 'membership', 'overlap'].includes(key))).toEqual([]);
    expect(notChecked?.some((line) => line.includes('没有测算重标识风险'))).toBe(true);
  });

  it.each([
    [{ maxRows: 7_000 }, 'MAX_ROWS', true],
    [{ maxBytes: 30_000 }, 'MAX_BYTES', true],
    [{ maxSeconds: 1 }, 'MAX_SECONDS', true],
    [{ maxMiB: 1 / 16 }, 'RISK_TOO_LARGE', false],
  ])('within %j answers for what it could hold and says %s', async (limit, code, withRisk) => {
    const long = utf8(`a,b\n${Array.from({ length: 60_000 }, (_, i) => `v${i},1\n`).join('')}`);
    const { result } = await answer({ ...limit, measures: { quasi: 'a' } }, long, ticking());
    const [file] = (result ?? []).map((each) => analysisFileSchema.parse(each));
    expect([file?.partly?.code, file?.risk !== undefined]).toEqual([code, withRisk]);
    expect(file?.partly?.rowsRead).toBe(file?.rows);
    if (withRisk) expect(file?.rows).toBeLessThan(60_000);
  });

  it.each([
    [{ measures: { quasi: '年龄' } }, 'COLUMN_MISSING'],
    [{ measures: { confidential: '贷款' } }, 'PARAMETER_ALONE'],
    [{ measures: { quasi: '性别', 'context-probability': '2' } }, 'PARAMETER_INVALID'],
    [{ measures: { counts: '人数' } }, 'SHARING_MODE_MISSING'],
    [{ measures: { colour: 'red' } }, 'JOB_INVALID'],
    [{ measures: { fingerprint: 'x', 'fingerprint-key': 'y' } }, 'FINGERPRINT_INVALID'],
    [{ measures: { fingerprint: 'x', 'fingerprint-key': 'y' }, fingerprint: utf8('{}\n'), fingerprintKey: KEY }, 'FINGERPRINT_INVALID'],
    [{ measures: {}, fingerprint: fingerprint(), fingerprintKey: utf8('0b'.repeat(32)) }, 'FINGERPRINT_KEY_OTHER'],
  ])('%j is refused with %s', async (options, code) => {
    expect(await answer(options)).toEqual({ failed: code });
  });
});
