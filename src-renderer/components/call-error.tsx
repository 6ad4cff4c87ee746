// Words and advice for a code that a call ended with. Unknown codes (a record from a newer program) are shown with their code alone.
import { wordsOf } from '@shared/contract/codes';
import type { ReactNode } from 'react';
import { useLanguage } from './language';
import { ErrorState } from './states';

export function CallError({
  code,
  detail,
  actions,
  tone,
}: {
  code: string;
  detail?: string | undefined;
  actions?: ReactNode;
  tone?: 'red' | 'amber';
}) {
  const words = wordsOf(code, useLanguage());
  return (
    <ErrorState
      title={words?.title ?? code}
      code={code}
      actions={actions}
      {...(detail === undefined ? {} : { detail })}
      {...(tone ? { tone } : {})}
    >
      {words?.todo}
    </ErrorState>
  );
}
