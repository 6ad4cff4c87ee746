// Raw data, and personal data beyond the agreement: locked by a person on main's own grounds, reported before anything is deleted, deleted on another
// person's word, once, and to the end although the program ends in between.
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openLedger } from '@main/ledger/ledger';
import { createOperations } from '@main/operations/operations';
import { createQuarantineActs, type PeopleHere } from '@main/quarantine/quarantine-acts';
import { gatherFacts, lockedFilesOf } from '@main/signing/facts';
import type { IncidentSigning } from '@main/signing/incidents';
import { openFileKey } from '@main/vault/sealed-file';
import { emptyRegistration } from '@shared/assessment/model';
import { mergeProposals, proposals } from '@shared/assessment/proposals';
import { scopeStepProposals } from '@shared/assessment/scope-proposals';
import { IN_TOTO_PAYLOAD_TYPE, openEnvelope, signEnvelope } from '@shared/attestation/dsse';
import { buildStatement, statementOf } from '@shared/attestation/statements/statement';
import { generatePrivateKey, publicKeyOf, signerOf } from '@shared/attestation/suites';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok } from '@shared/basics/result';
import type { Instant } from '@shared/basics/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assessmentOf } from '../../shared/assessment/support';
import { edition } from '../../support/shipped-edition';
import { untilDone, type Workplace, workplace } from '../analysis/workplace';
import { memoryFiles } from '../ledger/memory-files';

const D1 = randomUUID();
const D2 = randomUUID();
const AT = 1_795_000_000_000 as Instant;
const agreement = { ...emptyRegistration().agreement, id: '示协1', sharingMode: 'controlled' as const, fields: ['周次'] };
const PEOPLE = `手机号,周次\n${Array.from({ length: 30 }, (_, n) => `1390000${1001 + n},${n % 9}\n`).join('')}`;

const keyOf = (fill: number) => generatePrivateKey('ed25519', () => new Uint8Array(32).fill(fill));
const REVIEWER = keyOf(1);
const SECOND = keyOf(2);
const keyid = (key: typeof REVIEWER) => publicKeyOf(key).keyid;
const ME = { name: '林审一', keyid: keyid(REVIEWER) };
const OTHER = { name: '周复二', keyid: keyid(SECOND), person: 'zhou', mayConfirm: true };

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.end());

/** A workstation whose signing window is answered by `answers`: signed, or left. */
async function workstation(options: { content?: string; countersigners?: PeopleHere['countersigners'] } = {}) {
  const record = await place.add(D1, 'people.csv', options.content ?? PEOPLE);
  const { queue, told } = place.started();
  queue.start(D1, place.list(D1), agreement);
  await untilDone(queue);
  const disk = memoryFiles();
  const ledger = openLedger(
    disk.files,
    () => AT,
    () => null,
  );
  const operations = createOperations(ledger, () => 'lin');
  const asked: Parameters<IncidentSigning['sign']>[0][] = [];
  let answer: 'signed' | 'cancelled' = 'signed';
  let beforeSigned: () => void = () => undefined;
  // What the window and the keys do, without either.
  const incidents: IncidentSigning = {
    async sign(given) {
      asked.push(given);
      const key = given.countersigner === null ? REVIEWER : SECOND;
      const payload = buildStatement('incident', { suite: 'ed25519', subject: [given.subject], predicate: given.predicate });
      operations.record(given.act, given.id, { digest: sha256Hex(payload) });
      if (answer === 'cancelled') return ok('cancelled');
      ledger.append({ kind: 'statement', body: signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signerOf(key)]) });
      beforeSigned();
      given.signed();
      return ok('signed');
    },
  };
  const people: PeopleHere = { reviewer: ME, countersigners: options.countersigners ?? [OTHER] };
  const personOf = new Map<string, { person: string; name: string }>([
    [ME.keyid, { person: 'lin', name: ME.name }],
    [OTHER.keyid, { person: 'zhou', name: OTHER.name }],
  ]);
  const enrolment = (id: string) => {
    const predicate = personOf.get(id);
    return predicate ? [{ keyid: id, predicate }] : [];
  };
  const parts = {
    quarantine: place.quarantine(),
    key: place.quarantineKey,
    vault: () => place.vault,
    analyses: queue,
    ledger,
    operations,
    trust: { enrolments: enrolment, enrolmentAt: (id: string) => enrolment(id)[0] ?? null },
    incidents,
    people: () => people,
    clock: () => AT,
    logger: { error: () => undefined },
  } as unknown as Parameters<typeof createQuarantineActs>[0];
  const acts = createQuarantineActs(parts);
  return {
    record,
    queue,
    told,
    ledger,
    acts,
    asked,
    parts,
    sealed: path.join(place.records, '..', 'vault', `${record.sha256}.sealed`),
    cancels: () => {
      answer = 'cancelled';
    },
    signs: () => {
      answer = 'signed';
    },
    /** Runs between the signed line and what follows it. */
    beforeSigned: (run: () => void) => {
      beforeSigned = run;
    },
    receipt: () => {
      const seq = ledger.lines().findLast(({ entry }) => entry.kind === 'statement')?.entry.seq ?? -1;
      ledger.append({ kind: 'receipt', body: { seq, proof: 'proof' } });
    },
    recorded: () => ledger.lines().flatMap(({ entry }) => (entry.kind === 'operation' ? [entry.body] : [])),
  };
}
const WORDS = { what: '协议以外的列有手机号码 30 格', measures: '已锁住', severity: 4 };

