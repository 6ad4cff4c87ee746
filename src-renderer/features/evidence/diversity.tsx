// Beside the classes: how many values of a confidential column a class holds, the classes with one value, and the three readings of suppressed cells
// with all their results.
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import { diversityFindingId } from '@shared/assessment/measure-proposals';
import type { FindingDraft } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useTexts } from '../../components/language';
import { TableHeads } from '../../components/table-heads';
import { decimalText, type Risk } from './arithmetic';
import { type JudgeActs, JudgeLine } from './judge';

type Props = {
  readonly look: AnalysisFile;
  readonly risk: Risk;
  readonly findings: readonly FindingDraft[];
  readonly acts: JudgeActs;
};

export function DiversityTable({ look, risk, findings, acts }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const columns = Object.entries(risk.l);
  const judged = columns.flatMap(([name]) => {
    const at = (look.columns ?? []).findIndex((column) => column.name === name);
    return findings.filter(({ id }) => at >= 0 && id === diversityFindingId(look, at)).map((finding) => ({ name, finding }));
  });
  return (
    <Box component="section" aria-label={texts.diversity} sx={{ mt: 4 }}>
      <Typography variant="h3" component="h3">
        {texts.diversity}
      </Typography>
      {columns.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'ink3' }}>
          {texts.noConfidential}
        </Typography>
      ) : (
        <>
          <Box sx={{ overflowX: 'auto' }}>
            <Table size="small" aria-label={texts.diversity} sx={{ '& td, & th': { px: '6px', whiteSpace: 'normal' } }}>
              <TableHeads
                words={[texts.column]}
                numbers={[texts.leastValues, texts.entropy, texts.single, texts.closeness, texts.closenessMean]}
              />
              <TableBody>
                {columns.map(([name, l]) => {
                  const low = l.distinct < 2;
                  return (
                    <TableRow key={name} sx={low ? { bgcolor: 'amberTint' } : {}}>
                      <TableCell sx={{ fontWeight: 600, whiteSpace: 'nowrap !important' }}>{name}</TableCell>
                      <TableCell align="right" sx={low ? { color: 'amberText', fontWeight: 600 } : {}}>
                        {l.distinct}
                      </TableCell>
                      <TableCell align="right">{decimalText(l.entropy)}</TableCell>
                      <TableCell align="right">{l.recordsBelow2.toLocaleString('en-US')}</TableCell>
                      <TableCell align="right">{decimalText(risk.t[name]?.equal ?? null)}</TableCell>
                      <TableCell align="right">{decimalText(risk.t[name]?.mean ?? null)}</TableCell>
                    </TableRow>
                  );
                })}
              </TableBody>
            </Table>
          </Box>
          <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
            {texts.diversityNote}
          </Typography>
          {judged.map(({ name, finding }) => (
            <JudgeLine key={finding.id} about={name} finding={finding} acts={acts} />
          ))}
        </>
      )}
    </Box>
  );
}

type Homogeneous = NonNullable<Risk['l'][string]['homogeneous']>;
/** The columns of which some classes hold one value only. */
export const homogeneousOf = (risk: Risk): readonly { readonly name: string; readonly homogeneous: Homogeneous }[] =>
  Object.entries(risk.l).flatMap(([name, { homogeneous }]) =>
    homogeneous && homogeneous.classes.length > 0 ? [{ name, homogeneous }] : [],
  );

type HomogeneousProps = {
  readonly name: string;
  readonly quasi: readonly string[];
  readonly homogeneous: Homogeneous;
  /** Hands out the row numbers of these classes. */
  readonly onExport: () => void;
};

/** The classes that tell a value, the largest first: where they begin, how large they are, and their cells masked. */
export function HomogeneousTable({ name, quasi, homogeneous: { classes, rows }, onExport }: HomogeneousProps) {
  const texts = useTexts(evidenceMeasureTexts);
  const { list } = useTexts(commonTexts);
  const title = texts.homogeneous(name);
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <Table
          size="small"
          aria-label={title}
          sx={{
            '& td, & th': { px: '6px', verticalAlign: 'top' },
            '& td:first-of-type, & th:first-of-type': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
          }}
        >
          <TableHeads words={[list(quasi), name]} numbers={[texts.records, texts.firstRow]} />
          <TableBody>
            {classes.map((each) => (
              <TableRow key={each.row}>
                <TableCell sx={{ typography: 'mono' }}>{list(each.quasi.map((cell) => cell || texts.emptyCell))}</TableCell>
                <TableCell sx={{ typography: 'mono' }}>{each.value || texts.emptyCell}</TableCell>
                <TableCell align="right">{each.records.toLocaleString('en-US')}</TableCell>
                <TableCell align="right">{each.row.toLocaleString('en-US')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1, mt: 1 }}>
        <Button
          size="small"
          startIcon={<FileDownloadOutlined sx={{ fontSize: 16 }} />}
          aria-label={texts.exportRowsOf(name)}
          onClick={onExport}
        >
          {texts.exportRows}
        </Button>
        <Typography variant="caption" component="span" sx={{ flex: 1, minWidth: 200 }}>
          {texts.rowsListed(rows.rows, rows.unlisted)}
          <br />
          {texts.homogeneousNote(classes.length)}
        </Typography>
      </Box>
    </Box>
  );
}

export function SuppressionTable({ risk }: { risk: Risk }) {
  const texts = useTexts(evidenceMeasureTexts);
  const common = useTexts(commonTexts);
  const { suppressed } = risk;
  if (!suppressed) return null;
  const all = { ...suppressed.other, [suppressed.policy]: risk };
  const policies = (['own-class', 'exclude', 'wildcard'] as const).flatMap((policy) => {
    const reading = all[policy];
    return reading ? [{ policy, reading }] : [];
  });
  return (
    <Box component="section" aria-label={texts.suppression} sx={{ mt: 4 }}>
      <Typography variant="h3" component="h3">
        {texts.suppression}
      </Typography>
      <Typography variant="caption" component="p" sx={{ m: 0 }}>
        {texts.suppressedRows(suppressed.rows, common.list(suppressed.marks))}
      </Typography>
      <Table size="small" aria-label={texts.suppression}>
        <TableHeads words={[texts.policy]} numbers={[texts.smallest, texts.classes, 'R', texts.levelWord]} />
        <TableBody>
          {policies.map(({ policy, reading }) => (
            <TableRow key={policy} selected={policy === suppressed.policy}>
              <TableCell>
                {texts.policies[policy]}
                {policy === suppressed.policy && `（${texts.used}）`}
              </TableCell>
              <TableCell align="right">{reading.k?.toLocaleString('en-US') ?? common.dash}</TableCell>
              <TableCell align="right">{reading.classes.toLocaleString('en-US')}</TableCell>
              <TableCell align="right">{decimalText(reading.R)}</TableCell>
              <TableCell align="right">{reading.level === null ? common.dash : texts.level(reading.level)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
