// A file that bears a mark of a state secret: what is locked, why, what a person does now and whom to call, and what the ledger has. It offers nothing to
// do with the file, because nothing may be done; the next steps are taken outside this program.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { itemLabelIn } from '@shared/assessment/wording';
import type { AnalysisView, QuarantineView as OnRecord } from '@shared/contract/views';
import { spoken } from '@shared/texts/analysis-spoken';
import { quarantineTexts } from '@shared/texts/quarantine';
import { useNavigate } from 'react-router';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { TableHeads } from '../../components/table-heads';
import { lockedAt, QuarantineBand } from './quarantine-band';
import { LawQuote, LedgerLines, Line, Part, Step, StepList } from './quarantine-parts';

/** The item that asks about state secrets, in every edition. */
const ITEM = 'pre-01';

export function QuarantineView({ view }: { view: AnalysisView }) {
  return (
    <>
      <QuarantineBand quarantine={view.quarantine} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', px: 5, py: 4, columnGap: 6, rowGap: 4 }}>
        <Box sx={{ flex: '3 1 420px', minWidth: 0 }}>
          <Why view={view} />
          <LawQuote article="2" paragraph={2} />
          <Steps />
        </Box>
        <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
          <Effects />
          {view.quarantine && <Entry quarantine={view.quarantine} />}
          <RawPath />
        </Box>
      </Box>
    </>
  );
}

function Why({ view }: { view: AnalysisView }) {
  const texts = useTexts(quarantineTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const marks = view.files.flatMap((file) => (file.content ?? []).map((mark) => ({ ...mark, where: file.part ?? file.name })));
  return (
    <Part title={texts.why} note={texts.whyNote}>
      {marks.length === 0 ? (
        <Typography variant="body2">{texts.inName}</Typography>
      ) : (
        <Table
          size="small"
          aria-label={texts.why}
          sx={{ '& th': { bgcolor: 'raised' }, '& td': { whiteSpace: 'normal', verticalAlign: 'top' } }}
        >
          <TableHeads words={[texts.where, texts.found, texts.because, texts.item]} numbers={[texts.count]} />
          <TableBody>
            {marks.map((mark) => (
              <TableRow key={`${mark.where} ${mark.code}`}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{mark.where}</TableCell>
                <TableCell>{texts.mark}</TableCell>
                <TableCell sx={{ color: 'ink2' }}>
                  {spoken(mark.why, language)}　{spoken(mark.source, language)}
                </TableCell>
                <TableCell>
                  <Link component="button" type="button" variant="body2" onClick={() => void navigate(`/assess/${view.dossier}/${ITEM}`)}>
                    {itemLabelIn(ITEM, language)}
                  </Link>
                </TableCell>
                <TableCell align="right">{mark.count.toLocaleString('en-US')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Part>
  );
}

function Steps() {
  const texts = useTexts(quarantineTexts);
  return (
    <StepList title={texts.now} note={texts.nowNote}>
      {texts.steps.map(({ title, text }, index) => (
        <Step key={title} number={index + 1} title={title} done={index === 0} current={index === 1}>
          {text}
        </Step>
      ))}
    </StepList>
  );
}

function Effects() {
  const texts = useTexts(quarantineTexts);
  return (
    <Part title={texts.effects}>
      <Line icon={<BlockOutlined aria-hidden sx={{ fontSize: 16, color: 'sealText' }} />} note={texts.noVerdictWhy}>
        {texts.noVerdict}
      </Line>
      <Line icon={<BlockOutlined aria-hidden sx={{ fontSize: 16, color: 'sealText' }} />}>{texts.noFiling}</Line>
      <Line icon={<StatusIcon kind="compliant" size={16} />}>{texts.others}</Line>
    </Part>
  );
}

function Entry({ quarantine }: { quarantine: OnRecord }) {
  const texts = useTexts(quarantineTexts);
  return (
    <Part title={texts.entry}>
      <LedgerLines>
        {lockedAt(quarantine)}　{texts.entryAct}　{texts.entryBy}
        <br />
        {quarantine.id}
      </LedgerLines>
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
        {quarantine.recorded ? texts.entryNote : texts.entryWaits}
      </Typography>
    </Part>
  );
}

function RawPath() {
  const texts = useTexts(quarantineTexts);
  return (
    <Part title={texts.rawPath}>
      <Typography variant="body2" sx={{ color: 'ink2' }}>
        {texts.rawText}
      </Typography>
    </Part>
  );
}
