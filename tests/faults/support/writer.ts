// A process of its own that opens a ledger on real files and appends until it is killed. Says over its standard output what it acknowledges:
// "R <lines> <health>" once open, "L <seq> <SHA-256 of the line>", "C <lines>" for a checkpoint. Bundled and started by `writers.ts`.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import path from 'node:path';
import { openLedgerFiles } from '@main/ledger/files';
import { openLedger } from '@main/ledger/ledger';
import { clock, entry, signer, workstation } from './entries';
import { acknowledgesEarly, withoutSync } from './mutants';

export const WRITERS = { honest: openLedgerFiles, acknowledgesEarly, withoutSync } as const;
export type Writer = keyof typeof WRITERS;

/** Every sixteenth entry is long enough for a kill to fall into its write. */
const paddings = (count: number) => (count % 16 === 15 ? 60_000 : (count * 137) % 1_500);

function run(profile: string, writer: Writer, name: string): never {
  const say = (text: string) => writeSync(1, `${text}\n`);
  const openFiles = WRITERS[writer];
  const ledger = openLedger(openFiles(path.join(profile, 'ledger'), path.join(profile, 'checkpoints')), clock, () => workstation);
  say(`R ${ledger.size()} ${ledger.health().code}`);
  for (let count = 0; ; count++) {
    const done = ledger.append(entry(`${name}-${count}`, paddings(count)));
    if (!done.ok) process.exit(2);
    say(`L ${done.value.seq} ${createHash('sha256').update(done.value.line).digest('hex')}`);
    if (count % 8 !== 7) continue;
    ledger.checkpoint(signer);
    if (ledger.health().readOnly) process.exit(3);
    say(`C ${ledger.size()}`);
  }
}

const [profile = '', writer = '', name = ''] = process.argv.slice(2);
run(profile, writer as Writer, name);
