// Which items of an edition a product must answer, and why: by its form, its declared features, how it is offered, who made it, and what a machine saw
// that contradicts the declaration. Pure; the desk asks it for the tree, main asks it again before signing.
import type { CoverageKind, Feature, Maker, ProductForm } from '../regulation/vocabulary';
import type { AppliesTo, Edition, EditionItem } from './edition';

export type ApplicableProduct = {
  readonly form: ProductForm | null;
  readonly maker: Maker | null;
  readonly features: readonly Feature[];
  readonly coverage: CoverageKind | null;
};

/** A machine saw what a feature stands for: a resident number in a product without `personal`, a pickle in an archive. */
export type SeenFeature = {
  readonly feature: Feature;
  /** The finding that says so; an overruled finding no longer switches anything on. */
  readonly finding: string | null;
  readonly file: string;
  /** Detector id or content code. */
  readonly signal: string;
};

export type SwitchReason =
  | { readonly code: 'ALWAYS' }
  | { readonly code: 'FORM'; readonly form: ProductForm }
  | { readonly code: 'SERVICE'; readonly form: ProductForm }
  | { readonly code: 'FEATURE_DECLARED'; readonly feature: Feature }
  | ({ readonly code: 'FEATURE_SEEN' } & SeenFeature)
  /** A finding was made under the item although nothing else asks for it. */
  | { readonly code: 'FINDING_STANDS'; readonly finding: string };
export type ExclusionReason = { readonly code: 'MAKER'; readonly maker: Maker } | { readonly code: 'FORM_OR_FEATURE' };
export type ApplicableItem = { readonly item: EditionItem; readonly because: readonly SwitchReason[] };
export type ExcludedItem = { readonly item: EditionItem; readonly because: ExclusionReason };
export type Applicability = { readonly items: readonly ApplicableItem[]; readonly excluded: readonly ExcludedItem[] };

/** Why the forms and features of a condition are met; empty when they are not. */
export function switchReasons(when: AppliesTo, product: ApplicableProduct, seen: readonly SeenFeature[]): SwitchReason[] {
  const { form } = product;
  if (when.forms.length === 0 && when.features.length === 0 && when.serviceForms.length === 0) return [{ code: 'ALWAYS' }];
  const reasons: SwitchReason[] = [];
  if (form !== null && when.forms.includes(form)) reasons.push({ code: 'FORM', form });
  if (form !== null && product.coverage === 'service' && when.serviceForms.includes(form)) reasons.push({ code: 'SERVICE', form });
  for (const feature of when.features) if (product.features.includes(feature)) reasons.push({ code: 'FEATURE_DECLARED', feature });
  for (const each of seen) {
    if (when.features.includes(each.feature) && !product.features.includes(each.feature)) reasons.push({ code: 'FEATURE_SEEN', ...each });
  }
  return reasons;
}

/** In the order of the edition. A maker not yet named excludes nothing: better a question too many than one too few. */
export function applicableItems(edition: Edition, product: ApplicableProduct, seen: readonly SeenFeature[] = []): Applicability {
  const items: ApplicableItem[] = [];
  const excluded: ExcludedItem[] = [];
  for (const item of edition.items) {
    const { makers } = item.appliesTo;
    const because = switchReasons(item.appliesTo, product, seen);
    if (product.maker !== null && makers.length > 0 && !makers.includes(product.maker))
      excluded.push({ item, because: { code: 'MAKER', maker: product.maker } });
    else if (because.length === 0) excluded.push({ item, because: { code: 'FORM_OR_FEATURE' } });
    else items.push({ item, because });
  }
  return { items, excluded };
}

/** What an analysis saw, as far as it bears on features. Weak hits are left out: a shape alone is no reason to ask more. */
export type Signal = {
  readonly signal: string;
  readonly certainty?: 'certain' | 'likely' | 'weak' | undefined;
  readonly file: string;
  readonly finding: string | null;
};

export function seenFeatures(edition: Edition, signals: readonly Signal[]): SeenFeature[] {
  return edition.machineFeatures.flatMap(({ feature, signals: known }) =>
    signals
      .filter(({ signal, certainty }) => known.includes(signal) && certainty !== 'weak')
      .map(({ signal, file, finding }) => ({ feature, finding, file, signal })),
  );
}
