// The stated basis of a verdict: which bases may be chosen at an instant, why the others are closed, and the object that is signed. It computes from
// the status and from what registration says of sources and agreements; it never chooses. Called by the basis panel and again by the signing room.
import { failure, ok, type Result } from '../basics/result';
import type { Sha256Hex } from '../basics/units';
import { MEASURES } from './measures';
import { type BasisSourceDocument, DATA_SECURITY_LAW, NATIONAL_NORM, PERSONAL_INFORMATION_LAW } from './sources';
import type { Basis, SuccessorEdition } from './validity';
import { BASIS_CHOICES, type BasisChoice, type BasisStatus, type ProviderKind } from './vocabulary';

export type BasisInputs = {
  readonly sources: readonly {
    readonly catalogueCode: string;
    readonly provider: string;
    readonly providerKind: ProviderKind | null;
    /** Party organs may only refer to the national norm (art. 25 ¶2), like utilities. */
    readonly partyOrgan?: boolean | undefined;
  }[];
  /** Art. 7 agreement; `clause` is the number of the clause that demands a security review (national norm art. 14(3)). */
  readonly authorisation: { readonly number: string; readonly clause: string; readonly sha256: Sha256Hex | null };
  /** Art. 16 agreement; null when the operator itself is the maker. */
  readonly agreement: { readonly id: string; readonly clause: string; readonly sha256: Sha256Hex | null } | null;
};

export type BasisReasonCode =
  | 'BASIS_STANDS'
  | 'NO_SUCCESSOR'
  | 'SUCCESSOR_ACTIVE'
  | 'AUTHORISATION_CLAUSE_MISSING'
  | 'AGREEMENT_CLAUSE_MISSING'
  | 'SOURCE_KIND_MISSING'
  | 'NO_SOURCES';
export type BasisReason = { readonly code: BasisReasonCode };

/** ground 依据: the national norm applies to this source; reference 参照: it may only be referred to. */
export type SourceUse = {
  readonly catalogueCode: string;
  readonly provider: string;
  readonly use: 'ground' | 'reference';
  readonly clause: string;
};
export type BasisOption = {
  readonly choice: BasisChoice;
  readonly open: boolean;
  readonly reasons: readonly BasisReason[];
  readonly sources: readonly SourceUse[];
};

export type BasisDocument = { readonly title: string; readonly number: string; readonly clause: string; readonly sha256: Sha256Hex | null };
/** The verdict's `basis`, field by field. */
export type StatedBasis = {
  readonly status: BasisStatus;
  readonly readings: readonly { readonly name: string; readonly lastDay: string }[];
  readonly chosen: BasisChoice | null;
  readonly documents: readonly BasisDocument[];
};

/** National norm arts. 2, 3 for organs and public institutions; art. 25 ¶2 for utilities and Party organs. A source without a kind has no use yet. */
export function sourceUses(inputs: BasisInputs): SourceUse[] {
  return inputs.sources.flatMap(({ catalogueCode, provider, providerKind, partyOrgan }) => {
    if (providerKind === null) return [];
    const reference = providerKind === 'utility' || partyOrgan === true;
    return [
      {
        catalogueCode,
        provider,
        use: reference ? 'reference' : 'ground',
        clause: reference ? '第二十五条第二款' : '第二条、第三条',
      } as const,
    ];
  });
}

function methodReasons(basis: Basis, inputs: BasisInputs): BasisReasonCode[] {
  const reasons: BasisReasonCode[] = [];
  // Art. 24: newer rules go first, so the general method is no way around them.
  if (basis.successor !== null) reasons.push('SUCCESSOR_ACTIVE');
  if (inputs.authorisation.clause.trim() === '') reasons.push('AUTHORISATION_CLAUSE_MISSING');
  if (inputs.agreement !== null && inputs.agreement.clause.trim() === '') reasons.push('AGREEMENT_CLAUSE_MISSING');
  if (inputs.sources.length === 0) reasons.push('NO_SOURCES');
  if (inputs.sources.some(({ providerKind }) => providerKind === null)) reasons.push('SOURCE_KIND_MISSING');
  return reasons;
}

function reasonsAgainst(choice: BasisChoice, basis: Basis, inputs: BasisInputs): BasisReasonCode[] {
  if (!basis.needsChoice) return ['BASIS_STANDS'];
  switch (choice) {
    case 'successor':
      return basis.successor === null ? ['NO_SUCCESSOR'] : [];
    case 'method':
      return methodReasons(basis, inputs);
    case 'internal':
      return [];
  }
}

