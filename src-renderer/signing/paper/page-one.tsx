// Page 1: the outcome, what it stands for, whom it binds, and every file with its digests in full.
import { itemLabelIn } from '@shared/assessment/wording';
import { checklistTexts } from '@shared/texts/checklist';
import { numbered } from '../../components/numbered';
import type { ToSign } from '../to-sign';
import { ConditionList, CoverageLine, DigestRow, FilesTable, ReviewerList, verdictTitle } from './common';
import { Digest, Grey, Line, PageNumber, Row, Shown, Table, Title, Under } from './parts';
import { type Words, wallTime } from './words';

export function PageOne({ toSign, author, words }: { toSign: ToSign; author: string; words: Words }) {
  const { t, common } = words;
  const features: Readonly<Record<string, string | undefined>> = checklistTexts[words.language].feature;
  const { subject, predicate: v } = toSign.verdict.statement;
  return (
    <>
      <Title>{verdictTitle(v, words)}</Title>
      <Under>
        <Shown text={v.number} />
        {v.practice && <Grey style={{ marginLeft: 12 }}>{t.practice}</Grey>}
      </Under>
      <Table>
        <tbody>
          <Row label={t.outcomeRow}>
            <span style={{ fontSize: 20, lineHeight: '26px', fontWeight: 600, letterSpacing: 3 }}>{common.outcomes[v.outcome]}</span>
          </Row>
          <Row label={t.product}>
            <Shown text={v.product.name} />{' '}
            <Grey>
              <Shown text={v.product.version} /> · {common.forms[v.product.form]} · {common.sharingModes[v.agreement.sharingMode]} ·{' '}
              {t.makers[v.product.maker]}
            </Grey>
            {(v.product.features ?? []).length > 0 && (
              <Line>
                <Grey>
                  <Shown text={(v.product.features ?? []).map((feature) => features[feature] ?? feature).join(' · ')} />
                </Grey>
              </Line>
            )}
          </Row>
          <Row label={t.developer}>
            <Shown text={v.developer.name} />{' '}
            <Grey>
              <Shown text={v.developer.uscc} />
            </Grey>
          </Row>
          <Row label={t.agreement}>
            <Line>
              <Shown text={v.agreement.id} />
            </Line>
            {v.authorisation && (
              <>
                <Line>
                  {t.authorisation} <Shown text={v.authorisation.number} /> {t.until(v.authorisation.validTo)}
                </Line>
                <Digest hex={v.authorisation.sha256} />
              </>
            )}
          </Row>
          <Row label={t.coverage}>
            <CoverageLine coverage={v.coverage} words={words} />
            <Line>
              {v.validUntil ? t.validUntil(wallTime(v.validUntil)) : null}
              {v.reviewBy ? <Grey> {t.reviewBy(v.reviewBy)}</Grey> : null}
            </Line>
          </Row>
          {(v.conditions ?? []).length > 0 && (
            <Row label={t.conditions}>
              <ConditionList conditions={v.conditions ?? []} words={words} />
            </Row>
          )}
          {(v.rectification ?? []).length > 0 && (
            <Row label={t.rectification}>
              {numbered(v.rectification).map(({ n, value }) => (
                <Line key={n}>
                  {n}. <Shown text={value.text} />{' '}
                  <Grey>
                    {value.finding ? itemLabelIn(value.finding, words.language) : ''} {value.due ?? ''}
                  </Grey>
                </Line>
              ))}
            </Row>
          )}
          {(v.grounds ?? []).length > 0 && (
            <Row label={t.grounds}>
              {numbered(v.grounds).map(({ n, value }) => (
                <Line key={n}>
                  {n}. <Shown text={value} />
                </Line>
              ))}
            </Row>
          )}
          {v.remarks !== undefined && (
            <Row label={t.remarks}>
              <Shown text={v.remarks} />
            </Row>
          )}
          {(v.round !== undefined || v.previous) && (
            <Row label={t.rounds}>
              {t.round(v.round ?? 1)}
              {v.previous ? <DigestRow label={t.previousVerdict} hex={v.previous.sha256} /> : null}
            </Row>
          )}
          <Row label={t.reviewers}>
            <ReviewerList reviewers={v.reviewers} author={author} words={words} />
          </Row>
          <Row label={t.decidedAt}>
            {wallTime(v.decidedAt)} <Grey style={{ marginLeft: 8 }}>{t.localClock}</Grey>
          </Row>
        </tbody>
      </Table>
      <FilesTable subject={subject} words={words} />
      <PageNumber n={1} />
    </>
  );
}
