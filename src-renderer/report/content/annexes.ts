// Annex 1: every answer. Annex 2: the delivered files with their full digests, and the analyses that were run.
import { commonTexts } from '@shared/texts/common';
import { type Block, type Cell, cell, centred, headCell, heading, paragraph, quiet } from './block';
import { dayOf } from './dates';
import { labelOf } from './edition-words';
import type { Answer, VerdictFacts } from './facts';

function remarks(answer: Answer, { t, language }: VerdictFacts): Cell {
  const { reason, inheritedFrom, answeredAt, evidence = [] } = answer;
  const inherited =
    inheritedFrom === null || inheritedFrom === undefined || inheritedFrom === ''
      ? []
      : [answeredAt === null || answeredAt === undefined ? t.inheritedUndated : t.inherited(dayOf(answeredAt, language))];
  const facts = [...inherited, ...(evidence.length === 0 ? [] : [t.evidence(evidence.length)])].join(t.listSemicolon);
  // What is not simply compliant is written out where the risks are weighed.
  const elsewhere = answer.answer === 'non-compliant' || answer.answer === 'not-verified';
  const text = elsewhere ? t.seeRisks : (reason ?? '').trim();
  if (text === '') return cell(quiet(facts === '' ? t.noReason : facts));
  return facts === '' ? cell(text) : cell(text, quiet(`\n${facts}`));
}

export function answersAnnex(facts: VerdictFacts): Block[] {
  const { t, language, statement } = facts;
  return [
    { kind: 'annex', label: t.annexLabel(1), title: t.annexAnswers },
    {
      kind: 'table',
      columns: language === 'en' ? [14, 46, 34, 62] : [16, 52, 20, 68],
      head: [headCell(t.colItem), headCell(t.colQuestion), headCell(t.colAnswer), headCell(t.colReason)],
      rows: statement.predicate.answers.map((answer) => [
        centred(cell(labelOf(answer.item))),
        cell(facts.edition.title(answer.item)),
        centred(cell(commonTexts[language].answers[answer.answer])),
        remarks(answer, facts),
      ]),
    },
  ];
}

/** Name, then each digest alone on its line, so that it can be found and compared as one word. */
export const fileCell = (name: string, digest: { sha256: string; sm3?: string | undefined }): Cell =>
  cell(
    { text: `${name}\n`, face: 'plain' },
    { text: `SHA-256\u00a0${digest.sha256}`, face: 'digest' },
    ...(digest.sm3 === undefined ? [] : [{ text: `\nSM3\u00a0${digest.sm3}`, face: 'digest' } as const]),
  );

export function filesAnnex(facts: VerdictFacts): Block[] {
  const { t, statement } = facts;
  const { analyses } = statement.predicate;
  return [
    { kind: 'annex', label: t.annexLabel(2), title: t.annexFiles },
    paragraph('note', t.filesLead(statement.subject.length)),
    {
      kind: 'table',
      columns: [16, 140],
      head: [headCell(t.colNo), headCell(t.colFile)],
      rows: statement.subject.map(({ name, digest }, i) => [centred(cell(String(i + 1))), fileCell(name, digest)]),
    },
    heading(2, t.analysesTitle),
    ...(analyses.length === 0
      ? [paragraph('note', t.analysesNone)]
      : [
          paragraph('note', t.analysesLead),
          {
            kind: 'table' as const,
            columns: [16, 140],
            head: [headCell(t.colNo), headCell(`${t.colTool}${t.listComma}${t.colResult}`)],
            rows: analyses.map(({ tool, version, result }, i) => [centred(cell(String(i + 1))), fileCell(`${tool} ${version}`, result)]),
          },
        ]),
  ];
}
