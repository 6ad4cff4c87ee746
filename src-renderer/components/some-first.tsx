// The first few of a long list, and one link that shows the rest: what is short is never folded, what is folded is counted.
import Link from '@mui/material/Link';
import { commonTexts } from '@shared/texts/common';
import { type ReactNode, useState } from 'react';
import { useTexts } from './language';

/** @param few shown before the link; a rest of one or two is shown at once. */
export function useSomeFirst<T>(list: readonly T[], few: number): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const t = useTexts(commonTexts);
  const [all, setAll] = useState(false);
  const rest = list.length - few;
  if (all || rest <= 2) return { shown: list, more: null };
  return {
    shown: list.slice(0, few),
    more: (
      <Link component="button" variant="body2" onClick={() => setAll(true)} sx={{ py: 1 }}>
        {t.showMore(rest)}
      </Link>
    ),
  };
}
