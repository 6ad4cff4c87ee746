// What lists show of a working paper, kept small so that thousands open at once. It holds nothing that the paper does not.
import type { Answer, AssessmentDraft, Coverage, Feature, Maker, Outcome, ProductForm, SharingMode } from '@shared/assessment/model';

export type InheritedPart = 'authorisation' | 'developer' | 'agreement';

export type AssessmentSummary = {
  readonly id: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly registeredAt: string | null;
  readonly editionSha256: string;
  /** State secrets are involved: no file, no verdict. */
  readonly secrets: boolean;
  readonly inherited: readonly { readonly part: InheritedPart; readonly answeredAt: string }[];
  readonly round: number;
  readonly previous: string | null;
  readonly product: string;
  readonly version: string;
  readonly form: ProductForm | null;
  readonly maker: Maker | null;
  readonly features: readonly Feature[];
  readonly coverage: Coverage['kind'];
  readonly sharingMode: SharingMode | null;
  readonly developer: string;
  readonly scenario: string;
  readonly agreement: string;
  readonly agreementTo: string;
  readonly files: number;
  readonly bytes: number;
  /** By item; one word each, for a list opens thousands of these. A compliant answer that was taken over is "inherited". */
  readonly answers: Readonly<Record<string, Answer | 'inherited'>>;
  readonly openFindings: number;
  readonly outcome: Outcome | null;
};

export function summarise(paper: AssessmentDraft): AssessmentSummary {
  const { registration: r } = paper;
  const delivered = r.files.filter((file) => file.role === 'delivered');
  const answers: Record<string, Answer | 'inherited'> = {};
  for (const [item, { answer, inheritedFrom }] of Object.entries(paper.answers))
    if (answer !== null) answers[item] = answer === 'compliant' && inheritedFrom !== null ? 'inherited' : answer;
  return {
    id: paper.id,
    revision: paper.revision,
    createdAt: paper.createdAt,
    updatedAt: paper.updatedAt,
    registeredAt: paper.registeredAt,
    editionSha256: paper.edition.sha256,
    secrets: r.stateSecrets.answer === 'involved',
    inherited: Object.entries(r.inherited).flatMap(([part, from]) =>
      from ? [{ part: part as InheritedPart, answeredAt: from.answeredAt }] : [],
    ),
    round: paper.round,
    previous: paper.previous,
    product: r.product.name,
    version: r.product.version,
    form: r.product.form,
    maker: r.product.maker,
    features: r.product.features,
    coverage: r.coverage.kind,
    sharingMode: r.agreement.sharingMode,
    developer: r.developer.name,
    scenario: r.agreement.scenario,
    agreement: r.agreement.id,
    agreementTo: r.agreement.term.to,
    files: delivered.length,
    bytes: delivered.reduce((sum, file) => sum + file.bytes, 0),
    answers,
    openFindings: paper.findings.filter((finding) => finding.disposition === null).length,
    outcome: paper.decision.outcome,
  };
}
