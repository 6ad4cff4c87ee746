// The tour on the practice desk: two walks through the whole work, with what is already done ticked from the records themselves.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { deskTexts } from '@shared/texts/desk';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import type { DossierRow } from '../../session/dossier-row';
import type { SamplesState } from './use-samples';

const STEPS = ['registered', 'answered', 'decided', 'signed', 'received'] as const;
type GuideStep = (typeof STEPS)[number];

const DONE: Readonly<Record<GuideStep, (row: DossierRow) => boolean>> = {
  registered: (row) => row.summary.registeredAt !== null,
  answered: (row) => row.parts.length > 0 && row.answered === row.parts.length,
  decided: (row) => row.summary.outcome !== null,
  signed: (row) => row.verdict !== null,
  received: (row) => row.verdict?.delivery === 'received',
};

export function Guide({ samples }: { samples: SamplesState }) {
  const { practice: texts } = useTexts(deskTexts);
  return (
    <Box component="section" aria-label={texts.guide} sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, borderBottom: '1px solid', borderColor: 'strong', pb: 2 }}>
        <Typography variant="h2">{texts.guide}</Typography>
        <Typography variant="caption">{texts.guideAbout}</Typography>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr' }}>
        {texts.guides.map((guide, index) => (
          <Walk
            key={guide.sample}
            number={index + 1}
            guide={guide}
            row={samples.samples.find((sample) => sample.key === guide.sample)?.row ?? null}
          />
        ))}
      </Box>
    </Box>
  );
}

type GuideTexts = (typeof deskTexts)['zh']['practice']['guides'][number];

function Walk({ number, guide, row }: { number: number; guide: GuideTexts; row: DossierRow | null }) {
  const { practice: texts } = useTexts(deskTexts);
  const here = STEPS.find((step) => row === null || !DONE[step](row)) ?? null;
  return (
    <Box
      sx={{ display: 'flex', gap: 3, p: 4, pl: number === 1 ? 0 : 4, borderLeft: number === 1 ? 0 : '1px solid', borderColor: 'hairline' }}
    >
      <Box
        aria-hidden
        sx={{
          width: 26,
          height: 26,
          flexShrink: 0,
          borderRadius: '50%',
          bgcolor: row ? 'teal' : 'transparent',
          color: row ? 'primary.contrastText' : 'ink',
          border: '1px solid',
          borderColor: row ? 'teal' : 'control',
          display: 'grid',
          placeItems: 'center',
          fontWeight: 600,
        }}
      >
        {number}
      </Box>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h3">{guide.title}</Typography>
        <Typography variant="body2" sx={{ color: 'ink2', mt: 1, mb: 2 }}>
          {guide.about}
        </Typography>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {STEPS.map((step) => {
            const done = row !== null && DONE[step](row);
            return (
              <Box
                key={step}
                component="li"
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 2,
                  py: '4px',
                  borderTop: '1px solid',
                  borderColor: 'hairline',
                  typography: 'body2',
                  color: step === here ? 'teal' : 'ink2',
                  fontWeight: step === here ? 600 : 400,
                }}
              >
                <StatusIcon kind={done ? 'compliant' : 'unanswered'} size={15} />
                <Box component="span" sx={{ flex: 1 }}>
                  {guide.steps[step]}
                </Box>
                {step === here && row !== null && <Typography variant="caption">{texts.here}</Typography>}
              </Box>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}