describe('locking', () => {
  it('needs a ground in main’s own results, and shuts the content while the result stands', async () => {
    const { acts, record, queue, told, parts } = await workstation();
    const [before] = queue.records(D1);
    expect(acts.lock(D1, record.sha256)).toEqual(ok(null));
    expect(() => [...place.vault.chunks(record)]).toThrow();
    expect([place.vault.hold(record), place.vault.holds(record), place.vault.remove(D1, record.sha256)]).toEqual([null, false, false]);
    expect(queue.records(D1)[0]).toEqual(before);
    expect(told.at(-1)?.quarantine).toMatchObject({
      data: { name: '林审一', erasedAt: null, grounds: [{ code: 'PERSONAL_DATA', count: 30 }] },
    });
    expect(acts.lock(D1, record.sha256)).toEqual(failure('EVIDENCE_LOCKED'));
    await expect(place.add(D2, 'again.csv', PEOPLE)).rejects.toThrow('EVIDENCE_LOCKED');
    // Asked again, it is not read again, and what was seen is still cited.
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(queue.records(D1)[0]).toMatchObject({ state: 'done', result: before?.result, files: before?.files });
    expect(lockedFilesOf(place.list(D1), (sha256) => parts.quarantine.of(sha256, parts.key))).toMatchObject([
      { name: 'people.csv', erasedAt: null },
    ]);
  });

  it('is refused where the results show nothing of the kind, for another dossier, and without a ledger', async () => {
    const { acts, record } = await workstation({ content: '周次,供热\n1,2\n' });
    expect(acts.lock(D1, record.sha256)).toEqual(failure('QUARANTINE_NO_GROUND'));
    expect(acts.lock(D2, record.sha256)).toEqual(failure('EVIDENCE_UNKNOWN'));
    expect(place.vault.isLocked(record.sha256)).toBe(false);
  });

  it('ends a look that is under way, in every dossier', async () => {
    const { acts, record, queue } = await workstation();
    await place.add(D2, 'same.csv', PEOPLE);
    place.runs(
      (_input, cancelled) => new Promise((resolve) => cancelled.addEventListener('abort', () => resolve(failure('ANALYSIS_CANCELLED')))),
    );
    queue.start(D2, place.list(D2), agreement);
    const discarded = place.discarded();
    acts.lock(D1, record.sha256);
    await untilDone(queue);
    expect(queue.records(D2)[0]).toMatchObject({ state: 'failed', code: 'EVIDENCE_LOCKED', result: null });
    expect(place.discarded()).toBeGreaterThan(discarded);
  });
});

describe('a file with a mark of a state secret', () => {
  it('takes none of these steps', async () => {
    const { acts, parts, record } = await workstation();
    parts.quarantine.hold(record.sha256, parts.key);
    expect(acts.lock(D1, record.sha256)).toEqual(failure('EVIDENCE_QUARANTINED'));
    expect(acts.steps(record.sha256)).toEqual(failure('EVIDENCE_QUARANTINED'));
    expect(await acts.report(record.sha256, WORDS)).toEqual(failure('EVIDENCE_QUARANTINED'));
    expect(acts.noteNotices(record.sha256)).toEqual(failure('EVIDENCE_QUARANTINED'));
    expect(await acts.confirmDeletion(record.sha256, OTHER.keyid)).toEqual(failure('EVIDENCE_QUARANTINED'));
    expect(place.vault.erase(record.sha256)).toBe(false);
  });
});

