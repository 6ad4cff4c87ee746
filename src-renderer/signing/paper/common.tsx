// What verdict and certificate both say: title, reviewers, coverage, conditions.
import type { Certificate, Verdict } from '@shared/attestation/statements/verdict';
import { numbered } from '../../components/numbered';
import { AsItStands, Digest, Grey, Line, Shown } from './parts';
import type { Words } from './words';

/** On basis `internal` the paper is an internal opinion and must not look like a verdict. */
export const verdictTitle = (v: Pick<Verdict, 'basis'>, { t }: Words): string =>
  v.basis.chosen === 'internal' ? t.internalTitle : t.verdictTitle;

export const ReviewerList = ({ reviewers, author, words: { t } }: { reviewers: Verdict['reviewers']; author: string; words: Words }) => (
  <>
    {numbered(reviewers).map(({ n, value }) => (
      <span key={n} style={{ marginRight: 14 }}>
        {n === 1 ? `${author}（${t.acts[value.act]}）` : t.acts[value.act]}{' '}
        <Grey>
          <Shown text={value.person} />
        </Grey>
      </span>
    ))}
  </>
);

export function CoverageLine({ coverage, words: { t } }: { coverage: Verdict['coverage'] | Certificate['coverage']; words: Words }) {
  if (coverage === undefined) return <Grey>—</Grey>;
  if (coverage.kind === 'files') return <Line>{t.coverageFiles}</Line>;
  const { kind, ...rest } = coverage;
  return (
    <>
      <Line>{kind === 'series' ? t.coverageSeries : t.coverageService}</Line>
      <AsItStands value={rest} names={t.fieldNames} yes={t.yes} no={t.no} />
    </>
  );
}

export const ConditionList = ({ conditions, words: { t } }: { conditions: NonNullable<Verdict['conditions']>; words: Words }) => (
  <>
    {numbered(conditions).map(({ n, value }) => (
      <div key={n} style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
        <span>
          {n}. <Shown text={value.text} />
        </span>
        <Grey style={{ textAlign: 'right', maxWidth: '45%' }}>
          {t.binds[value.binds]} <Shown text={value.owner} /> {value.due ?? t.lasting}
        </Grey>
      </div>
    ))}
  </>
);

export const DigestRow = ({ label, hex }: { label: string; hex: string }) => (
  <>
    <Line>{label}</Line>
    <Digest hex={hex} />
  </>
);
