// One measure as a section: what was compared and found in a sentence, its table, what it means and on which source, the item it informs and what a
// person says of it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FindingDraft } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import type { EditionItem } from '@shared/checklist/edition';
import { evidenceInferenceTexts } from '@shared/texts/evidence-inference';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { type JudgeActs, JudgeLine } from './judge';

type Props = {
  readonly title: string;
  /** What was looked at, beside the title. */
  readonly facts?: string;
  readonly bad: boolean;
  readonly said: string;
  readonly value?: string;
  readonly findings: readonly FindingDraft[];
  /** What each is about, where several stand together. */
  readonly aboutOf?: (finding: FindingDraft) => string;
  /** The item it informs, where nothing was found that would name it. */
  readonly item?: EditionItem | null;
  readonly acts: JudgeActs;
  readonly note: ReactNode;
  readonly children?: ReactNode;
};

/** Figures and places side by side where there is room for both. */
const BESIDE = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
  columnGap: 6,
  alignItems: 'start',
} as const;

export function Measure({ title, facts, bad, said, value, findings, aboutOf, item = null, acts, note, children }: Props) {
  const texts = useTexts(evidenceInferenceTexts);
  const language = useLanguage();
  return (
    <Box component="section" aria-label={title} sx={{ mb: 4, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3 }}>
        <Typography variant="h3" component="h3">
          {title}
        </Typography>
        {facts !== undefined && (
          <Typography variant="caption" component="span">
            {facts}
          </Typography>
        )}
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          mt: 1,
          px: bad ? 2 : 0,
          py: 1,
          borderRadius: '4px',
          bgcolor: bad ? 'amberTint' : 'transparent',
          typography: 'body2',
        }}
      >
        <StatusIcon kind={bad ? 'attention' : 'compliant'} size={16} />
        <Box component="span" sx={{ fontWeight: bad ? 600 : 400 }}>
          {said}
        </Box>
        {value !== undefined && (
          <Box component="span" sx={{ ml: 'auto', fontWeight: 600 }}>
            {value}
          </Box>
        )}
      </Box>
      {children !== undefined && <Box sx={BESIDE}>{children}</Box>}
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
        {note}
      </Typography>
      {findings.map((finding) => (
        <JudgeLine key={finding.id} finding={finding} acts={acts} {...(aboutOf ? { about: aboutOf(finding) } : {})} />
      ))}
      {findings.length === 0 && item !== null && (
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
          {texts.informs}
          <Button size="small" variant="text" onClick={() => acts.openItem(item.id)}>
            {itemLabelIn(item.id, language)}
          </Button>
        </Typography>
      )}
    </Box>
  );
}