describe('the order of the steps', () => {
  it('is report, receipt, confirmation, deletion; each is refused before the one in front of it', async () => {
    const w = await workstation();
    const { acts, record, sealed } = w;
    expect(await acts.report(record.sha256, WORDS)).toEqual(failure('QUARANTINE_UNKNOWN'));
    acts.lock(D1, record.sha256);
    expect(await acts.confirmDeletion(record.sha256, OTHER.keyid)).toEqual(failure('REPORT_MISSING'));
    expect(acts.noteNotices(record.sha256)).toEqual(failure('REPORT_MISSING'));
    w.cancels();
    expect(await acts.report(record.sha256, WORDS)).toEqual(ok({ state: 'cancelled' }));
    expect(await acts.confirmDeletion(record.sha256, OTHER.keyid)).toEqual(failure('REPORT_MISSING'));
    w.signs();
    expect(await acts.report(record.sha256, WORDS)).toEqual(ok({ state: 'signed' }));
    expect(await acts.report(record.sha256, WORDS)).toEqual(failure('ALREADY_REPORTED'));
    expect(await acts.confirmDeletion(record.sha256, OTHER.keyid)).toEqual(failure('REPORT_NOT_RECEIVED'));
    w.receipt();
    expect(acts.noteNotices(record.sha256)).toEqual(ok(null));
    expect(await acts.confirmDeletion(record.sha256, ME.keyid)).toEqual(failure('SAME_PERSON'));
    expect(await acts.confirmDeletion(record.sha256, 'f'.repeat(64))).toEqual(failure('COUNTERSIGNER_UNKNOWN'));
    expect(existsSync(sealed)).toBe(true);
    expect(await acts.confirmDeletion(record.sha256, OTHER.keyid)).toEqual(ok({ state: 'deleted' }));
    expect(existsSync(sealed)).toBe(false);
    expect(await acts.confirmDeletion(record.sha256, OTHER.keyid)).toEqual(failure('ALREADY_DELETED'));
    // Name and digests stay, and the same bytes do not come back.
    expect(place.list(D1)).toHaveLength(1);
    await expect(place.add(D2, 'again.csv', PEOPLE)).rejects.toThrow('EVIDENCE_LOCKED');
    expect(existsSync(sealed)).toBe(false);
  });

  it('stands in the ledger: who, which digest, counts, and no content', async () => {
    const w = await workstation();
    w.acts.lock(D1, w.record.sha256);
    await w.acts.report(w.record.sha256, WORDS);
    w.receipt();
    await w.acts.confirmDeletion(w.record.sha256, OTHER.keyid);
    const { sha256 } = w.record;
    expect(place.entered).toHaveLength(1);
    expect(w.recorded().map(({ act, by }) => [act, by])).toEqual([
      ['incident.report', 'lin'],
      ['incident.close', 'lin'],
      ['evidence.delete', 'zhou'],
    ]);
    expect(w.recorded().at(-1)).toMatchObject({ id: place.entered[0], digest: sha256, reason: 'QUARANTINE' });
    const statements = w.ledger.lines().flatMap(({ entry }) => {
      const opened = entry.kind === 'statement' ? openEnvelope(entry.body) : null;
      const statement = opened?.ok ? statementOf(opened.value) : null;
      return statement?.ok && statement.value.kind === 'incident' ? [statement.value] : [];
    });
    expect(statements.map(({ subject }) => subject[0]?.digest.sha256)).toEqual([sha256, sha256]);
    expect(statements[0]?.predicate).toMatchObject({ what: WORDS.what, trigger: 'problem', recipients: [{ body: 'bureau' }] });
    // The second says which report it follows.
    const steps = w.acts.steps(sha256);
    expect(statements[1]?.predicate.what).toContain(steps.ok ? steps.value.report?.sha256 : 'no steps');
    expect(JSON.stringify(w.ledger.lines().map(({ entry }) => entry))).not.toContain('1390000');
  });

  it('takes no second key of the same person, and nobody whom the bureau does not know', async () => {
    const same = { ...OTHER, keyid: 'a'.repeat(64), person: 'lin' };
    const unknown = { ...OTHER, keyid: 'b'.repeat(64), person: null, mayConfirm: false };
    const w = await workstation({ countersigners: [same, unknown] });
    w.acts.lock(D1, w.record.sha256);
    await w.acts.report(w.record.sha256, WORDS);
    w.receipt();
    expect(await w.acts.confirmDeletion(w.record.sha256, same.keyid)).toEqual(failure('SAME_PERSON'));
    expect(await w.acts.confirmDeletion(w.record.sha256, unknown.keyid)).toEqual(failure('COUNTERSIGNER_NOT_ENROLLED'));
    expect(w.asked).toHaveLength(1);
  });

  it('refuses a report that would carry an identifier away', async () => {
    const { acts, record } = await workstation();
    acts.lock(D1, record.sha256);
    const words = { ...WORDS, what: '例如手机 13900001001' };
    expect(await acts.report(record.sha256, words)).toMatchObject({ ok: false, code: 'PRIVATE_DATA_IN_TEXT' });
  });
});

