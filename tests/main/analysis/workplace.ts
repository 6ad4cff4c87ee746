// A queue over a real vault and real records, with the worker's side of a job run in this process in place of the window.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobInput, JobResult } from '@main/analysis/job';
import { createAnalysisQueue } from '@main/analysis/queue';
import { resultsKey } from '@main/analysis/records';
import type { Runner } from '@main/analysis/runner';
import { openQuarantine } from '@main/vault/quarantine';
import { type EvidenceRecord, openVault } from '@main/vault/vault';
import { type JobPort, serveJob } from '@shared/analysis/job';
import { analysisFileSchema } from '@shared/analysis/result';
import type { EvidenceRole } from '@shared/assessment/model';
import { failure, ok } from '@shared/basics/result';
import type { Instant, Milliseconds } from '@shared/basics/units';
import type { AnalysisView } from '@shared/contract/views';

const VAULT_KEY = Buffer.alloc(32, 3);

export type Script = (input: JobInput, cancelled: AbortSignal) => ReturnType<Runner['run']>;

/** What a window does with a job. */
export async function looked({ name, sha256, bytes, options, chunks }: JobInput): ReturnType<Runner['run']> {
  const posted: unknown[] = [];
  let send: (event: { data: unknown }) => void = () => {};
  const port: JobPort = {
    post: (message) => posted.push(message),
    listen: (listener) => {
      send = listener;
    },
  };
  const served = serveJob(port, { today: () => '2026-11-23', seconds: () => 0 });
  send({ data: { job: { name, sha256, bytes, options } } });
  for (const chunk of chunks) send({ data: new Uint8Array(chunk) });
  send({ data: null });
  await served;
  const last = posted.at(-1) as { result?: JobResult['files']; notChecked?: string[]; failed?: string };
  // Main takes nothing from a window that has not parsed.
  return last.result
    ? ok({ files: last.result.map((file) => analysisFileSchema.parse(file)), notChecked: last.notChecked ?? [] })
    : failure('ANALYSIS_REFUSED', last.failed ?? '');
}

export function workplace() {
  const root = mkdtempSync(path.join(tmpdir(), 'shiqi-queue-'));
  const folder = (name: string) => {
    mkdirSync(path.join(root, name), { recursive: true });
    return path.join(root, name);
  };
  const records = folder('records');
  let key: Buffer | null = VAULT_KEY;
  const needed = () => {
    if (!key) throw new Error('locked');
    return key;
  };
  const clock = () => 1_795_000_000_000 as Instant;
  const entered: string[] = [];
  let ledgerTakes = true;
  const newQuarantine = () =>
    openQuarantine(
      records,
      (id) => {
        if (ledgerTakes) entered.push(id);
        return ledgerTakes;
      },
      clock,
    );
  let quarantine = newQuarantine();
  const vault = openVault(folder('vault'), records, needed, clock, (sha256) => quarantine.kind(sha256, () => resultsKey(needed())));
  const inputs: JobInput[] = [];
  const limits: Milliseconds[] = [];
  let script: Script = looked;
  let discarded = 0;

  const started = () => {
    const told: AnalysisView[] = [];
    // Another start of the program knows only what is on disk.
    quarantine = newQuarantine();
    const queue = createAnalysisQueue({
      recordsFolder: records,
      key: () => key,
      vault: () => (key ? vault : null),
      quarantine,
      runner: {
        run: (input, limit, _progress, cancelled) => {
          inputs.push(input);
          limits.push(limit);
          return script(input, cancelled);
        },
        discard: () => {
          discarded++;
        },
      },
      appVersion: '0.1.0',
      proposed: (files) => files.flatMap(({ risk }) => (risk ? [`risk of ${risk.quasi.join()}`] : [])),
      changed: (view) => told.push(view),
      logger: { info: () => undefined, error: () => undefined },
    });
    return { queue, told };
  };

  return {
    records,
    inputs,
    /** How long main would wait for each of them. */
    limits,
    started,
    discarded: () => discarded,
    lock: () => {
      key = null;
    },
    unlock: () => {
      key = VAULT_KEY;
    },
    runs: (next: Script) => {
      script = next;
    },
    list: (dossier: string): readonly EvidenceRecord[] => vault.list(dossier),
    vault,
    /** As it is since the newest start. */
    quarantine: () => quarantine,
    quarantineKey: () => resultsKey(needed()),
    entered,
    ledgerTakes: (takes: boolean) => {
      ledgerTakes = takes;
    },
    remove: vault.remove,
    async add(dossier: string, name: string, content: string | Uint8Array, role: EvidenceRole = 'delivered'): Promise<EvidenceRecord> {
      const source = path.join(folder('incoming'), name);
      writeFileSync(source, content);
      const bytes = Buffer.byteLength(content);
      const added = await vault.add(dossier, role, { path: source, name, bytes }, () => undefined);
      if (!added.ok) throw new Error(added.code);
      return added.value;
    },
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}
export type Workplace = ReturnType<typeof workplace>;

/** Settles when nothing is left to look at. Bounded: a queue that hangs fails the test. */
export async function untilDone(queue: { readonly left: () => number }): Promise<void> {
  for (let turn = 0; turn < 20_000 && queue.left() > 0; turn++) await new Promise((resolve) => setImmediate(resolve));
  if (queue.left() > 0) throw new Error('the queue did not end');
}
