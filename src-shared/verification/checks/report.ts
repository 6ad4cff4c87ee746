// The PDF and the workstation that signed it; and a certificate against its verdict.
import { allSignaturesHold } from '../../attestation/dsse';
import { parseVerdictNumber } from '../../attestation/number';
import { isSubject } from '../../attestation/statements/subjects';
import { type Check, fails, fromResult, holds, open } from '../check';
import { type Context, decidedAt, enrolmentAt, underBureau, verdictDigest } from '../context';
import { keyidsOf, openPart } from '../signed-part';
import { isWithinTerm } from '../term';

/** Signed by the named workstation alone, over this PDF and this verdict. */
export const checkReport = (context: Context): Check => {
  const { report, pdf, keys } = context.dossier;
  if (report === null || pdf === null) return open('report', 'NOT_AT_HAND');
  if (!report.read.ok) return fromResult('report', report.read);
  const { envelope, statement } = report.read.value;
  const signed = allSignaturesHold(envelope, keys);
  if (!signed.ok) return fromResult('report', signed);
  if (statement.predicate.verdict.sha256 !== verdictDigest(context)) return fails('report', 'REPORT_OTHER_VERDICT');
  const named = statement.subject.find(({ name }) => name === pdf.name);
  if (named === undefined || !isSubject(named, pdf.bytes)) return fails('report', 'REPORT_DIGEST');
  const [keyid, ...others] = keyidsOf(report.read.value);
  return keyid !== undefined && others.length === 0 && isNamedWorkstation(context, keyid)
    ? holds('report')
    : fails('report', 'REPORT_SIGNER');
};

/** A verdict names its workstation; a certificate only by the four hex digits of its number. */
function isNamedWorkstation({ main }: Context, keyid: string): boolean {
  if (main.statement.kind === 'verdict') return main.statement.predicate.workstation === keyid;
  const number = parseVerdictNumber(main.statement.predicate.number);
  return number.ok && keyid.slice(0, 4).toUpperCase() === number.value.workstation;
}

/** The workstation is enrolled as one, in the same practice, when the verdict was decided. */
export const checkWorkstation = (context: Context): Check => {
  const { report } = context.dossier;
  if (!report?.read.ok) return open('workstation', 'NOT_AT_HAND');
  const [keyid] = keyidsOf(report.read.value);
  return underBureau(context, 'workstation', (standing) => {
    const enrolment = enrolmentAt(standing, keyid ?? '', decidedAt(context), 'workstation')?.statement.predicate;
    if (enrolment === undefined) return fails('workstation', 'ENROLMENT_MISSING', keyid);
    if (enrolment.role !== 'workstation') return fails('workstation', 'ENROLMENT_ROLE', keyid);
    if (enrolment.practice !== context.main.statement.predicate.practice) return fails('workstation', 'PRACTICE_DIFFERS');
    return isWithinTerm(enrolment, decidedAt(context)) ? holds('workstation') : fails('workstation', 'ENROLMENT_EXPIRED', keyid);
  });
};

/** With a verdict given beside it: that the certificate is of this verdict. */
export const checkCertificate = (context: Context): Check | null => {
  const { verdict } = context.input;
  if (verdict === null) return context.main.statement.kind === 'certificate' ? open('certificate', 'NOT_GIVEN') : null;
  const { read } = openPart(verdict.name, verdict.bytes, 'verdict');
  if (!read.ok) return fromResult('certificate', read);
  return read.value.envelope.payloadSha256 === verdictDigest(context) ? holds('certificate') : fails('certificate', 'VERDICT_OTHER');
};
