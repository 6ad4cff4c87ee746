// The checklist edition: issued by the bureau, the very one the verdict names, and as many signatures as it demands.
import { z } from 'zod';
import { isSubject } from '../../attestation/statements/subjects';
import type { Verdict } from '../../attestation/statements/verdict';
import { parseStrictJson } from '../../attestation/strict-json';
import { sha256Hex } from '../../basics/digest';
import { failure, ok, type Result } from '../../basics/result';
import { type Check, fails, fromResult, holds, open } from '../check';
import { type Context, underBureau } from '../context';
import { keyidsOf } from '../signed-part';

export const checkEdition = (context: Context): Check => {
  const { dossier, main } = context;
  if (main.statement.kind !== 'verdict' || dossier.editionJson === null || dossier.edition === null) return open('edition', 'NOT_AT_HAND');
  const { editionJson } = dossier;
  if (sha256Hex(editionJson) !== main.statement.predicate.edition.sha256) return fails('edition', 'EDITION_OTHER');
  if (!dossier.edition.read.ok) return fromResult('edition', dossier.edition.read);
  const { subject } = dossier.edition.read.value.statement;
  if (!subject.some((named) => isSubject(named, editionJson))) return fails('edition', 'EDITION_DIGEST');
  return underBureau(context, 'edition', (standing) => fromResult('edition', standing.edition ?? ok(null)));
};

const counts = z.record(z.string(), z.int().min(1)).optional();
const demandSchema = z.object({
  signatures: z.object({ default: z.int().min(1).optional(), forms: counts, outcomes: counts, makers: counts, bases: counts }).optional(),
});

/** How many people must sign this verdict by its edition: the largest number that applies, 1 where nothing is said. */
export function demandedSignatures(
  editionJson: Uint8Array,
  { product, outcome, basis }: Pick<Verdict, 'product' | 'outcome' | 'basis'>,
): Result<number, 'EDITION_MALFORMED'> {
  const value = parseStrictJson(editionJson);
  const edition = value.ok ? demandSchema.safeParse(value.value) : null;
  if (!edition?.success) return failure('EDITION_MALFORMED');
  const { signatures } = edition.data;
  return ok(
    Math.max(
      signatures?.default ?? 1,
      signatures?.forms?.[product.form] ?? 1,
      signatures?.outcomes?.[outcome] ?? 1,
      signatures?.makers?.[product.maker] ?? 1,
      basis.chosen === null ? 1 : (signatures?.bases?.[basis.chosen] ?? 1),
    ),
  );
}

export const checkThreshold = ({ dossier, main }: Context): Check => {
  if (main.statement.kind !== 'verdict' || dossier.editionJson === null) return open('threshold', 'NOT_AT_HAND');
  const demanded = demandedSignatures(dossier.editionJson, main.statement.predicate);
  if (!demanded.ok) return fromResult('threshold', demanded);
  const given = keyidsOf(main).length;
  return given >= demanded.value
    ? holds('threshold', String(demanded.value))
    : fails('threshold', 'SIGNATURES_TOO_FEW', String(demanded.value));
};
