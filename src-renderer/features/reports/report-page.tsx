// One verdict: what stands and how it is proven. Exporting writes files for others; verifying reads the newest of them back from disk.

import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import FolderZipOutlined from '@mui/icons-material/FolderZipOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Verdict } from '@shared/attestation/statements/verdict';
import type { VerdictDetail } from '@shared/contract/views';
import { basisStatusText } from '@shared/regulation/basis-wording';
import { commonTexts } from '@shared/texts/common';
import { verdictTexts } from '@shared/texts/verdict';
import { describeResult } from '@shared/verification/describe';
import type { VerificationResult } from '@shared/verification/result';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CallError } from '../../components/call-error';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { Seal } from '../../components/seal';
import { FooterBar, Sheet } from '../../components/sheet';
import { ErrorState, SkeletonRows } from '../../components/states';
import { StatusChip, ToneChip } from '../../components/status-chip';
import { VerificationSheet } from '../../components/verification-result';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { WIDTHS } from '../../theme/tokens';
import { PaperPane } from './paper-pane';
import { ProofChain } from './proof-chain';
import { TimeBounds } from './time-bounds';
import { lastValidDay, nearestDue, readVerdict } from './verdict-model';
import { Files, Section, Terms } from './verdict-sections';

export function ReportPage() {
  const { sha = '' } = useParams();
  const t = useTexts(verdictTexts);
  const { bridge } = useSession();
  const navigate = useNavigate();
  const { again, ...load } = useCall(useCallback(() => bridge.verdict({ sha256: sha }), [bridge, sha]));
  useEffect(() => bridge.on('outbox', () => void again()), [bridge, again]);
  const verdict = load.state === 'ready' ? readVerdict(load.value) : null;
  return (
    <>
      <PageHeader
        title={load.state === 'ready' ? load.value.number : t.reports}
        crumbs={[{ label: t.reports, onOpen: () => void navigate('/reports') }]}
      />
      {load.state === 'ready' && verdict !== null ? (
        <VerdictSheet key={sha} detail={load.value} verdict={verdict} />
      ) : (
        <Sheet label={t.reports}>
          <Box sx={{ p: 6 }}>
            {load.state === 'loading' && <SkeletonRows />}
            {load.state === 'failed' && <CallError code={load.code} />}
            {load.state === 'ready' && (
              <ErrorState title={t.notRead} code="STATEMENT_MALFORMED">
                {t.notReadAbout}
              </ErrorState>
            )}
          </Box>
        </Sheet>
      )}
    </>
  );
}

type Busy = 'report' | 'pdf' | 'notice' | 'verify' | null;

