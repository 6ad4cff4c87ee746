// A bureau in this process, over real HTTP and a real database, in a temporary folder that goes away with the test.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@shared/basics/time';
import { parseTrustFile, type TrustedBureau } from '@shared/bureau/trust';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { type RunningBureau, startBureau } from '../../../src-bureau/bureau';
import { openPool } from './open-pool';
import { NOON, signerFrom } from './statements';
import { type CleanUp, layEmptyStore } from './store-template';
import { TestWorkstation } from './workstation';

export const EDITION = `${JSON.stringify({
  v: 1,
  id: 'example-2026',
  version: '0.1.0',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: null,
  successor: null,
})}\n`;

export type Setting = { folder?: string; practice?: boolean; autoApprove?: boolean; clock?: Clock; port?: number };

/** A data folder with an empty store and a folder of editions. */
export async function newFolder(atEnd: CleanUp = onTestFinished): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiqi-bureau-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  await layEmptyStore(folder, atEnd);
  await mkdir(join(folder, 'editions/example-2026'), { recursive: true });
  await writeFile(join(folder, 'editions/example-2026/edition.json'), EDITION);
  return folder;
}

export type Bench = {
  readonly folder: string;
  readonly bureau: RunningBureau;
  readonly trust: TrustedBureau;
  readonly staffToken: string;
  readonly errors: unknown[];
  /** Enrolled, unless told otherwise; by default one of this test's own. */
  readonly workstation: (seed?: string, enrolled?: boolean) => Promise<TestWorkstation>;
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: Uint8Array<ArrayBuffer> | string, headers?: Record<string, string>) => Promise<Response>;
  readonly staff: (path: string, body?: object) => Promise<Response>;
};

export async function openBench(setting: Setting = {}, atEnd: CleanUp = onTestFinished): Promise<Bench> {
  const folder = setting.folder ?? (await newFolder(atEnd));
  const errors: unknown[] = [];
  const bureau = await startBureau({
    folder,
    openPool: () => openPool(folder),
    editions: join(folder, 'editions'),
    name: '演练接收服务',
    port: setting.port ?? 0,
    practice: setting.practice ?? true,
    autoApprove: setting.autoApprove ?? true,
    clock: setting.clock ?? (() => NOON),
    report: (error) => errors.push(error),
  });
  atEnd(bureau.stop);
  const [trust] = unwrap(parseTrustFile(await readFile(bureau.trustPath)));
  if (trust === undefined) throw new Error('the trust file names a bureau');
  const staffToken = (await readFile(bureau.staffTokenPath, 'utf8')).trim();
  const post: Bench['post'] = (path, body, headers = {}) =>
    fetch(bureau.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return {
    folder,
    bureau,
    trust,
    staffToken,
    errors,
    async workstation(seed = expect.getState().currentTestName ?? 'workstation', enrolled = true) {
      const workstation = new TestWorkstation(bureau.url, signerFrom('ed25519', seed));
      if (enrolled) await workstation.enrol(trust.origin);
      return workstation;
    },
    get: (path) => fetch(bureau.url + path),
    post,
    staff: (path, body) => {
      const authorization = `Bearer ${staffToken}`;
      return body === undefined
        ? fetch(bureau.url + path, { headers: { authorization } })
        : post(path, JSON.stringify(body), { authorization });
    },
  };
}

/** One bureau for a whole file, whose tests each bring a workstation of their own. @returns what gives it, from `beforeAll` on. */
export function shareBench(prepare: (bench: Bench) => Promise<unknown> = async () => undefined): () => Bench {
  let bench: Bench | null = null;
  const last: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    bench = await openBench({}, (end) => last.push(end));
    await prepare(bench);
  });
  afterAll(async () => {
    while (last.length > 0) await last.pop()?.();
  });
  return () => {
    if (bench === null) throw new Error('the bench opens before the first test');
    return bench;
  };
}

export function unwrap<T>(result: { ok: true; value: T } | { ok: false; code: string; detail?: string }): T {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`);
  return result.value;
}
