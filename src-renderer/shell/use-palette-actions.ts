// Gathers what the palette can open or run at this moment, and runs it.
import { commonTexts } from '@shared/texts/common';
import { shellTexts } from '@shared/texts/shell';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useBindingsSnapshot } from '../components/keyboard';
import { useTexts } from '../components/language';
import { useSession } from '../session/session-context';
import { useCall } from '../session/use-call';
import { useSummaries } from '../session/use-summaries';
import type { PaletteEntry } from './palette-entries';
import { RAIL } from './rail-entries';
import { useOpen } from './use-open';

type Action = PaletteEntry & { readonly run: () => void };

export function usePaletteActions(): { entries: readonly PaletteEntry[]; run: (id: string) => void } {
  const texts = useTexts(shellTexts);
  const common = useTexts(commonTexts);
  const { bridge, refreshStatus, language } = useSession();
  const navigate = useNavigate();
  const open = useOpen();
  const bindings = useBindingsSnapshot(true);
  const summaries = useSummaries();
  const verdicts = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));

  const prefer = (change: { language?: 'zh' | 'en'; theme?: 'light' | 'dark' }) => void bridge.setPreferences(change).then(refreshStatus);
  const actions: Action[] = [
    ...(summaries.state === 'ready' ? summaries.summaries : []).map(
      (summary): Action => ({
        id: summary.id,
        group: 'products',
        title: summary.product || common.dash,
        about: [summary.version, summary.developer, summary.agreement].filter(Boolean).join(' · '),
        run: () => void navigate(summary.registeredAt === null ? `/register/${summary.id}` : `/assess/${summary.id}`),
      }),
    ),
    ...(verdicts.state === 'ready' ? verdicts.value : []).map(
      (verdict): Action => ({
        id: verdict.sha256,
        group: 'verdicts',
        title: `${verdict.number} ${verdict.product}`,
        about: common.outcomes[verdict.outcome],
        run: () => void navigate(`/reports/${verdict.sha256}`),
      }),
    ),
    ...bindings
      .filter((binding) => binding.command)
      .map(
        (binding): Action => ({
          id: `key-${binding.keys}`,
          group: 'commands',
          title: binding.label,
          about: '',
          keys: binding.keys,
          run: binding.run,
        }),
      ),
    ...RAIL.map(
      (entry): Action => ({
        id: `rail-${entry.name}`,
        group: 'commands',
        title: texts.rail[entry.name],
        about: '',
        keys: `G+${entry.digit}`,
        run: () => void open(entry.name),
      }),
    ),
    {
      id: 'language',
      group: 'commands',
      title: texts.palette.language,
      about: '',
      run: () => prefer({ language: language === 'zh' ? 'en' : 'zh' }),
    },
    { id: 'light', group: 'commands', title: texts.palette.themeLight, about: '', run: () => prefer({ theme: 'light' }) },
    { id: 'dark', group: 'commands', title: texts.palette.themeDark, about: '', run: () => prefer({ theme: 'dark' }) },
  ];
  return { entries: actions, run: (id) => actions.find((action) => action.id === id)?.run() };
}
