// The lower half of the page: class sizes, the level with its arithmetic, and what was not checked; for a table without classes what was measured
// instead, and why.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import { isAggregate } from '@shared/analysis/roles';
import { measureFindingId, referenceOf } from '@shared/assessment/measure-proposals';
import type { FindingDraft } from '@shared/assessment/model';
import type { Edition } from '@shared/checklist/edition';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { DiversityTable, HomogeneousTable, homogeneousOf, SuppressionTable } from './diversity';
import { ClassSizes } from './histogram';
import { type JudgeActs, JudgeLine } from './judge';
import { LevelPane } from './level';
import { Overlap, SmallCells } from './other-measures';

/** What the standard recommends, where the dossier's edition is not at hand. */
const OVERALL = 0.05;

type Props = {
  readonly look: AnalysisFile;
  readonly edition: Edition | null;
  readonly findings: readonly FindingDraft[];
  readonly notChecked: readonly string[];
  readonly acts: JudgeActs;
  readonly hasMode: boolean;
  /** Of classes that are too small, or of those with one value of a column. */
  readonly onExportRows: (column: string | null) => void;
};

const PANE = { px: 5, py: 4, minWidth: 0 } as const;
/** Long lists: below everything that is to be judged, two beside each other where there is room. */
const TELLING = {
  gridColumn: '1 / -1',
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 480px), 1fr))',
  gap: 6,
  alignItems: 'start',
  borderTop: '1px solid',
  borderColor: 'hairline',
} as const;

export function Measures({ look, edition, findings, notChecked, acts, hasMode, onExportRows }: Props) {
  const texts = useTexts(evidenceTexts);
  const { risk } = look;
  const measured = risk !== undefined && risk.quasi.length > 0;
  const telling = measured ? homogeneousOf(risk) : [];
  const finding = findings.find(({ id }) => id === measureFindingId(look, 'risk'));
  const beside = [look.overlap, look.smallCells, risk].some((each) => each !== undefined);
  const limit = (edition && referenceOf(edition, 'overall-risk')) ?? OVERALL;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 508fr) minmax(0, 410fr) 220px',
        borderTop: '1px solid',
        borderColor: 'strong',
        '@media (max-width: 1399.95px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
        '@media (max-width: 959.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
      }}
    >
      <Box sx={{ ...PANE, ...(beside ? {} : { gridColumn: 'span 2', '@media (max-width: 959.95px)': { gridColumn: 'auto' } }) }}>
        {measured ? (
          <>
            <ClassSizes risk={risk} onExport={() => onExportRows(null)} />
            <DiversityTable look={look} risk={risk} findings={findings} acts={acts} />
            <SuppressionTable risk={risk} />
          </>
        ) : (
          <WithoutClasses look={look} hasMode={hasMode} />
        )}
      </Box>
      {beside && (
        <Box sx={{ ...PANE, borderLeft: '1px solid', borderColor: 'hairline' }}>
          <Overlap look={look} findings={findings} acts={acts} />
          <SmallCells look={look} findings={findings} acts={acts} />
          {risk && <LevelPane look={look} risk={risk} limit={limit} judge={finding && <JudgeLine finding={finding} acts={acts} />} />}
        </Box>
      )}
      <Box
        sx={{
          ...PANE,
          bgcolor: 'raised',
          borderLeft: '1px solid',
          borderColor: 'hairline',
          display: 'flex',
          flexDirection: 'column',
          gap: 3,
          overflowWrap: 'anywhere',
          '@media (max-width: 1399.95px)': { gridColumn: '1 / -1', borderLeft: 0, borderTop: '1px solid', borderColor: 'hairline' },
        }}
      >
        <NotChecked items={notChecked} />
        <Typography variant="caption">{texts.notCheckedNote}</Typography>
      </Box>
      {telling.length > 0 && (
        <Box sx={{ ...PANE, ...TELLING }}>
          {telling.map(({ name, homogeneous }) => (
            <HomogeneousTable
              key={name}
              name={name}
              quasi={risk?.quasi ?? []}
              homogeneous={homogeneous}
              onExport={() => onExportRows(name)}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}

function WithoutClasses({ look, hasMode }: { look: AnalysisFile; hasMode: boolean }): ReactNode {
  const texts = useTexts(evidenceMeasureTexts);
  return (
    <Box component="section" aria-label={texts.classSizes}>
      <Typography variant="h3" component="h3">
        {texts.classSizes}
      </Typography>
      <Typography variant="body2" sx={{ color: 'ink2', mt: 1 }}>
        {isAggregate(look) ? texts.aggregate : hasMode ? texts.noQuasi : texts.noSharingMode}
      </Typography>
    </Box>
  );
}
