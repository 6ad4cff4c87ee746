// The problem report before it is signed (Art. 19 ¶3): a draft from the grounds, for a person to change. Counts only; what is signed is shown again, in the
// signing window. It is written in Chinese whatever the desk speaks, because the bureau reads it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { detectorName } from '@shared/assessment/proposals';
import type { QuarantineGround } from '@shared/assessment/quarantine-grounds';
import { quarantineTexts } from '@shared/texts/quarantine';
import { useState } from 'react';
import { CallError } from '../../components/call-error';
import { FieldRow, TextRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { useSession } from '../../session/session-context';

const MAX_TEXT = 4_000;
const SEVERITIES = [1, 2, 3, 4, 5] as const;
const amount = (n: number): string => n.toLocaleString('en-US');

/** @param product as the dossier names it; @param file the delivered name */
export function draftReport(
  product: string,
  file: string,
  grounds: readonly QuarantineGround[],
): { what: string; measures: string; severity: number } {
  const words = quarantineTexts.zh.draft;
  const found = grounds.map(({ code, column, detector, count, of }) =>
    code === 'RAW_ROWS'
      ? words.raw(amount(count), of === null ? '—' : amount(of))
      : words.personal(column ?? '', detectorName(detector ?? '', 'zh'), amount(count)),
  );
  return {
    what: words.what(product, file, found.join('；')).slice(0, MAX_TEXT),
    measures: words.measures,
    // Raw data is a stop in so many words of the measures; personal data beyond the agreement is high until a person says otherwise.
    severity: grounds.some(({ code }) => code === 'RAW_ROWS') ? 5 : 4,
  };
}

/** What was typed and not signed yet, by digest: leaving the page must not lose it. Gone with the page when the profile is locked. */
const typed = new Map<string, ReturnType<typeof draftReport>>();

type Props = {
  readonly sha256: string;
  readonly draft: ReturnType<typeof draftReport>;
  readonly onDone: () => void;
};

export function ProblemReport({ sha256, draft, onDone }: Props) {
  const texts = useTexts(quarantineTexts);
  const { bridge } = useSession();
  const notify = useNotice();
  const [words, keep] = useState(typed.get(sha256) ?? draft);
  const setWords = (next: typeof words) => {
    typed.set(sha256, next);
    keep(next);
  };
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ code: string; detail?: string | undefined } | null>(null);
  const complete = words.what.trim() !== '' && words.measures.trim() !== '';
  const sign = async () => {
    if (busy || !complete) return;
    setBusy(true);
    const outcome = await bridge.reportProblem({ sha256, ...words });
    setBusy(false);
    setRefused(outcome.ok ? null : { code: outcome.code, detail: outcome.detail });
    if (!outcome.ok) return;
    notify({ text: outcome.value.state === 'signed' ? texts.reported : texts.notDone });
    if (outcome.value.state !== 'signed') return;
    typed.delete(sha256);
    onDone();
  };
  useKeys([{ keys: 'Ctrl+Enter', label: texts.signReport, run: () => void sign() }]);
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 3, ml: { xs: 0, sm: '42px' }, maxWidth: 720 }}>
      <TextRow
        label={texts.reportWhat}
        hint={texts.reportWhatHint}
        multiline
        minRows={3}
        required
        value={words.what}
        inputProps={{ maxLength: MAX_TEXT, lang: 'zh-CN' }}
        onChange={(event) => setWords({ ...words, what: event.target.value })}
      />
      <TextRow
        label={texts.reportMeasures}
        multiline
        minRows={2}
        required
        value={words.measures}
        inputProps={{ maxLength: MAX_TEXT, lang: 'zh-CN' }}
        onChange={(event) => setWords({ ...words, measures: event.target.value })}
      />
      <FieldRow label={texts.reportSeverity}>
        {({ id, ...aria }) => (
          <Select
            size="small"
            value={words.severity}
            inputProps={{ id, ...aria }}
            SelectDisplayProps={{ 'aria-label': texts.reportSeverity }}
            onChange={(event) => setWords({ ...words, severity: Number(event.target.value) })}
          >
            {SEVERITIES.map((severity) => (
              <MenuItem key={severity} value={severity}>
                {texts.severity[severity]}
              </MenuItem>
            ))}
          </Select>
        )}
      </FieldRow>
      {refused && <CallError code={refused.code} detail={refused.detail} />}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" color="primary" disabled={busy || !complete} onClick={() => void sign()}>
          {texts.signReport} <Kbd keys="Ctrl+Enter" onFill />
        </Button>
        <Button disabled={busy} onClick={onDone}>
          {texts.closeReport}
        </Button>
      </Box>
    </Box>
  );
}
