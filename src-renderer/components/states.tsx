// What a place shows when it is empty, loading, refused or read-only. An error says what happened, what is safe and what to do; its code is
// there to copy.
import type { SvgIconComponent } from '@mui/icons-material';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from './language';
import { useNotice } from './notice';

type ErrorProps = {
  readonly title: string;
  /** What is safe, and what to do. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly code?: string;
  /** Facts beside the code; never content or secrets. */
  readonly detail?: string;
  readonly tone?: 'red' | 'amber';
  readonly icon?: SvgIconComponent;
};

export function ErrorState({ title, children, actions, code, detail, tone = 'amber', icon: Icon = ErrorOutlineOutlined }: ErrorProps) {
  const texts = useTexts(commonTexts);
  const notify = useNotice();
  const red = tone === 'red';
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 4, maxWidth: 560, py: 6 }}>
      <Box
        sx={{
          width: 42,
          height: 42,
          flexShrink: 0,
          display: 'grid',
          placeItems: 'center',
          borderRadius: '5px',
          bgcolor: red ? 'sealTint' : 'amberTint',
          color: red ? 'sealText' : 'amberText',
        }}
      >
        <Icon aria-hidden sx={{ fontSize: 24 }} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="h2" sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2" component="div" sx={{ color: 'ink2', mt: '2px' }}>
          {children}
        </Typography>
        {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>{actions}</Box>}
        {code && (
          <Box sx={{ display: 'flex', gap: 3, mt: 3, pt: 2, borderTop: '1px solid', borderColor: 'hairline', color: 'ink3' }}>
            <Typography variant="mono" component="span" sx={{ flex: 1 }}>
              {detail ? `${code}  ${detail}` : code}
            </Typography>
            <Link
              component="button"
              variant="body2"
              onClick={() =>
                void navigator.clipboard.writeText(detail ? `${code} ${detail}` : code).then(() => notify({ text: texts.copied }))
              }
            >
              {texts.copyDetails}
            </Link>
          </Box>
        )}
      </Box>
    </Box>
  );
}

export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', py: 12, px: 4 }}>
      <EmptyDossier />
      <Typography component="h2" sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600, mt: 4 }}>
        {title}
      </Typography>
      {children && (
        <Typography variant="body2" component="div" sx={{ color: 'ink2', maxWidth: 400, mt: '2px' }}>
          {children}
        </Typography>
      )}
      {actions && <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>{actions}</Box>}
    </Box>
  );
}

/** A closed dossier lying on a desk. */
function EmptyDossier() {
  return (
    <Box aria-hidden sx={{ position: 'relative', width: 120, height: 50, borderBottom: '1px solid', borderColor: 'ring' }}>
      <Box
        sx={{
          position: 'absolute',
          left: 23,
          bottom: 0,
          width: 73,
          height: 47,
          border: '1px solid',
          borderColor: 'ink2',
          borderRadius: '2px',
          bgcolor: 'paper',
        }}
      />
      <Box sx={{ position: 'absolute', left: 24, bottom: 1, width: 10, height: 45, bgcolor: 'teal' }} />
      <Box sx={{ position: 'absolute', left: 28, bottom: 5, width: 0, height: 37, borderLeft: '1px dashed', borderColor: 'paper' }} />
      <Box sx={{ position: 'absolute', left: 46, bottom: 30, width: 40, height: '1px', bgcolor: 'ring' }} />
      <Box sx={{ position: 'absolute', left: 46, bottom: 22, width: 26, height: '1px', bgcolor: 'ring' }} />
    </Box>
  );
}

/** One line that says why controls are text here. */
export function ReadOnlyLine({ children }: { children: ReactNode }) {
  return (
    <Box
      role="note"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 3,
        py: '5px',
        bgcolor: 'sunken',
        borderRadius: '4px',
        color: 'ink2',
        fontSize: 13,
        lineHeight: '20px',
      }}
    >
      <LockOutlined aria-hidden sx={{ fontSize: 15 }} />
      <span>{children}</span>
    </Box>
  );
}

const PATIENCE = 200;

/** Rows of a list that is being read; nothing at all for the first 200 ms, so that quick reads do not flash. */
export function SkeletonRows({ rows = 6, height = 35 }: { rows?: number; height?: number }) {
  const texts = useTexts(commonTexts);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Box role="status" aria-label={texts.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
        <Box key={row} sx={{ height, display: 'flex', alignItems: 'center', borderBottom: '1px solid', borderColor: 'hairline' }}>
          <Skeleton variant="rectangular" animation={false} width={`${40 + ((row * 17) % 45)}%`} height={10} />
        </Box>
      ))}
    </Box>
  );
}
