// What the papers that are signed share: title, reviewers, coverage, conditions, the files that are bound.
import type { Certificate, Verdict } from '@shared/attestation/statements/verdict';
import { numbered } from '../../components/numbered';
import type { SignedPart } from '../to-sign';
import { hasHidden } from '../visible-text';
import { AsItStands, Digest, Grey, Heading, Line, Rows, Shown } from './parts';
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

const DigestLine = ({ name, hex }: { name: string; hex: string }) => (
  <div style={{ display: 'flex', gap: 12, lineHeight: '16px' }}>
    <Grey style={{ width: 52, flex: 'none', fontSize: 11 }}>{name}</Grey>
    <Digest hex={hex} />
  </div>
);

/** The files that a signature binds, with a warning at each name that holds what nobody sees. */
export const FilesTable = ({
  subject,
  words: { t },
}: {
  subject: SignedPart<'verdict' | 'incident'>['statement']['subject'];
  words: Words;
}) => (
  <>
    <Heading note={t.filesCount(subject.length)}>{t.filesTitle}</Heading>
    <Rows>
      <tbody>
        {subject.map(({ name, digest }) => (
          <tr key={name}>
            <td style={hasHidden(name) ? { background: '#FAF1DD' } : undefined}>
              <Line style={{ fontSize: 14 }}>
                <Shown text={name} />
                {hasHidden(name) && <span style={{ float: 'right', fontSize: 12, color: '#80540A' }}>⚠ {t.hiddenInName}</span>}
              </Line>
              <DigestLine name="SHA-256" hex={digest.sha256} />
              {digest.sm3 !== undefined && <DigestLine name="SM3" hex={digest.sm3} />}
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  </>
);