/** The three options in their fixed order, each open or closed with every reason. While the measures stand all three are closed: nothing needs choosing. */
export function basisOptions(basis: Basis, inputs: BasisInputs): BasisOption[] {
  return BASIS_CHOICES.map((choice) => {
    const reasons = reasonsAgainst(choice, basis, inputs).map((code) => ({ code }));
    return { choice, open: reasons.length === 0, reasons, sources: choice === 'method' ? sourceUses(inputs) : [] };
  });
}

const measuresDocument = (clause: string): BasisDocument => ({
  title: MEASURES.title,
  number: MEASURES.number,
  clause,
  sha256: MEASURES.cleanedSha256,
});
const external = ({ title, number }: BasisSourceDocument, clause: string): BasisDocument => ({ title, number, clause, sha256: null });

function agreementDocuments({ authorisation, agreement }: BasisInputs): BasisDocument[] {
  const own = { title: '公共数据授权运营协议', number: authorisation.number, clause: authorisation.clause, sha256: authorisation.sha256 };
  return agreement === null
    ? [own]
    : [own, { title: '数据开发利用协议', number: agreement.id, clause: agreement.clause, sha256: agreement.sha256 }];
}

function normDocuments(inputs: BasisInputs): BasisDocument[] {
  const uses = new Set(sourceUses(inputs).map(({ use }) => use));
  const applied = uses.has('ground') ? [external(NATIONAL_NORM, '第二条、第三条、第十四条第（三）项、第二十一条第一款')] : [];
  return uses.has('reference') ? [...applied, external(NATIONAL_NORM, '第二十五条第二款（参照）')] : applied;
}

function successorDocuments(successor: SuccessorEdition | null): BasisDocument[] {
  if (successor === null) return [];
  const { title, number, clause, sha256 } = successor.document;
  const own = { title, number, clause, sha256 };
  // An extension lets the measures speak on; a replacement does not.
  return successor.document.kind === 'extends' ? [own, measuresDocument('第十七条')] : [own];
}

function documents(basis: Basis, chosen: BasisChoice | null, inputs: BasisInputs): BasisDocument[] {
  switch (chosen) {
    case null:
      return [measuresDocument('第九条第二款、第十七条')];
    case 'successor':
      return successorDocuments(basis.successor);
    case 'method':
      return [
        ...normDocuments(inputs),
        ...agreementDocuments(inputs),
        external(DATA_SECURITY_LAW, '第三十二条'),
        external(PERSONAL_INFORMATION_LAW, '第六条'),
        measuresDocument('第十七条（作为审核方法，不作法律依据）'),
      ];
    case 'internal':
      return [measuresDocument('第十七条（依据待定）')];
  }
}

/** What is signed about the basis, or why it cannot be: a choice where none is needed, none where one is, or a closed option. */
export function statedBasis(
  basis: Basis,
  choice: BasisChoice | null,
  inputs: BasisInputs,
): Result<StatedBasis, 'BASIS_NOT_CHOSEN' | 'BASIS_OPTION_CLOSED' | 'BASIS_NOT_NEEDED'> {
  if (basis.needsChoice && choice === null) return failure('BASIS_NOT_CHOSEN');
  if (!basis.needsChoice && choice !== null) return failure('BASIS_NOT_NEEDED');
  const option = basisOptions(basis, inputs).find((each) => each.choice === choice);
  if (option !== undefined && !option.open) return failure('BASIS_OPTION_CLOSED', option.reasons.map(({ code }) => code).join(' '));
  return ok({
    status: basis.status,
    readings: basis.readings.map(({ name, lastDay }) => ({ name, lastDay })),
    chosen: choice,
    documents: documents(basis, choice, inputs),
  });
}

export type BasisEffects = {
  readonly title: 'verdict' | 'internal-opinion';
  /** A pass on the basis "internal" allows no trade until it is re-based. */
  readonly tradable: boolean;
  readonly certificate: boolean;
  /** Series of the verdict number outside practice. */
  readonly series: '齐数审' | '齐数审法';
};

export const basisEffects = (choice: BasisChoice | null): BasisEffects => ({
  title: choice === 'internal' ? 'internal-opinion' : 'verdict',
  tradable: choice !== 'internal',
  certificate: choice !== 'internal',
  series: choice === 'method' ? '齐数审法' : '齐数审',
});
