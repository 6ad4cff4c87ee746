// One looked-at file: its head, the map of its columns, the table of hits, and the comparison with the agreement.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import type { AssessmentDraft, FindingDraft } from '@shared/assessment/model';
import { detectorName } from '@shared/assessment/proposals';
import { itemLabel } from '@shared/checklist/edition';
import { analysisTexts } from '@shared/texts/analysis';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { formatBytes } from '../../components/bytes-text';
import { HashText } from '../../components/hash-text';
import { useLanguage, useTexts } from '../../components/language';
import { ErrorState } from '../../components/states';
import { StatusIcon, type StatusKind } from '../../components/status-chip';
import { ColumnMap } from './column-map';
import { type FileLine, hitRows } from './looks';

type Props = { readonly line: FileLine; readonly assessment: AssessmentDraft; readonly onItem: (item: string) => void };

/** The sentence of a code of the analysis; codes of a newer analysis keep a general one. */
function useCodeText(): (code: string) => string {
  const words = useTexts(analysisTexts);
  const texts = useTexts(evidenceTexts);
  const codes: Readonly<Record<string, string>> = words.code;
  return (code) => (Object.hasOwn(codes, code) ? (codes[code] ?? texts.unknownCode) : texts.unknownCode);
}

export function FileLook({ line, assessment, onItem }: Props) {
  const texts = useTexts(evidenceTexts);
  const codeText = useCodeText();
  const { view, looks, file } = line;
  if (view === null) return null;
  return (
    <Box sx={{ px: 5, py: 3 }}>
      {(view.state === 'queued' || view.state === 'running') && (
        <Typography role="status" variant="body2" sx={{ color: 'ink2', py: 3 }}>
          {[
            file.name,
            texts.state[view.state],
            view.state === 'running' ? texts.progress(formatBytes(view.done), formatBytes(view.total)) : '',
          ]
            .filter((word) => word !== '')
            .join('　')}
        </Typography>
      )}
      {(view.state === 'failed' || view.state === 'cancelled') && (
        <ErrorState title={`${file.name}　${texts.state[view.state]}`} {...(view.code ? { code: view.code } : {})}>
          {view.code ? codeText(view.code) : texts.cancelled}
        </ErrorState>
      )}
      {looks.map((look) => (
        <Look key={look.name} look={look} result={view.result} findings={assessment.findings} onItem={onItem} />
      ))}
    </Box>
  );
}

function Look({
  look,
  result,
  findings,
  onItem,
}: {
  look: AnalysisFile;
  result: string | null;
  findings: readonly FindingDraft[];
  onItem: (item: string) => void;
}) {
  const texts = useTexts(evidenceTexts);
  const codeText = useCodeText();
  const columns = look.columns ?? [];
  const facts = [
    look.format === null ? texts.formatUnknown : texts.format[look.format],
    look.encoding?.toUpperCase() ?? '',
    look.rows === null ? '' : texts.shape(look.rows, columns.length),
    look.partly === null ? texts.whole : '',
  ].filter((fact) => fact !== '');
  return (
    <Box component="section" aria-label={look.name} sx={{ mb: 6 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 4 }}>
        <Typography variant="h2">{look.name}</Typography>
        <Typography variant="body2" component="span" sx={{ color: 'ink2' }}>
          {facts.join(' · ')}
        </Typography>
        {result !== null && (
          <Box component="span" sx={{ ml: 'auto', typography: 'caption' }}>
            {texts.result} <HashText hex={result} />
          </Box>
        )}
      </Box>
      {look.partly !== null && (
        <Box
          role="note"
          sx={{
            display: 'flex',
            gap: 2,
            alignItems: 'center',
            mt: 2,
            px: 3,
            py: 2,
            bgcolor: 'amberTint',
            color: 'amberText',
            borderRadius: '4px',
            typography: 'body2',
          }}
        >
          <StatusIcon kind="attention" />
          {[
            look.partly.rowsRead > 0 ? texts.partly : texts.unread,
            look.partly.rowsRead > 0 ? texts.readRows(look.partly.rowsRead) : '',
            codeText(look.partly.code),
          ]
            .filter((word) => word !== '')
            .join('　')}
          <Box component="span" sx={{ ml: 'auto', typography: 'mono' }}>
            {look.partly.code}
          </Box>
        </Box>
      )}
      {columns.length > 0 && <ColumnMap look={look} />}
      {columns.length > 0 ? (
        <Hits look={look} findings={findings} onItem={onItem} />
      ) : (
        <Typography variant="body2" sx={{ color: 'ink3', mt: 3 }}>
          {texts.noColumns}
        </Typography>
      )}
    </Box>
  );
}

const JUDGED: Readonly<Record<'accepted' | 'overruled' | 'waiting' | 'unproposed', StatusKind>> = {
  accepted: 'non-compliant',
  overruled: 'not-applicable',
  waiting: 'not-verified',
  unproposed: 'unanswered',
};

function Hits({ look, findings, onItem }: { look: AnalysisFile; findings: readonly FindingDraft[]; onItem: (item: string) => void }) {
  const texts = useTexts(evidenceTexts);
  const words = useTexts(analysisTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const rows = hitRows(look, findings);
  if (rows.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'ink2', mt: 4 }}>
        {texts.noHits}
      </Typography>
    );
  const heads = [
    texts.column,
    texts.detector,
    texts.cells,
    texts.valid,
    texts.certainty,
    texts.sample,
    texts.why,
    texts.item,
    texts.judged,
  ];
  return (
    <Box sx={{ overflowX: 'auto', mt: 4 }}>
      <Table
        size="small"
        aria-label={texts.table}
        sx={{ '& th': { bgcolor: 'raised' }, '& td': { maxWidth: 300, overflow: 'hidden', textOverflow: 'ellipsis' } }}
      >
        <TableHead>
          <TableRow>
            {heads.map((head) => (
              <TableCell key={head}>{head}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ id, column, hit, finding }) => {
            const judged = finding === null ? 'unproposed' : (finding.disposition ?? 'waiting');
            return (
              <TableRow key={id} hover>
                <TableCell sx={{ fontWeight: 600 }}>{column}</TableCell>
                <TableCell>{detectorName(hit.detector, language)}</TableCell>
                <TableCell align="right">{hit.cells.toLocaleString('en-US')}</TableCell>
                <TableCell align="right">
                  {hit.valid.toLocaleString('en-US')} / {hit.invalid.toLocaleString('en-US')}
                </TableCell>
                <TableCell>{words.certainty[hit.certainty]}</TableCell>
                <TableCell sx={{ typography: 'mono' }}>{hit.samples[0] ?? common.dash}</TableCell>
                <TableCell title={`${hit.why} ${hit.source}`} sx={{ whiteSpace: 'normal', minWidth: 200 }}>
                  {hit.why}
                  <Typography variant="caption" component="div">
                    {hit.source}
                  </Typography>
                </TableCell>
                <TableCell>
                  {finding === null ? (
                    common.dash
                  ) : (
                    <Link component="button" type="button" variant="body2" onClick={() => onItem(finding.item)}>
                      {itemLabel(finding.item)}
                    </Link>
                  )}
                </TableCell>
                <TableCell>
                  <Box component="span" sx={{ display: 'inline-flex', gap: '5px', alignItems: 'center' }}>
                    <StatusIcon kind={JUDGED[judged]} size={15} /> {texts.disposition[judged]}
                  </Box>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
}
