// What the carrier holds beside what it shows: hidden sheets, caches, comments, code. Delivered with the file, so it counts as delivered.
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import type { FindingDraft } from '@shared/assessment/model';
import { contentFindingId } from '@shared/assessment/proposals';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useTexts } from '../../components/language';
import { useContentWords } from './content-words';
import { SAID_BY_SECTIONS } from './inference-tables';
import { type JudgeActs, JudgeLine } from './judge';

export function ContentTable({ look, findings, acts }: { look: AnalysisFile; findings: readonly FindingDraft[]; acts: JudgeActs }) {
  const texts = useTexts(evidenceTexts);
  const words = useTexts(evidenceMeasureTexts);
  const common = useTexts(commonTexts);
  const wordsOf = useContentWords();
  const content = (look.content ?? []).filter(({ code }) => !SAID_BY_SECTIONS.includes(code));
  if (content.length === 0) return null;
  return (
    <Box component="section" aria-label={words.content} sx={{ mt: 4 }}>
      <Typography variant="h3">{words.content}</Typography>
      <Typography variant="caption" component="p" sx={{ m: 0, mb: 1 }}>
        {words.contentNote}
      </Typography>
      <Table
        size="small"
        aria-label={words.content}
        sx={{ '& th': { bgcolor: 'raised' }, '& td': { verticalAlign: 'top', whiteSpace: 'normal', py: '5px' } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{texts.why}</TableCell>
            <TableCell align="right">{words.contentCount}</TableCell>
            <TableCell>{texts.sample}</TableCell>
            <TableCell>{texts.source}</TableCell>
            <TableCell sx={{ width: 270 }}>{texts.judged}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {content.map((each) => {
            const finding = findings.find(({ id }) => id === contentFindingId(look, each.code)) ?? null;
            return (
              <TableRow key={each.code}>
                <TableCell>{wordsOf(each).why}</TableCell>
                <TableCell align="right">{each.count.toLocaleString('en-US')}</TableCell>
                <TableCell sx={{ typography: 'mono', overflowWrap: 'anywhere', maxWidth: 220 }}>
                  {each.samples.join('　') || common.dash}
                </TableCell>
                <TableCell sx={{ typography: 'caption', color: 'ink2' }}>{wordsOf(each).source}</TableCell>
                <TableCell>{finding === null ? texts.disposition.unproposed : <JudgeLine finding={finding} acts={acts} />}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
}
