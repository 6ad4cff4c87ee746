// The right pane of registration: everything still missing in one list, what filing will do, and the one button. A closed button says why.
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Gap } from '@shared/assessment/gap';
import { registerTexts } from '@shared/texts/register';
import type { ReactNode } from 'react';
import { CallError } from '../../components/call-error';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { PanelSection } from '../../components/sheet';

type Props = {
  readonly gaps: readonly Gap[];
  readonly textOf: (gap: Gap) => { what: string; todo: string };
  readonly papers: string;
  readonly after: readonly string[];
  readonly current: number | null;
  readonly onJump: (index: number) => void;
  readonly onPapers: () => void;
  readonly foot: ReactNode;
};

export function GapsPane({ gaps, textOf, papers, after, current, onJump, onPapers, foot }: Props) {
  const texts = useTexts(registerTexts);
  return (
    <Box sx={{ minHeight: '100%', display: 'flex', flexDirection: 'column' }}>
      <PanelSection title={texts.gapsTitle(gaps.length)}>
        <Box component="ul" aria-label={texts.gapsTitle(gaps.length)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {gaps.map((gap, index) => {
            const { what, todo } = textOf(gap);
            return (
              <Box
                component="li"
                key={`${gap.code} ${gap.field} ${gap.material}`}
                sx={{
                  display: 'flex',
                  gap: 2,
                  py: 2,
                  borderBottom: '1px solid',
                  borderColor: 'hairline',
                  bgcolor: index === current ? 'selected' : 'transparent',
                  color: 'sealText',
                }}
              >
                <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 16, mt: '2px' }} />
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Box sx={{ typography: 'body2', color: 'ink' }}>{what}</Box>
                  <Typography variant="caption" component="div">
                    {todo}
                  </Typography>
                </Box>
                <Link
                  component="button"
                  type="button"
                  variant="body2"
                  aria-label={texts.jumpTo(what)}
                  onClick={() => onJump(index)}
                  sx={{ whiteSpace: 'nowrap', alignSelf: 'flex-start' }}
                >
                  {texts.jump}
                </Link>
              </Box>
            );
          })}
        </Box>
        {gaps.length > 0 && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 2, typography: 'caption' }}>
            <Kbd keys="F6" /> {texts.nextGap} <Box component="span" sx={{ width: 8 }} /> <Kbd keys="Shift+F6" /> {texts.previousGap}
          </Box>
        )}
      </PanelSection>
      {papers !== '' && (
        <PanelSection title={texts.papersAside}>
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {papers}
          </Typography>
          <Link component="button" type="button" variant="body2" onClick={onPapers}>
            {texts.openPapers}
          </Link>
        </PanelSection>
      )}
      <PanelSection title={texts.afterFiling}>
        <Box component="ol" sx={{ m: 0, pl: 4, typography: 'body2', color: 'ink2' }}>
          {after.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Box>
      </PanelSection>
      <PanelSection title={texts.vaultNote}>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {texts.vaultText}
        </Typography>
      </PanelSection>
      {foot !== null && (
        <Box
          sx={{
            mt: 'auto',
            px: 5,
            py: 4,
            position: 'sticky',
            bottom: 0,
            bgcolor: 'raised',
            borderTop: '1px solid',
            borderColor: 'hairline',
          }}
        >
          {foot}
        </Box>
      )}
    </Box>
  );
}

type FootProps = {
  /** In one line, words before the button; else the button above them. */
  readonly line: boolean;
  readonly blockers: number;
  readonly busy: boolean;
  readonly filing: boolean;
  readonly filed: boolean;
  readonly failed: string | null;
  readonly onFile: () => void;
  readonly onAssess: () => void;
};

export function FilingFoot({ line, blockers, busy, filing, filed, failed, onFile, onAssess }: FootProps) {
  const texts = useTexts(registerTexts);
  const closed = blockers > 0 || busy || filing;
  const says = filed ? texts.filed : busy ? texts.fileRunning : blockers > 0 ? texts.fileBlocked(blockers) : texts.fileReady;
  const button = filed ? (
    <Button fullWidth={!line} variant="contained" color="primary" onClick={onAssess}>
      {texts.goAssess} <Kbd keys="Ctrl+Enter" onFill />
    </Button>
  ) : (
    <Button
      fullWidth={!line}
      variant={closed ? 'outlined' : 'contained'}
      color={closed ? 'inherit' : 'primary'}
      disabled={closed}
      onClick={onFile}
    >
      {filing ? texts.filing2 : texts.file} <Kbd keys="Ctrl+Enter" onFill={!closed} />
    </Button>
  );
  return (
    <>
      {!filed && failed !== null && <CallError code={failed} />}
      <Box sx={line ? { flex: 1, display: 'flex', flexDirection: 'row-reverse', alignItems: 'center', gap: 4 } : {}}>
        {button}
        <Typography variant="caption" component="p" sx={{ m: 0, mt: line ? 0 : 2 }}>
          {says}
        </Typography>
      </Box>
    </>
  );
}