function VerdictSheet({ detail, verdict }: { detail: VerdictDetail; verdict: Verdict }) {
  const t = useTexts(verdictTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { bridge } = useSession();
  const [busy, setBusy] = useState<Busy>(null);
  const [refused, setRefused] = useState<{ code: string; detail: string | undefined } | null>(null);
  const [exported, setExported] = useState<string | null>(null);
  const [verified, setVerified] = useState<{ fileName: string; result: VerificationResult } | null>(null);
  const { sha256 } = detail;
  const oneColumn = useMediaQuery(`(max-width:${WIDTHS.oneColumn - 0.05}px)`);
  const narrow = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);

  const write = async (what: 'report' | 'pdf' | 'notice') => {
    if (busy !== null) return;
    setBusy(what);
    setRefused(null);
    const exports = { report: bridge.exportReport, pdf: bridge.exportPdf, notice: bridge.exportNotice };
    const outcome = await exports[what]({ sha256 });
    setBusy(null);
    if (!outcome.ok) return setRefused({ code: outcome.code, detail: outcome.detail });
    setExported(outcome.value.fileName);
  };
  const verify = async () => {
    if (busy !== null) return;
    setBusy('verify');
    setRefused(null);
    const outcome = await bridge.verifyExported({ sha256 });
    setBusy(null);
    if (outcome.ok) setVerified(outcome.value);
    else setRefused({ code: outcome.code, detail: outcome.detail });
  };
  useKeys([
    { keys: 'Ctrl+E', label: t.exportReport, run: () => void write('report'), command: true },
    { keys: 'Ctrl+P', label: t.exportPdf, run: () => void write('pdf'), command: true },
    { keys: 'R', label: t.verifyNow, run: () => void verify() },
  ]);

  return (
    <Sheet
      label={detail.number}
      left={oneColumn ? undefined : <PaperPane detail={detail} verdict={verdict} />}
      footer={
        <FooterBar>
          <Button
            variant="contained"
            color="primary"
            disabled={busy !== null}
            onClick={() => void write('report')}
            startIcon={<FolderZipOutlined />}
          >
            {busy === 'report' ? t.exporting : t.exportReport} <Kbd keys="Ctrl+E" onFill />
          </Button>
          <Button disabled={busy !== null} onClick={() => void write('pdf')} startIcon={<PictureAsPdfOutlined />}>
            {busy === 'pdf' ? t.exporting : t.exportPdf} <Kbd keys="Ctrl+P" />
          </Button>
          {detail.hasNotice && (
            <Button disabled={busy !== null} onClick={() => void write('notice')} startIcon={<PictureAsPdfOutlined />}>
              {busy === 'notice' ? t.exporting : t.exportNotice}
            </Button>
          )}
          <Button disabled={busy !== null} onClick={() => void verify()} startIcon={<FactCheckOutlined />}>
            {t.verifyNow} <Kbd keys="R" />
          </Button>
          <Box sx={{ flex: 1 }} />
          {exported !== null && (
            <>
              <Typography variant="body2" role="status" noWrap title={exported} sx={{ color: 'ink2', minWidth: 0 }}>
                {t.exported(exported)}
              </Typography>
              <Link component="button" variant="body2" sx={{ flexShrink: 0 }} onClick={() => void bridge.reveal({ folder: 'exports' })}>
                {t.openFolder}
              </Link>
            </>
          )}
        </FooterBar>
      }
    >
      <Box sx={{ px: narrow ? 5 : 8, py: 5, maxWidth: 1000 }}>
        <Head detail={detail} verdict={verdict} />
        {refused !== null && (
          <CallError code={refused.code} detail={refused.code === 'FILE_UNREADABLE' ? t.notExportedYet : refused.detail} />
        )}
        {verified !== null && (
          <Box sx={{ mb: 4 }}>
            <Typography variant="h2" sx={{ mb: 2 }}>
              {t.verified}
            </Typography>
            <VerificationSheet fileName={verified.fileName} description={describeResult(verified.result, language)} />
          </Box>
        )}
        <Section title={t.bounds} note={t.boundsNote}>
          <TimeBounds detail={detail} />
        </Section>
        <Section
          title={t.chain}
          note={t.chainNote}
          action={
            <Link component="button" variant="body2" onClick={() => void navigate(`/ledger?seq=${detail.entry.seq}`)}>
              {t.seeEntry}
            </Link>
          }
        >
          <ProofChain detail={detail} signers={t.signersChip(detail.signatures)} />
        </Section>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
            gap: 6,
            py: 4,
            borderTop: '1px solid',
            borderColor: 'hairline',
          }}
        >
          <Files detail={detail} />
          <Terms verdict={verdict} />
        </Box>
        <Typography variant="caption" component="p" sx={{ borderTop: '1px solid', borderColor: 'hairline', pt: 3 }}>
          {t.basis} {common.list(verdict.basis.documents.map(({ title, number }) => `《${title}》${number ? `（${number}）` : ''}`))}　
          {basisStatusText(verdict.basis.status, language)}
        </Typography>
        <Typography variant="caption" component="p">
          {t.arrangement}
        </Typography>
      </Box>
      {oneColumn && <PaperPane detail={detail} verdict={verdict} />}
    </Sheet>
  );
}

function Head({ detail, verdict }: { detail: VerdictDetail; verdict: Verdict }) {
  const t = useTexts(verdictTexts);
  const common = useTexts(commonTexts);
  const forms: Readonly<Record<string, string | undefined>> = common.forms;
  const conditions = verdict.conditions ?? [];
  const rectification = verdict.rectification ?? [];
  const until = lastValidDay(verdict);
  return (
    <Box sx={{ display: 'flex', gap: 5, alignItems: 'flex-start', pb: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {detail.number}　·　{detail.developer}
        </Typography>
        <Typography variant="h1" sx={{ my: '2px' }}>
          {detail.product}
          <Typography component="span" variant="body1" sx={{ color: 'ink2', ml: 4, display: 'inline-block' }}>
            {t.version(detail.productVersion)} · {forms[detail.form] ?? detail.form} · {common.sharingModes[verdict.agreement.sharingMode]}
          </Typography>
        </Typography>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 1 }}>
          <StatusChip kind={detail.delivery} label={t.delivery[detail.delivery]} />
          {detail.practice && <ToneChip tone="amber" label={t.practice} />}
          {verdict.basis.chosen === 'internal' && <ToneChip tone="amber" label={t.internal} />}
          {conditions.length > 0 && <ToneChip tone="neutral" label={t.conditionsChip(conditions.length, nearestDue(conditions))} />}
          {rectification.length > 0 && (
            <ToneChip tone="neutral" label={t.rectificationChip(rectification.length, nearestDue(rectification))} />
          )}
          {until !== null && <ToneChip tone="neutral" label={t.validChip(until)} />}
          <ToneChip tone="neutral" label={t.signersChip(detail.signatures)} />
        </Box>
      </Box>
      <Seal lines={t.sealLines[detail.outcome]} state={detail.practice ? 'practice' : 'signed'} />
    </Box>
  );
}
