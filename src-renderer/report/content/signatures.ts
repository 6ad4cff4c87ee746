// Part seven: who signed, with which key, and between which two proven times. The table describes the signature and is none itself; the
// blank block after it is for ink and seal.
import type { ReportView } from '@shared/contract/views';
import { type Block, type Cell, cell, centred, headCell, heading, kept, paragraph, quiet, spanning } from './block';
import { dayOf, spanInWords, timeInWords } from './dates';
import type { Texts, VerdictFacts } from './facts';

const ACTS = ['review', 'countersign', 'approve'] as const;
const LABEL_MM = 34;
const TEXT_MM = 156;
/** Columns beside the labels; more signers continue in a second table. */
const MOST = 3;

type Signer = ReportView['signers'][number];
/** A column of the table: an act, and who did it; null where the edition asked for nobody. */
type Column = { readonly act: string; readonly signer: Signer | null; readonly author: boolean };

const actWord = (act: string, t: Texts): string => (t.acts as Record<string, string>)[act] ?? act;
const suiteWord = (suite: string, t: Texts): string => (t.suites as Record<string, string>)[suite] ?? t.dash;

function columnsOf(signers: readonly Signer[]): Column[] {
  const known = ACTS.flatMap((act): Column[] => {
    const own = signers.filter((signer) => signer.act === act);
    return own.length === 0
      ? [{ act, signer: null, author: false }]
      : own.map((signer, i) => ({ act, signer, author: act === 'review' && i === 0 }));
  });
  const other = signers.filter(({ act }) => !ACTS.some((each) => each === act));
  return [...known, ...other.map((signer): Column => ({ act: signer.act, signer, author: false }))];
}

function table(columns: readonly Column[], facts: VerdictFacts, times: boolean): Block {
  const { t, statement } = facts;
  const row = (label: string, value: (column: Column) => Cell): Cell[] => [
    headCell(label),
    ...columns.map((column) => centred(value(column))),
  ];
  const of = (column: Column, value: (signer: Signer) => string): Cell => cell(column.signer === null ? t.dash : value(column.signer));
  const width = (TEXT_MM - LABEL_MM) / columns.length;
  return {
    kind: 'table',
    columns: [LABEL_MM, ...columns.map(() => width)],
    head: [headCell(''), ...columns.map(({ act }) => headCell(actWord(act, t)))],
    rows: [
      row(t.rowName, (column) => of(column, ({ name }) => name)),
      row(t.rowSuite, (column) => of(column, ({ suite }) => suiteWord(suite, t))),
      row(t.rowKey, ({ signer }) => (signer === null ? cell(t.dash) : cell({ text: inGroups(signer.keyid), face: 'digest' }))),
      // Only the author's protection is part of what was signed; nothing is said of the others'.
      row(t.rowProtection, (column) => cell(column.author ? t.protection[statement.predicate.keyProtection] : t.dash)),
      row(t.rowEnrolment, (column) => of(column, ({ enrolled }) => (enrolled ? t.enrolled : t.notEnrolled))),
      ...(times ? [[headCell(t.rowTime), spanning(centred(timeBounds(facts)), columns.length)]] : []),
    ],
  };
}

/** Sixteen digits a line: a keyid is compared by eye, and one line of 64 does not fit a column. */
const inGroups = (hex: string): string => hex.match(/.{1,16}/g)?.join('\n') ?? hex;

function timeBounds({ t, view, language }: VerdictFacts): Cell {
  const before = view.notBefore === null ? t.notBeforeNone : t.notBefore(timeInWords(view.notBefore, language));
  const after = view.notAfter === null ? t.notAfterNone : t.notAfter(timeInWords(view.notAfter, language));
  const span = spanInWords(view.notBefore, view.notAfter, language);
  return cell(`${before}\n${after}`, ...(span === null ? [] : [quiet(`\n${t.span(span)}`)]));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

export function signatures(facts: VerdictFacts, number: (title: string) => string): Block[] {
  const { t, view, statement, language } = facts;
  const groups = chunks(columnsOf(view.signers), MOST);
  const { ledger, workstation, decidedAt } = statement.predicate;
  return [
    heading(1, number(t.headSignatures)),
    ...groups.map((columns, i) => table(columns, facts, i === groups.length - 1)),
    ...(view.receiptIndex === null ? [] : [paragraph('note', t.receipt(view.receiptIndex) + t.stop)]),
    paragraph('note', t.localClock(timeInWords(decidedAt, language))),
    paragraph('note', t.ledger(ledger.seq, ledger.head)),
    paragraph('note', t.workstation(workstation)),
  ];
}

/** The mark says that a signature exists elsewhere; a PDF never calls itself valid. */
export function signOff(facts: { t: Texts; view: ReportView; language: VerdictFacts['language'] }, decidedAt: string): Block {
  const { t, view, language } = facts;
  return {
    kind: 'sign-off',
    operator: view.operator,
    seal: t.seal,
    date: dayOf(decidedAt, language),
    mark: { title: view.practice ? t.markPractice : t.markTitle, note: t.markNote },
  };
}

export function handSignatures({ t }: VerdictFacts): Block {
  return { kind: 'hand-signatures', title: t.handTitle, columns: [...ACTS.map((act) => t.acts[act]), t.operatorSeal], date: t.handDate };
}

export const notASignature = ({ t }: VerdictFacts): Block => kept(paragraph('note', t.notASignature));
