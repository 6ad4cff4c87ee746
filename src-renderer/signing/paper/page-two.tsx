// Page 2: every finding with what it was and what is left, every answer with its reason and evidence, every analysis, and what nobody checked.

import { ANSWERS } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import type { Verdict } from '@shared/attestation/statements/verdict';
import { type Section, sectionOf } from '@shared/checklist/edition';
import { numbered } from '../../components/numbered';
import type { ToSign } from '../to-sign';
import { AsItStands, Digest, GREY, Grey, Heading, Line, PageNumber, Row, Rows, Shown, Table } from './parts';
import { type Words, wallTime } from './words';

type Answer = Verdict['answers'][number];
type Finding = NonNullable<Verdict['findings']>[number];
type Files = ReadonlyMap<string, string>;

export function PageTwo({ toSign, words }: { toSign: ToSign; words: Words }) {
  const { t } = words;
  const { subject, predicate: v } = toSign.verdict.statement;
  const files: Files = new Map(subject.map(({ name, digest }) => [digest.sha256, name]));
  const findings = v.findings ?? [];
  return (
    <>
      <Heading note={findings.length === 0 ? t.findingsNone : t.findingsCount(findings.length)}>{t.findings}</Heading>
      {findings.length > 0 && <Findings findings={findings} words={words} />}
      <Heading note={t.answersCount(v.answers.length, countsOf(v.answers, words))}>{t.answers}</Heading>
      <Answers answers={v.answers} files={files} words={words} />
      <Heading note={v.analyses.length === 0 ? t.analysesNone : t.findingsCount(v.analyses.length)}>{t.analyses}</Heading>
      {v.analyses.length > 0 && (
        <Table>
          <tbody>
            {numbered(v.analyses).map(({ n, value }) => (
              <tr key={n}>
                <td>
                  <Line>
                    <Shown text={value.tool} /> <Shown text={value.version} />
                  </Line>
                  <AsItStands value={value.parameters} names={t.fieldNames} yes={t.yes} no={t.no} />
                  <Line>
                    <Grey>{t.analysisResult}</Grey> <Digest hex={value.result.sha256} />
                  </Line>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Heading>{t.notChecked}</Heading>
      <Table>
        <tbody>
          {v.notChecked.length === 0 && (
            <Row label="—" head={48}>
              {t.notCheckedNone}
            </Row>
          )}
          {numbered(v.notChecked).map(({ n, value }) => (
            <Row key={n} label={String(n)} head={48}>
              <Shown text={value} />
            </Row>
          ))}
        </tbody>
      </Table>
      <PageNumber n={2} />
    </>
  );
}

const countsOf = (answers: readonly Answer[], { common }: Words): string =>
  common.list(ANSWERS.map((kind) => `${common.answers[kind]} ${answers.filter(({ answer }) => answer === kind).length}`));

function Findings({ findings, words: { t, common, language } }: { findings: readonly Finding[]; words: Words }) {
  return (
    <Table>
      <thead>
        <tr>
          <th style={{ width: 50 }}>{t.item}</th>
          <th>{t.found}</th>
          <th style={{ width: 118 }}>{t.levelColumn}</th>
          <th>{t.acceptableColumn}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <td style={{ padding: '4px 6px', textAlign: 'center' }}>{finding.item ? itemLabelIn(finding.item, language) : '—'}</td>
            <td>
              <Shown text={finding.text} />
              <div style={{ fontSize: 11, lineHeight: '16px' }}>
                <Grey>
                  <Shown text={finding.id} /> · <Shown text={common.list([finding.risk, ...finding.alsoRisks])} />
                </Grey>
              </div>
            </td>
            <td style={{ textAlign: 'center', lineHeight: '18px' }}>
              {gradeOf(finding.severity, finding.likelihood, t)}
              {finding.after && (
                <>
                  <br />→ {gradeOf(finding.after.severity, finding.after.likelihood, t)}
                </>
              )}
            </td>
            <td>
              <b>{finding.acceptable ? t.acceptable : t.notAcceptable}</b>
              {finding.disposition ? (
                <>
                  {' '}
                  <Grey>
                    {finding.disposition === 'accepted' ? (
                      t.accepted
                    ) : finding.disposition === 'overruled' ? (
                      t.overruled
                    ) : (
                      <Shown text={finding.disposition} />
                    )}
                  </Grey>
                </>
              ) : null}
              {finding.reason ? (
                <div>
                  <Shown text={finding.reason} />
                </div>
              ) : null}
              {finding.responsible ? (
                <div>
                  <Grey>
                    {t.responsible('')} <Shown text={finding.responsible} />
                  </Grey>
                </div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const gradeOf = (severity: number, likelihood: number, t: Words['t']): string =>
  t.grade(t.severity[severity] ?? String(severity), t.likelihood[likelihood] ?? String(likelihood));

function Answers({ answers, files, words }: { answers: readonly Answer[]; files: Files; words: Words }) {
  const rows: { heading: Section | null; answer: Answer }[] = [];
  let section: Section | null = null;
  for (const answer of answers) {
    const own = sectionOf(answer.item);
    rows.push({ heading: own === section ? null : own, answer });
    section = own;
  }
  return (
    <Rows>
      <colgroup>
        <col style={{ width: 64 }} />
        <col style={{ width: words.language === 'zh' ? 66 : 112 }} />
        <col />
        <col style={{ width: 176 }} />
      </colgroup>
      <tbody>
        {rows.map(({ heading, answer }) => (
          <AnswerRows key={answer.item} heading={heading} answer={answer} files={files} words={words} />
        ))}
      </tbody>
    </Rows>
  );
}

function AnswerRows({ heading, answer, files, words }: { heading: Section | null; answer: Answer; files: Files; words: Words }) {
  const { t, common, language } = words;
  return (
    <>
      {heading !== null && (
        <tr>
          <th colSpan={4}>{t.sections[heading]}</th>
        </tr>
      )}
      <tr>
        <td>
          <Shown text={itemLabelIn(answer.item, language)} />
        </td>
        <td style={{ fontWeight: 700 }}>{common.answers[answer.answer]}</td>
        <td>
          {answer.reason ? <Shown text={answer.reason} /> : null}
          {(answer.evidence ?? []).map((sha256) => {
            const name = files.get(sha256);
            return (
              <div key={sha256} style={{ fontSize: 11, lineHeight: '16px' }}>
                <Grey>{t.evidence}</Grey> {name === undefined ? <Digest hex={sha256} /> : <Shown text={name} />}
              </div>
            );
          })}
        </td>
        <td style={{ textAlign: 'right', color: GREY, fontSize: 11 }}>
          {answer.inheritedFrom ? (
            <>
              {t.inheritedAt('')} <Shown text={answer.inheritedFrom} />
            </>
          ) : (
            t.answeredHere
          )}
          {answer.answeredAt ? ` ${wallTime(answer.answeredAt)}` : null}
        </td>
      </tr>
    </>
  );
}
