// Where each finding stood when it was found and where it stands with the measures already in the files: two grids and a list beside them, which
// says the same in words.
import ArrowForward from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { levelOf } from '@shared/assessment/levels';
import type { Grade } from '@shared/assessment/model';
import type { Edition, LevelGrade } from '@shared/checklist/edition';
import { assessmentTexts } from '@shared/texts/assessment';
import { checklistTexts } from '@shared/texts/checklist';
import { decideTexts } from '@shared/texts/decide';
import { spokenFinding } from '@shared/texts/finding-spoken';
import { useLanguage, useTexts } from '../../components/language';
import { Block } from './block';
import type { RiskPoint } from './decision-model';

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5];
const FROM_HIGH = [...GRADES].reverse();

/** Plain, tinted, hatched, dense: the levels read in grey-scale too. */
const FILL: Readonly<Record<LevelGrade, object>> = {
  low: { bgcolor: 'sunken' },
  medium: { bgcolor: 'amberTint' },
  high: { bgcolor: 'amberTint', backgroundImage: 'repeating-linear-gradient(135deg, rgba(128,84,10,.35) 0 1px, transparent 1px 5px)' },
  severe: { bgcolor: 'sealTint', backgroundImage: 'repeating-linear-gradient(135deg, rgba(174,42,31,.5) 0 1px, transparent 1px 4px)' },
};

export function RiskMatrices({ points, edition }: { points: readonly RiskPoint[]; edition: Edition }) {
  const t = useTexts(decideTexts);
  if (points.length === 0) return null;
  return (
    <Block title={t.matrix} note={t.matrixAxes} action={<Typography variant="caption">{t.matrixNote}</Typography>}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 5, alignItems: 'flex-start' }}>
        <Matrix title={t.found} points={points} edition={edition} at={({ finding }) => [finding.severity, finding.likelihood]} />
        <Box sx={{ alignSelf: 'center', textAlign: 'center', color: 'ink2', fontSize: 12, lineHeight: '18px', width: 64 }}>
          <ArrowForward aria-hidden sx={{ fontSize: 18 }} />
          <div>{t.measures}</div>
        </Box>
        <Matrix
          title={t.residual}
          points={points}
          edition={edition}
          at={({ finding }) => [finding.after.severity, finding.after.likelihood]}
          ghost={({ finding }) =>
            finding.after.severity === finding.severity && finding.after.likelihood === finding.likelihood
              ? [null, null]
              : [finding.severity, finding.likelihood]
          }
        />
        <PointList points={points} />
      </Box>
    </Block>
  );
}

type Place = (point: RiskPoint) => readonly [Grade | null, Grade | null];

function Matrix({
  title,
  points,
  edition,
  at,
  ghost,
}: {
  title: string;
  points: readonly RiskPoint[];
  edition: Edition;
  at: Place;
  ghost?: Place;
}) {
  const t = useTexts(decideTexts);
  const words = useTexts(checklistTexts);
  const standing = (place: Place | undefined, severity: Grade, likelihood: Grade) =>
    place === undefined ? [] : points.filter((point) => place(point)[0] === severity && place(point)[1] === likelihood);
  return (
    <Box role="group" aria-label={`${t.matrix} ${title}`}>
      <Typography variant="body2" sx={{ ml: '56px', mb: 1 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '48px repeat(5, 46px)', gap: '2px', alignItems: 'center' }}>
        {FROM_HIGH.flatMap((severity) => [
          <Typography key={`s${severity}`} variant="caption" sx={{ textAlign: 'right', pr: '6px', color: 'ink2' }}>
            {words.severity[severity]}
          </Typography>,
          ...GRADES.map((likelihood) => {
            const here = standing(at, severity, likelihood);
            const was = standing(ghost, severity, likelihood);
            return (
              <Box
                key={`${severity}-${likelihood}`}
                {...(here.length > 0
                  ? {
                      role: 'img',
                      'aria-label': t.matrixCell(
                        words.severity[severity],
                        words.likelihood[likelihood],
                        here.map(({ label }) => label).join(t.listComma),
                      ),
                    }
                  : {})}
                sx={{
                  minHeight: 32,
                  display: 'flex',
                  flexWrap: 'wrap',
                  gap: '2px',
                  alignItems: 'center',
                  justifyContent: 'center',
                  p: '2px',
                  borderRadius: '2px',
                  ...FILL[levelOf(edition, severity, likelihood) ?? 'low'],
                }}
              >
                <Marks points={here} />
                <Marks points={was} ghost />
              </Box>
            );
          }),
        ])}
        <span />
        {GRADES.map((likelihood) => (
          <Typography key={likelihood} variant="caption" sx={{ textAlign: 'center', color: 'ink2' }}>
            {words.likelihood[likelihood]}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

/** More than these would stretch the row: the cell then says how many, and the list beside names each. */
const MOST_MARKS = 2;

function Marks({ points, ghost = false }: { points: readonly RiskPoint[]; ghost?: boolean }) {
  const t = useTexts(decideTexts);
  const labels = [...new Set(points.map(({ label }) => label))];
  if (labels.length > MOST_MARKS) return <Mark label={t.matrixMany(points.length)} title={labels.join(t.listComma)} ghost={ghost} />;
  return labels.map((label) => <Mark key={label} label={label} ghost={ghost} />);
}

const Mark = ({ label, title, ghost = false }: { label: string; title?: string; ghost?: boolean }) => (
  <Box
    component="span"
    title={title}
    aria-hidden={ghost}
    sx={{
      px: '5px',
      borderRadius: '9px',
      fontSize: 11,
      lineHeight: '16px',
      fontWeight: 600,
      whiteSpace: 'nowrap',
      border: '1px',
      borderStyle: ghost ? 'dashed' : 'solid',
      borderColor: ghost ? 'ink3' : 'ink',
      bgcolor: ghost ? 'transparent' : 'ink',
      color: ghost ? 'ink3' : 'paper',
    }}
  >
    {label}
  </Box>
);

function PointList({ points }: { points: readonly RiskPoint[] }) {
  const t = useTexts(decideTexts);
  const words = useTexts(checklistTexts);
  const why = useTexts(assessmentTexts).judgement;
  const language = useLanguage();
  const level = (grade: LevelGrade | null) => (grade === null ? t.notGraded : words.level[grade]);
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', flex: '1 1 240px', minWidth: 220 }}>
      {points.map(({ finding, label, judged }) => (
        <Box
          component="li"
          key={finding.id}
          sx={{
            display: 'grid',
            gridTemplateColumns: '44px 1fr',
            py: '6px',
            borderBottom: '1px solid',
            borderColor: 'hairline',
            '&:last-child': { borderBottom: 0 },
          }}
        >
          <Typography variant="h3" component="span">
            {label}
          </Typography>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2" noWrap title={spokenFinding(finding.text, language)}>
              {spokenFinding(finding.text, language)}
            </Typography>
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              {t.levelChange(level(judged.before), level(judged.after))}
            </Typography>
            <Typography variant="caption" component="div">
              {judged.acceptable ? t.acceptable : t.notAcceptable}　{why[judged.why]}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
