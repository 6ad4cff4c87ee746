// Over a file in which the machine saw what must not be here: what, how much, and the way to lock it. It asks once more, because nothing unlocks it again.
// A machine never locks by itself: what it saw may be a code table, and overruling the finding takes the proposal away.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FindingDraft } from '@shared/assessment/model';
import { detectorName } from '@shared/assessment/proposals';
import { type QuarantineGround, quarantineGrounds } from '@shared/assessment/quarantine-grounds';
import type { AnalysisView } from '@shared/contract/views';
import type { Language } from '@shared/texts/language';
import { quarantineTexts } from '@shared/texts/quarantine';
import { useState } from 'react';
import { CallError } from '../../components/call-error';
import { useLanguage, useTexts } from '../../components/language';
import { useSession } from '../../session/session-context';

/** Of the grounds; the page of the locked file has them all. */
const SHOWN = 4;

const amount = (n: number): string => n.toLocaleString('en-US');

/** "与源数据相同的行 3,870 / 10,000" or "手机号 37 / 40 · 备注". */
export function groundText({ code, column, part, detector, count, of }: QuarantineGround, language: Language): string {
  const texts = quarantineTexts[language];
  const what = detector === null ? texts.ground[code] : detectorName(detector, language);
  const where = [part, column].filter((each) => each !== null).join(' · ');
  return [what, texts.ofCount(amount(count), of === null ? null : amount(of)), where].filter((word) => word !== '').join('　');
}

export function QuarantineProposal({ view, findings }: { view: AnalysisView; findings: readonly FindingDraft[] }) {
  const texts = useTexts(quarantineTexts);
  const language = useLanguage();
  const { bridge } = useSession();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const grounds = view.role === 'delivered' && view.state === 'done' ? quarantineGrounds(view.files, findings) : [];
  if (grounds.length === 0) return null;
  const lock = async () => {
    const outcome = await bridge.quarantine({ dossier: view.dossier, sha256: view.sha256 });
    // Main tells every page of the lock; what stays here is a refusal.
    setCode(outcome.ok ? null : outcome.code);
    setAsking(false);
  };
  return (
    <Box
      component="section"
      aria-label={texts.proposal}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 4,
        alignItems: 'center',
        px: 5,
        py: 3,
        bgcolor: 'sealTint',
        borderLeft: '3px solid',
        borderColor: 'sealText',
      }}
    >
      <BlockOutlined aria-hidden sx={{ fontSize: 22, color: 'sealText' }} />
      <Box sx={{ flex: '1 1 360px', minWidth: 0 }}>
        <Typography variant="h3">{texts.proposal}</Typography>
        <Box component="ul" sx={{ m: 0, pl: 4, typography: 'body2' }}>
          {grounds.slice(0, SHOWN).map((ground) => (
            <li key={`${ground.code} ${ground.part} ${ground.column} ${ground.detector}`}>{groundText(ground, language)}</li>
          ))}
          {grounds.length > SHOWN && <li>{texts.moreGrounds(grounds.length - SHOWN)}</li>}
        </Box>
        <Typography variant="caption" component="div">
          {asking ? texts.lockAsk(view.name) : texts.proposalText}
        </Typography>
        {code !== null && <CallError code={code} tone="red" />}
      </Box>
      {asking ? (
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button onClick={() => setAsking(false)}>{texts.keepOpen}</Button>
          <Button variant="contained" color="primary" onClick={() => void lock()}>
            {texts.lockSure}
          </Button>
        </Box>
      ) : (
        <Button onClick={() => setAsking(true)}>{texts.lock}</Button>
      )}
    </Box>
  );
}
