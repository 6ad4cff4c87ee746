// A verification in plain words: the answer first, then what was checked, and beside it what was not. Takes the description, knows no format.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { verificationTexts } from '@shared/texts/verification';
import type { DescribedCheck, Description, Tone } from '@shared/verification/describe';
import { FONTS } from '../theme/tokens';
import { useTexts } from './language';

const ANSWER: Readonly<Record<Tone, { icon: typeof CheckCircleOutlined; colour: string }>> = {
  proof: { icon: CheckCircleOutlined, colour: 'proofText' },
  stop: { icon: CancelOutlined, colour: 'sealText' },
  unknown: { icon: HelpOutlineOutlined, colour: 'amberText' },
  ended: { icon: BlockOutlined, colour: 'ink2' },
};

export function VerificationSheet({ fileName, description }: { fileName: string; description: Description }) {
  const t = useTexts(verificationTexts);
  const common = useTexts(commonTexts);
  const { icon: Icon, colour } = ANSWER[description.tone];
  return (
    <Box
      component="article"
      aria-label={`${fileName} ${description.headline}`}
      sx={{ bgcolor: 'paper', border: '1px solid', borderColor: 'strong', borderTop: '4px solid', borderTopColor: colour }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 4, p: 6, borderBottom: '1px solid', borderColor: 'hairline' }}>
        <Icon aria-hidden sx={{ fontSize: 44, color: colour }} />
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }} role="status">
          <Typography variant="body2" sx={{ color: 'ink2', overflowWrap: 'anywhere' }}>
            {fileName}
          </Typography>
          <Typography
            variant="h1"
            sx={{ fontFamily: FONTS.serif, fontSize: 30, lineHeight: '42px', fontWeight: 700, color: colour, letterSpacing: 2 }}
          >
            {description.headline}
          </Typography>
          <Typography variant="body1">{description.sentence}</Typography>
          {description.bounds !== null && (
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              {description.bounds}
            </Typography>
          )}
          {description.practice !== null && (
            <Typography variant="h3" component="p" sx={{ color: 'amberText', mt: 1 }}>
              {description.practice}
            </Typography>
          )}
        </Box>
        {description.outcome !== null && (
          <Box sx={{ width: 220, flexShrink: 0, pl: 5, borderLeft: '1px solid', borderColor: 'hairline' }}>
            <Typography variant="caption" component="div">
              {t.fromSignature}
            </Typography>
            <Typography sx={{ fontFamily: FONTS.serif, fontSize: 20, lineHeight: '30px', fontWeight: 700 }}>
              {description.outcome}
            </Typography>
            {description.outcomeNotes.map((note) => (
              <Typography key={note} variant="caption" component="div" sx={{ overflowWrap: 'anywhere' }}>
                {note}
              </Typography>
            ))}
          </Box>
        )}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))' }}>
        <Box sx={{ p: 5 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
            {t.checked}
          </Typography>
          {description.checks.map((check) => (
            <CheckRow key={check.label} check={check} />
          ))}
        </Box>
        <Box sx={{ p: 5, bgcolor: 'raised', borderLeft: '1px solid', borderColor: 'hairline' }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1, display: 'flex', gap: 2, alignItems: 'center' }}>
            <VisibilityOffOutlined aria-hidden sx={{ fontSize: 16 }} />
            {t.notCheckedTitle}
          </Typography>
          {description.notChecked.length === 0 && (
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              {common.notCheckedNone}
            </Typography>
          )}
          {description.notChecked.map((line) => (
            <Typography key={line} variant="body2" sx={{ py: '5px', borderBottom: '1px solid', borderColor: 'hairline' }}>
              {line}
            </Typography>
          ))}
        </Box>
      </Box>
    </Box>
  );
}

function CheckRow({ check }: { check: DescribedCheck }) {
  const Icon = check.ok === true ? VerifiedOutlined : check.ok === false ? CancelOutlined : RemoveCircleOutlineOutlined;
  const colour = check.ok === true ? 'proofText' : check.ok === false ? 'sealText' : 'ink3';
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: '20px 112px 1fr', gap: 2, py: '5px', borderBottom: '1px solid', borderColor: 'hairline' }}
    >
      <Icon aria-hidden sx={{ fontSize: 17, color: colour, mt: '1px' }} />
      <Typography variant="body2" sx={{ fontWeight: 500 }}>
        {check.label}
      </Typography>
      <Typography variant="body2" sx={{ color: check.ok === false ? 'sealText' : 'ink2' }}>
        {check.text}
        {check.code !== null && check.ok !== true && (
          <Box component="span" sx={{ typography: 'mono', fontSize: 11, color: 'ink3', ml: 2 }}>
            {check.code}
          </Box>
        )}
      </Typography>
    </Box>
  );
}