describe('a program that ended in the middle of a deletion', () => {
  const ENDED = new Error('ended');
  /** Confirmed and received, and ended before anything was carried out. */
  async function confirmed() {
    const w = await workstation();
    w.acts.lock(D1, w.record.sha256);
    await w.acts.report(w.record.sha256, WORDS);
    w.receipt();
    w.beforeSigned(() => {
      throw ENDED;
    });
    await expect(w.acts.confirmDeletion(w.record.sha256, OTHER.keyid)).rejects.toBe(ENDED);
    return w;
  }
  const deletions = (w: Awaited<ReturnType<typeof confirmed>>) => w.recorded().filter(({ act }) => act === 'evidence.delete');

  it('goes on at the next start, before and after the line, and does nothing twice', async () => {
    const w = await confirmed();
    expect([existsSync(w.sealed), deletions(w).length]).toEqual([true, 0]);
    const again = createQuarantineActs(w.parts);
    again.resume();
    again.resume();
    expect([existsSync(w.sealed), deletions(w).length]).toEqual([false, 1]);
    expect(await again.confirmDeletion(w.record.sha256, OTHER.keyid)).toEqual(failure('ALREADY_DELETED'));
  });

  it('between the line and the bytes: the line is not written again, the bytes go', async () => {
    const w = await confirmed();
    const { erase } = place.vault;
    const failing = createQuarantineActs({
      ...w.parts,
      vault: () => ({
        ...place.vault,
        erase: () => {
          throw ENDED;
        },
      }),
    });
    failing.resume();
    expect([existsSync(w.sealed), deletions(w).length]).toEqual([true, 1]);
    expect(w.parts.quarantine.record(w.record.sha256, w.parts.key)?.data?.erasedAt).toBeNull();
    createQuarantineActs(w.parts).resume();
    expect([existsSync(w.sealed), deletions(w).length]).toEqual([false, 1]);
    expect(erase(w.record.sha256)).toBe(true);
  });

  it('deletes nothing while the ledger takes no line', async () => {
    const w = await confirmed();
    const silent = createQuarantineActs({ ...w.parts, operations: { record: () => false } as never });
    silent.resume();
    expect(existsSync(w.sealed)).toBe(true);
  });
});

describe('what is deleted', () => {
  it('is the sealed key first: the bytes that a disk may keep do not open any more', async () => {
    const { acts, record, sealed, parts } = await workstation();
    acts.lock(D1, record.sha256);
    const before = readFileSync(sealed);
    // A second name for the same bytes stands for a disk that keeps them.
    const kept = `${sealed}.kept`;
    linkSync(sealed, kept);
    expect(place.vault.erase(record.sha256)).toBe(true);
    expect(existsSync(sealed)).toBe(false);
    const after = readFileSync(kept);
    expect(after.subarray(0, -61).equals(before.subarray(0, -61))).toBe(true);
    expect(() => openFileKey(kept, Buffer.alloc(32, 3), record.sha256, record.bytes)).toThrow();
    expect(parts.quarantine.kind(record.sha256, parts.key)).toBe('data');
    expect(place.vault.erase(record.sha256)).toBe(true);
  });
});

describe('a verdict over a dossier with locked data', () => {
  it('rests on what was seen before the lock, says that nobody hashed the bytes again, and stays possible when they are gone', async () => {
    const { acts, record, queue, parts } = await workstation();
    const held = { edition, sha256: 'e'.repeat(64), envelope: {}, bytes: new Uint8Array() };
    const { name, sha256, bytes, role } = record;
    const base = { ...emptyRegistration(), files: [{ name, sha256, bytes, role }] };
    const empty = { ...assessmentOf(base), id: D1, edition: { id: edition.id, version: edition.version, sha256: held.sha256 } };
    const found = [...proposals([...(queue.records(D1)[0]?.files ?? [])], edition), ...scopeStepProposals(base, edition)];
    const assessment = { ...mergeProposals(empty, found), registration: base };
    const gather = () =>
      gatherFacts(assessment, {
        trust: { editions: () => [held], enrolmentAt: () => ({}), enrolments: () => [] },
        vault: place.vault,
        lockOf: (digest: string) => parts.quarantine.of(digest, parts.key),
        analyses: queue,
        ledger: { lines: () => [] },
        clock: () => AT,
        reviewerKeyid: ME.keyid,
        lastReceiptAt: () => null,
      } as unknown as Parameters<typeof gatherFacts>[1]);
    const open = gather();
    expect(open.ok && [open.value.locked, open.value.context.locked]).toEqual([[], []]);
    acts.lock(D1, sha256);
    const locked = gather();
    expect(locked.ok && locked.value.context.locked).toEqual([name]);
    expect(locked.ok && locked.value.context.notChecked[0]).toContain(`“${name}”`);
    // The results that a person judged are cited as before.
    expect(locked.ok && open.ok && locked.value.analyses).toEqual(open.ok && open.value.analyses);
    place.vault.erase(sha256);
    parts.quarantine.erased(sha256, parts.key);
    const gone = gather();
    expect(gone.ok && gone.value.locked[0]?.erasedAt).toMatch(/^2026-/);
    expect(gone.ok && gone.value.context.notChecked[0]).toContain('删除');
  });
});
