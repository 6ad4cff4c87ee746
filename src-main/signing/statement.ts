// Turns a complete assessment and main's own facts into the verdict's subjects and predicate. Pure: what comes out depends on what goes in, and
// the bytes built from it are the ones shown and signed.

import { ANALYSIS_TOOL } from '@main/analysis/records';
import type { EvidenceRecord } from '@main/vault/vault';
import type { CompleteAssessment } from '@shared/assessment/completeness';
import { verdictParts } from '@shared/assessment/verdict-parts';
import { visibleName } from '@shared/attestation/names';
import type { Subject } from '@shared/attestation/statements/authority';
import type { PredicateInput } from '@shared/attestation/statements/statement';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { timestamp } from '@shared/basics/time';
import type { StatedBasis } from '@shared/regulation/basis';
import type { Facts } from './facts';

export type Position = {
  readonly number: string;
  readonly practice: boolean;
  readonly basis: StatedBasis;
  readonly workstation: string;
  /** Ledger size and hash of its last line, now. */
  readonly ledger: { readonly seq: number; readonly head: string };
  /** The last bureau note seen, whole; null gives no lower bound in time. */
  readonly checkpoint: string | null;
};

type Verdict = PredicateInput<'verdict'>;

export const verdictSubjects = (evidence: readonly EvidenceRecord[]): Subject[] =>
  delivered(evidence).map(({ name, sha256, sm3 }) => ({
    name: visibleName(name),
    digest: { sha256: sha256 as Subject['digest']['sha256'], sm3 },
  }));

const delivered = (evidence: readonly EvidenceRecord[]) => evidence.filter(({ role }) => role === 'delivered');

export function verdictPredicate(assessment: CompleteAssessment, facts: Facts, position: Position): Verdict {
  const { registration, decision } = assessment;
  const { product, developer, authorisation, agreement } = registration;
  const parts = verdictParts(assessment, facts.edition.edition, facts.context);
  return {
    number: position.number,
    practice: position.practice,
    product: { name: product.name, form: product.form, version: product.version, maker: product.maker, features: [...product.features] },
    developer: { name: developer.name, uscc: developer.uscc },
    authorisation: { number: authorisation.number, validTo: authorisation.validTo, sha256: sha256Hex(utf8(JSON.stringify(authorisation))) },
    sources: registration.sources.flatMap(({ catalogueCode, provider, providerKind, level, supplyNote, sharedConsent }) =>
      providerKind === null ? [] : [{ catalogueCode, provider, providerKind, level, supplyNote, sharedConsent }],
    ),
    agreement: { ...agreement, sharingMode: agreement.sharingMode },
    edition: { id: facts.edition.edition.id, sha256: facts.edition.sha256 },
    basis: { ...position.basis, readings: [...position.basis.readings], documents: [...position.basis.documents] },
    answers: parts.answers.map((answer) => ({ ...answer, evidence: [...answer.evidence] })),
    findings: parts.findings.map((finding) => ({ ...finding, alsoRisks: [...finding.alsoRisks] })),
    analyses: facts.analyses.map(({ version, parameters, result, sha256 }) => ({
      tool: ANALYSIS_TOOL,
      version,
      parameters: { ...parameters, file: sha256 },
      result: { sha256: result ?? '' },
    })),
    notChecked: [...parts.notChecked],
    outcome: decision.outcome,
    conditions: parts.conditions.map((condition) => ({ ...condition, due: condition.due || null })),
    rectification: parts.rectification.map((item) => ({ ...item, due: item.due || null })),
    grounds: [...parts.grounds],
    ...(decision.statement.trim() === '' ? {} : { remarks: decision.statement }),
    round: assessment.round,
    previous: assessment.previous === null ? null : { sha256: assessment.previous },
    ...coverageOf(assessment, facts),
    validUntil: parts.validUntil,
    reviewBy: parts.reviewBy,
    reviewers: [{ person: facts.enrolment.predicate.person, act: 'review' }],
    decidedAt: timestamp(facts.at),
    keyProtection: 'file',
    workstation: position.workstation,
    ledger: position.ledger,
    checkpoint: position.checkpoint,
  };
}

/** The coverage says by digest what later deliveries are held against: the column list of a series, the interface of a service. */
function coverageOf({ registration }: CompleteAssessment, facts: Facts): Pick<Verdict, 'coverage'> {
  const { coverage } = registration;
  switch (coverage.kind) {
    case 'files':
      return { coverage: { kind: 'files' } };
    case 'series': {
      const columns = facts.analyses
        .filter(({ role }) => role === 'delivered')
        .flatMap(({ files }) => files.map(({ columns: list = [] }) => list.map(({ name }) => name)));
      const { frequency, from, to, bounds, checks } = coverage;
      return { coverage: { kind: 'series', schema: sha256Hex(utf8(JSON.stringify(columns))), frequency, from, to, bounds, checks } };
    }
    case 'service': {
      const files = delivered(facts.evidence);
      const openapi = files.find(({ name }) => /openapi.*\.(ya?ml|json)$/i.test(name)) ?? files[0];
      const samples = files.filter((file) => file !== openapi).map(({ sha256 }) => sha256);
      return openapi ? { coverage: { kind: 'service', openapi: openapi.sha256, samples, limits: coverage.limits } } : {};
    }
  }
}
