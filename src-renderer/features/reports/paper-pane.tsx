// The report beside its proof: what its first page says, how many pages the PDF has, and which exported file is for whom. The PDF itself is laid
// out by main; this pane never pretends to be it.
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Verdict } from '@shared/attestation/statements/verdict';
import { contractWords } from '@shared/contract/codes';
import type { VerdictDetail } from '@shared/contract/views';
import { verdictTitle } from '@shared/regulation/basis-wording';
import { commonTexts } from '@shared/texts/common';
import { verdictTexts } from '@shared/texts/verdict';
import { useCallback } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { FONTS, LIGHT, OFFICIAL, WIDTHS } from '../../theme/tokens';
import { lastValidDay } from './verdict-model';

/** Beside the proof in a narrow window; below it the page has its full width again. */
const NARROW = `@media (max-width: ${WIDTHS.drawer - 0.05}px) and (min-width: ${WIDTHS.oneColumn}px)`;

export function PaperPane({ detail, verdict }: { detail: VerdictDetail; verdict: Verdict }) {
  return (
    <Box
      component="aside"
      sx={{
        width: 424,
        maxWidth: '100%',
        flexShrink: 0,
        [NARROW]: { width: 324, px: 4 },
        overflow: 'auto',
        bgcolor: 'sunken',
        borderRight: '1px solid',
        borderColor: 'hairline',
        px: '32px',
        py: 6,
      }}
    >
      <FirstPage detail={detail} verdict={verdict} />
      <PdfFacts sha256={detail.sha256} />
      <Packages detail={detail} />
    </Box>
  );
}

/** Always in Chinese, as the report is. */
function FirstPage({ detail, verdict }: { detail: VerdictDetail; verdict: Verdict }) {
  const t = verdictTexts.zh;
  const { outcomes } = commonTexts.zh;
  const label = useTexts(verdictTexts).paper;
  const { status } = useSession();
  const red = detail.practice ? '#5D5B55' : LIGHT.seal.fill;
  const until = lastValidDay(verdict);
  const coverage = verdict.coverage === undefined ? '' : t.coverageKinds[verdict.coverage.kind];
  return (
    <Box
      lang="zh-CN"
      role="img"
      aria-label={label}
      sx={{
        bgcolor: OFFICIAL.paper,
        color: OFFICIAL.ink,
        borderRadius: '2px',
        boxShadow: '0 2px 10px rgba(16,32,44,.14)',
        px: '36px',
        pt: '32px',
        pb: '44px',
        minHeight: 480,
        [NARROW]: { px: '24px' },
        fontFamily: FONTS.serif,
        fontSize: 13,
        lineHeight: '27px',
        position: 'relative',
      }}
    >
      <Box
        sx={{
          color: red,
          fontSize: 25,
          lineHeight: '36px',
          [NARROW]: { fontSize: 20, lineHeight: '30px', letterSpacing: 0 },
          fontWeight: 800,
          textAlign: 'center',
          letterSpacing: 2,
          borderBottom: '2px solid',
          borderColor: red,
          pb: 2,
          mb: 2,
        }}
      >
        {status.reviewer?.operator ?? ''}
      </Box>
      <Box sx={{ textAlign: 'center', fontSize: 12 }}>{detail.number}</Box>
      {detail.practice && <Box sx={{ textAlign: 'center', fontSize: 12, color: red }}>{t.practice}</Box>}
      <Box sx={{ textAlign: 'center', fontSize: 17, fontWeight: 700, my: 2, [NARROW]: { fontSize: 15 } }}>
        {verdictTitle(verdict.basis.chosen, 'zh')}
      </Box>
      <div>{t.paperTo(detail.developer)}</div>
      <Indented>{t.paperBody(detail.product, detail.productVersion)}</Indented>
      <Indented bold>{t.paperOutcome}</Indented>
      <Indented>{outcomes[detail.outcome]}。</Indented>
      <Indented bold>{t.paperCoverage}</Indented>
      <Indented>
        {coverage}
        {until === null ? '' : `；${t.validChip(until)}`}。
      </Indented>
      <Indented bold>{t.paperMore}</Indented>
      <Box sx={{ position: 'absolute', bottom: 18, left: 0, right: 0, textAlign: 'center', fontSize: 11 }}>— 1 —</Box>
    </Box>
  );
}

const Indented = ({ bold = false, children }: { bold?: boolean; children: React.ReactNode }) => (
  <Box sx={{ textIndent: '2em', fontWeight: bold ? 700 : 400 }}>{children}</Box>
);

function PdfFacts({ sha256 }: { sha256: string }) {
  const t = useTexts(verdictTexts);
  const language = useLanguage();
  const { bridge } = useSession();
  const pdf = useCall(useCallback(() => bridge.reportPdf({ sha256, kind: 'report' }), [bridge, sha256]));
  const says =
    pdf.state === 'loading'
      ? t.paperLoading
      : pdf.state === 'failed'
        ? contractWords(pdf.code, language).title
        : t.paperAbout(pdf.value.pages);
  return (
    <Typography variant="caption" component="p" role="status" sx={{ textAlign: 'center', my: 3 }}>
      {says}
    </Typography>
  );
}

function Packages({ detail }: { detail: VerdictDetail }) {
  const t = useTexts(verdictTexts);
  const rows = t.packageRows;
  const other = detail.hasNotice ? t.noticeFile : detail.hasCertificate ? t.certificatePackage : null;
  const table: [string, string, string][] = [
    [rows.for, t.forReport, detail.hasNotice ? t.forNotice : t.forCertificate],
    [rows.verdict, t.has, detail.hasNotice ? t.hasNot : t.hasSummary],
    [rows.answers, t.has, detail.hasNotice ? t.hasRectification : t.hasNot],
    [rows.outcome, t.has, t.has],
    [rows.proof, t.has, detail.hasNotice ? t.hasNot : t.has],
  ];
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography variant="h3">{t.packages}</Typography>
        {other === null && <Typography variant="caption">{t.packagesNote}</Typography>}
      </Box>
      <Table size="small" aria-label={t.packages} sx={{ '& td, & th': { px: 0, py: '3px', borderColor: 'strong' } }}>
        <TableHead>
          <TableRow>
            <TableCell />
            <TableCell sx={{ fontWeight: 600 }}>{t.reportPackage}</TableCell>
            {other !== null && <TableCell sx={{ fontWeight: 600 }}>{other}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {table.map(([name, report, second]) => (
            <TableRow key={name}>
              <TableCell sx={{ color: 'ink2' }}>{name}</TableCell>
              <TableCell>{report}</TableCell>
              {other !== null && <TableCell>{second}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
