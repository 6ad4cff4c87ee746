// What a verdict cites of the machine is main's own record: every result that came to its end, with its digest and its parameters; a finding that no
// result proposes, or a proposal that the working paper leaves out, and nothing is signed.
import { createHash, randomUUID } from 'node:crypto';
import { resultFile } from '@main/analysis/exports';
import { gatherFacts } from '@main/signing/facts';
import { NO_QUESTION, ofTable } from '@shared/analysis/measure-question';
import { emptyRegistration } from '@shared/assessment/model';
import { mergeProposals, proposals } from '@shared/assessment/proposals';
import { scopeStepProposals } from '@shared/assessment/scope-proposals';
import { utf8 } from '@shared/basics/bytes';
import type { Instant } from '@shared/basics/units';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assessmentOf } from '../../shared/assessment/support';
import { edition } from '../../support/shipped-edition';
import { untilDone, type Workplace, workplace } from '../analysis/workplace';

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.end());

const AT = 1_795_000_000_000 as Instant;
const D1 = randomUUID();

it('a verdict cites main’s result of all tables, and no other word about it is taken', async () => {
  const people = `性别,年龄,诊断\n${'女,30,流感\n'.repeat(6)}男,40,骨折\n`;
  const scores = `m,s\n${'1,0.9\n0,0.1\n'.repeat(20)}`;
  const record = await place.add(D1, 'all.zip', zipSync({ 'a.csv': utf8(people), 'b.csv': utf8(scores) }));
  const { queue } = place.started();
  const question = {
    ...NO_QUESTION,
    quasi: ['性别', '年龄'],
    further: [{ ...ofTable(NO_QUESTION), table: 'b.csv', membership: { member: 'm', score: 's' } }],
  };
  const agreement = { ...emptyRegistration().agreement, id: '示协1', sharingMode: 'controlled' as const };
  queue.start(D1, place.list(D1), agreement, new Map([[record.sha256, question]]));
  await untilDone(queue);

  const held = { edition, sha256: 'e'.repeat(64), envelope: {}, bytes: new Uint8Array() };
  const { name, sha256, bytes, role } = record;
  const base = { ...emptyRegistration(), files: [{ name, sha256, bytes, role }] };
  const empty = { ...assessmentOf(base), id: D1, edition: { id: edition.id, version: edition.version, sha256: held.sha256 } };
  const found = [...proposals([...(queue.records(D1)[0]?.files ?? [])], edition), ...scopeStepProposals(base, edition)];
  const assessment = { ...mergeProposals(empty, found), registration: base };
  const gather = (paper: typeof assessment) =>
    gatherFacts(paper, {
      trust: { editions: () => [held], enrolmentAt: () => ({}), enrolments: () => [] },
      vault: place.vault,
      lockOf: () => null,
      analyses: queue,
      ledger: { lines: () => [] },
      clock: () => AT,
      reviewerKeyid: 'f'.repeat(64),
      lastReceiptAt: () => null,
    } as unknown as Parameters<typeof gatherFacts>[1]);

  const facts = gather(assessment);
  const [cited] = facts.ok ? facts.value.analyses : [];
  expect(cited?.parameters).toMatchObject({ quasi: '性别,年龄', 'table-2': 'b.csv', 'membership-2': 'member=m,score=s' });
  expect(cited?.files.map(({ risk, membership }) => [risk?.k, membership?.auc])).toEqual([
    [1, undefined],
    [undefined, 1],
  ]);
  // The digest is that of the very bytes that anybody can be given.
  const exported = resultFile(queue.records(D1), sha256)?.bytes ?? '';
  expect(cited?.result).toBe(createHash('sha256').update(exported).digest('hex'));

  const measured = assessment.findings.filter(({ id }) => /:(?:risk|membership)$/.test(id));
  expect(measured).toHaveLength(2);
  for (const { id } of measured) {
    const without = { ...assessment, findings: assessment.findings.filter((finding) => finding.id !== id) };
    expect(gather(without)).toMatchObject({ ok: false, code: 'ANALYSIS_UNKNOWN', detail: id });
  }
  const invented = { ...assessment, findings: assessment.findings.map((finding) => ({ ...finding, id: `${finding.id}x` })) };
  expect(gather(invented)).toMatchObject({ ok: false, code: 'ANALYSIS_UNKNOWN' });
});
