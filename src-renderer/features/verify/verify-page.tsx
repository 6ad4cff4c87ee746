// Verify: drop a file, read the plain answer, see beside it what was not checked. One result at a time; nothing is kept.
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { verdictTexts } from '@shared/texts/verdict';
import { verificationTexts } from '@shared/texts/verification';
import { describeResult } from '@shared/verification/describe';
import type { VerificationResult } from '@shared/verification/result';
import { type DragEvent, useState } from 'react';
import { CallError } from '../../components/call-error';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { VerificationSheet } from '../../components/verification-result';
import { useSession } from '../../session/session-context';
import { FONTS } from '../../theme/tokens';

type Shown =
  | { readonly state: 'none' | 'reading' }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'read'; readonly fileName: string; readonly result: VerificationResult };

const KINDS = ['*.shiqi-report.zip', '*.shiqi-certificate.zip', '*.dsse.json', 'entries.jsonl', '*.shiqi-courier.zip'];

export function VerifyPage() {
  const t = useTexts(verificationTexts);
  const language = useLanguage();
  const { bridge, status } = useSession();
  const [shown, setShown] = useState<Shown>({ state: 'none' });
  const [over, setOver] = useState(false);

  const choose = async () => {
    const before = shown;
    setShown({ state: 'reading' });
    const outcome = await bridge.chooseAndVerify(undefined);
    if (!outcome.ok) setShown({ state: 'refused', code: outcome.code });
    else setShown(outcome.value === null ? before : { state: 'read', ...outcome.value });
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    setShown({ state: 'reading' });
    const outcome = await bridge.dropAndVerify(undefined, files);
    setShown(outcome.ok ? { state: 'read', ...outcome.value } : { state: 'refused', code: outcome.code });
  };
  useKeys([{ keys: 'Ctrl+O', label: t.chooseFile, run: () => void choose() }]);

  return (
    <>
      <PageHeader title={t.title} />
      <Box
        component="section"
        aria-label={t.title}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
        sx={{ height: '100%', overflow: 'auto', bgcolor: 'desk' }}
      >
        <Box sx={{ maxWidth: 1152, mx: 'auto', px: 6, py: 5, display: 'flex', flexDirection: 'column', gap: 4 }}>
          <Box>
            <Typography variant="h1">{t.title}</Typography>
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              {t.subtitle}
            </Typography>
          </Box>
          <Box
            sx={{
              minHeight: 66,
              display: 'flex',
              alignItems: 'center',
              gap: 5,
              px: 5,
              py: 2,
              border: '1px dashed',
              borderColor: over ? 'teal' : 'control',
              bgcolor: over ? 'tealTint' : 'raised',
              borderRadius: '6px',
            }}
          >
            <UploadFileOutlined aria-hidden sx={{ fontSize: 28, color: 'teal' }} />
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="h3" component="p">
                {t.drop}
              </Typography>
              <Typography variant="caption" component="p" sx={{ m: 0 }}>
                {KINDS.join('　')}
              </Typography>
            </Box>
            <Button onClick={() => void choose()} disabled={shown.state === 'reading'}>
              {shown.state === 'reading' ? t.reading : t.chooseFile} <Kbd keys="Ctrl+O" />
            </Button>
            <Box sx={{ pl: 5, borderLeft: '1px solid', borderColor: 'strong' }}>
              <Typography variant="caption" component="div">
                {t.trustFile}
              </Typography>
              <Typography variant="h3" component="div">
                {status.bureau?.name ?? t.trustNone}
              </Typography>
            </Box>
          </Box>
          {shown.state === 'none' && <PossibleAnswers />}
          {shown.state === 'refused' && (
            <Box sx={{ bgcolor: 'paper', border: '1px solid', borderColor: 'strong', px: 6 }}>
              <CallError code={shown.code} />
            </Box>
          )}
          {shown.state === 'read' && <VerificationSheet fileName={shown.fileName} description={describeResult(shown.result, language)} />}
          <Typography variant="caption" component="p" sx={{ m: 0 }}>
            {t.version(status.version)}　{t.exampleOpenssl}
          </Typography>
        </Box>
      </Box>
    </>
  );
}

/** What an answer can be, before there is one: a reader should know that "valid" is not the only word. */
function PossibleAnswers() {
  const t = useTexts(verificationTexts);
  const { possible } = useTexts(verdictTexts);
  const answers = [
    { title: t.results.valid, says: t.resultSentences.valid, colour: 'proofText' },
    { title: t.results.invalid, says: t.resultSentences.invalid, colour: 'sealText' },
    { title: t.results['signer-unknown'], says: t.resultSentences['signer-unknown'], colour: 'amberText' },
    { title: t.results.notReceived, says: t.resultSentences.notReceived, colour: 'ink2' },
  ];
  return (
    <Box component="section" aria-label={possible}>
      <Typography variant="caption" component="h2" sx={{ mb: 2 }}>
        {possible}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(208px, 1fr))', gap: 4 }}>
        {answers.map(({ title, says, colour }) => (
          <Box
            key={title}
            sx={{ bgcolor: 'paper', border: '1px solid', borderColor: 'hairline', borderTop: '3px solid', borderTopColor: colour, p: 4 }}
          >
            <Typography component="h3" sx={{ fontFamily: FONTS.serif, fontSize: 16, lineHeight: '24px', fontWeight: 700, color: colour }}>
              {title}
            </Typography>
            <Typography variant="body2" sx={{ color: 'ink2', mt: 1 }}>
              {says}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
