// The parts of one verdict under its proof: files with digests, coverage and conditions (or what must be mended, or why it was rejected).
import HourglassBottomOutlined from '@mui/icons-material/HourglassBottomOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Verdict } from '@shared/attestation/statements/verdict';
import type { VerdictDetail } from '@shared/contract/views';
import { verdictTexts } from '@shared/texts/verdict';
import type { ReactNode } from 'react';
import { HashText } from '../../components/hash-text';
import { useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { numbered } from '../../components/numbered';
import { ToneChip } from '../../components/status-chip';

export const Section = ({
  title,
  note,
  action,
  children,
}: {
  title: string;
  note?: string | undefined;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <Box component="section" aria-label={title} sx={{ py: 4, borderTop: '1px solid', borderColor: 'hairline' }}>
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, mb: 2 }}>
      <Typography variant="h2">{title}</Typography>
      <Typography variant="caption" component="span" sx={{ flex: 1, minWidth: 0 }}>
        {note}
      </Typography>
      {action}
    </Box>
    {children}
  </Box>
);

const ROW = {
  display: 'flex',
  gap: 3,
  alignItems: 'center',
  minHeight: 34,
  py: '4px',
  borderBottom: '1px solid',
  borderColor: 'hairline',
} as const;

export function Files({ detail }: { detail: VerdictDetail }) {
  const t = useTexts(verdictTexts);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h2">
        {t.files}
        <Typography component="span" variant="caption" sx={{ ml: 3 }}>
          {t.filesCount(detail.subjects.length)}
        </Typography>
      </Typography>
      {detail.subjects.map(({ name, sha256 }) => (
        <Box key={name} sx={ROW}>
          <Typography variant="body2" noWrap title={name} sx={{ flex: 1, minWidth: 0 }}>
            {name}
          </Typography>
          <HashText hex={sha256} />
        </Box>
      ))}
      <Box sx={ROW}>
        <Typography variant="body2" sx={{ flex: 1, color: 'ink2' }}>
          {t.payload}
        </Typography>
        <HashText hex={detail.sha256} />
      </Box>
    </Box>
  );
}

export function Terms({ verdict }: { verdict: Verdict }) {
  const t = useTexts(verdictTexts);
  const coverage = verdict.coverage === undefined ? undefined : t.coverageKinds[verdict.coverage.kind];
  const title = verdict.outcome === 'return' ? t.rectification : verdict.outcome === 'reject' ? t.grounds : t.coverageAndConditions;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h2">
        {title}
        <Typography component="span" variant="caption" sx={{ ml: 3 }}>
          {coverage}
        </Typography>
      </Typography>
      {verdict.outcome === 'return' &&
        numbered(verdict.rectification).map(({ n, value }) => <TermRow key={n} n={n} text={value.text} who="" due={value.due ?? ''} />)}
      {(verdict.outcome === 'reject' || verdict.outcome === 'return') &&
        numbered(verdict.grounds).map(({ n, value }) => <TermRow key={n} n={n} text={value} who="" due="" />)}
      {(verdict.outcome === 'pass' || verdict.outcome === 'pass-with-conditions') &&
        numbered(verdict.conditions).map(({ n, value }) => (
          <TermRow key={n} n={n} text={value.text} who={t.binds[value.binds]} due={value.due ?? t.lasting} />
        ))}
      {verdict.outcome === 'pass' && (verdict.conditions ?? []).length === 0 && (
        <Typography variant="body2" sx={{ ...ROW, color: 'ink2' }}>
          {t.noConditions}
        </Typography>
      )}
      <Box sx={{ mt: 3 }}>
        <NotChecked items={verdict.notChecked} />
      </Box>
    </Box>
  );
}

const TermRow = ({ n, text, who, due }: { n: number; text: string; who: string; due: string }) => (
  <Box sx={ROW}>
    <Typography variant="body2" sx={{ width: 16, color: 'ink3' }}>
      {n}
    </Typography>
    <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
      {text}
    </Typography>
    <Typography variant="body2" sx={{ color: 'ink2', flexShrink: 0 }}>
      {who}
    </Typography>
    {/^\d{4}-/.test(due) ? (
      <ToneChip tone="amber" icon={HourglassBottomOutlined} label={due} />
    ) : (
      <Typography variant="body2">{due}</Typography>
    )}
  </Box>
);
