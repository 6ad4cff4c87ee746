// What registration still lacks before a dossier can be filed (立卷): one gap per empty or impossible field, all at once. Content is not judged here: an
// agreement without its seven contents or a scenario without an emergency plan is an answer in the checklist, not a gap in a form.
import { isCalendarDay } from '../basics/time';
import type { Edition } from '../checklist/edition';
import { isUnstated } from './application';
import { type Gap, gap } from './gap';
import { intakeRows } from './intake';
import type { Registration } from './model';
import { hasAgreement } from './subject';
import { normaliseUscc, usccCheck } from './uscc';

const blank = (text: string): boolean => text.trim() === '';
const field = (code: Gap['code'], name: string): Gap => gap(code, 'registration', { field: name });
const required = (fields: Readonly<Record<string, string>>): Gap[] =>
  Object.entries(fields)
    .filter(([, value]) => blank(value))
    .map(([name]) => field('FIELD_MISSING', name));

/** Both days typed and in the wrong order, or one that is no day of the calendar. */
function term(name: string, from: string, to: string): Gap[] {
  const strange = [from, to].some((day) => day !== '' && !isCalendarDay(day));
  if (strange) return [field('DAY_INVALID', name)];
  return from !== '' && to !== '' && from > to ? [field('TERM_REVERSED', name)] : [];
}

function stateSecrets({ stateSecrets: { answer, ground } }: Registration): Gap[] {
  if (answer === null) return [field('STATE_SECRETS_UNANSWERED', 'stateSecrets.answer')];
  if (answer === 'involved') return [field('STATE_SECRETS_INVOLVED', 'stateSecrets.answer')];
  return blank(ground) ? [field('FIELD_MISSING', 'stateSecrets.ground')] : [];
}

function authorisation({ authorisation: { number, validFrom, validTo } }: Registration): Gap[] {
  return [
    ...required({ 'authorisation.number': number, 'authorisation.validTo': validTo }),
    ...term('authorisation.validTo', validFrom, validTo),
  ];
}

function sources({ sources: rows }: Registration): Gap[] {
  if (rows.length === 0) return [field('SOURCE_MISSING', 'sources')];
  return rows.flatMap(({ catalogueCode, provider, providerKind, obtained }, index) =>
    required({
      [`sources.${index}.catalogueCode`]: catalogueCode,
      [`sources.${index}.provider`]: provider,
      [`sources.${index}.providerKind`]: providerKind ?? '',
      [`sources.${index}.obtained`]: obtained ?? '',
    }),
  );
}

/** Begun is to be finished: an application without its number or its list cannot be found again, and a supply without one cannot be compared. */
function application({ application: made }: Registration): Gap[] {
  if (isUnstated(made)) return [];
  return [
    ...required({ 'application.number': made.number }),
    ...(made.appliedOn !== '' && !isCalendarDay(made.appliedOn) ? [field('DAY_INVALID', 'application.appliedOn')] : []),
    ...(made.catalogue.length === 0 ? [field('FIELD_MISSING', 'application.catalogue')] : []),
    ...(made.suppliedFields.length > 0 && made.fields.length === 0 ? [field('FIELD_MISSING', 'application.fields')] : []),
  ];
}

function developer({ developer: { name, uscc } }: Registration): Gap[] {
  const code = blank(uscc) || usccCheck(normaliseUscc(uscc)).state === 'valid' ? [] : [field('USCC_INVALID', 'developer.uscc')];
  return [...required({ 'developer.name': name, 'developer.uscc': uscc }), ...code];
}

function agreement(registration: Registration): Gap[] {
  const { agreement: made } = registration;
  const mode = made.sharingMode === null ? [field('SHARING_MODE_MISSING', 'agreement.sharingMode')] : [];
  if (!hasAgreement(registration)) return mode;
  return [
    ...required({ 'agreement.id': made.id, 'agreement.scenario': made.scenario, 'agreement.term.to': made.term.to }),
    ...(made.fields.length === 0 ? [field('FIELD_MISSING', 'agreement.fields')] : []),
    ...mode,
    ...term('agreement.term', made.term.from, made.term.to),
    ...term('agreement.period', made.period.from, made.period.to),
  ];
}

function product({ product: made, coverage }: Registration): Gap[] {
  const named = required({
    'product.name': made.name,
    'product.form': made.form ?? '',
    'product.version': made.version,
    'product.maker': made.maker ?? '',
    'coverage.kind': coverage.kind ?? '',
  });
  if (coverage.kind === 'service') return [...named, ...required({ 'coverage.limits': coverage.limits })];
  if (coverage.kind !== 'series') return named;
  const { frequency, from, to, bounds } = coverage;
  const series = { 'coverage.frequency': frequency, 'coverage.from': from, 'coverage.to': to, 'coverage.bounds': bounds };
  return [...named, ...required(series), ...term('coverage.to', from, to)];
}

const papers = (registration: Registration, edition: Edition): Gap[] =>
  intakeRows(registration, edition).flatMap(({ material, gap: code }) =>
    code === null ? [] : [gap(code, 'registration', { field: 'materials', material: material.id })],
  );

function files({ files: rows }: Registration): Gap[] {
  return rows.some(({ role }) => role === 'delivered') ? [] : [field('FILES_MISSING', 'files')];
}

/** Every gap of the papers alone, for the intake step. */
export const intakeGaps = papers;

/** Every gap of a registration, in the order of its steps. Once state secrets are involved nothing else is asked. */
export function registrationGaps(registration: Registration, edition: Edition): Gap[] {
  const gate = stateSecrets(registration);
  if (registration.stateSecrets.answer === 'involved') return gate;
  return [
    ...gate,
    ...authorisation(registration),
    ...sources(registration),
    ...application(registration),
    ...developer(registration),
    ...agreement(registration),
    ...product(registration),
    ...papers(registration, edition),
    ...files(registration),
  ];
}
