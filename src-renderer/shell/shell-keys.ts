// Keys that hold on every page of the unlocked desk: palette, key list, lock, rail by G and a digit, zoom.
import { shellTexts } from '@shared/texts/shell';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { typingInField } from '../components/key-match';
import { useKeys } from '../components/keyboard';
import { useTexts } from '../components/language';
import { useSession } from '../session/session-context';
import { useNewDossier } from '../session/use-new-dossier';
import { focusNextPane } from './panes';
import { RAIL } from './rail-entries';
import { useOpen } from './use-open';
import { changeZoom } from './zoom';

/** How long after G the digit may follow. */
const SEQUENCE = 1_500;

const leaveField = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

export function useShellKeys({ openPalette, openKeyList }: { openPalette: () => void; openKeyList: () => void }): void {
  const { keys } = useTexts(shellTexts);
  const { lock, bridge } = useSession();
  const navigate = useNavigate();
  const open = useOpen();
  const newDossier = useNewDossier();
  const pressedG = useRef(0);
  const startSequence = () => {
    pressedG.current = performance.now();
  };

  const bindings = [
    { keys: 'Ctrl+K', label: keys.palette, run: openPalette },
    { keys: 'F1', label: keys.help, run: openKeyList, command: true },
    { keys: 'Ctrl+L', label: keys.lock, run: () => void lock(), command: true, always: true },
    { keys: 'Ctrl+N', label: keys.register, run: () => void newDossier().then((id) => id && navigate(`/register/${id}`)), command: true },
    { keys: 'Ctrl+=', label: keys.zoomIn, run: () => changeZoom(bridge, 1), always: true },
    { keys: 'Ctrl+-', label: keys.zoomOut, run: () => changeZoom(bridge, -1), always: true },
    { keys: 'Ctrl+0', label: keys.zoomReset, run: () => changeZoom(bridge, 0), always: true },
    { keys: 'G', label: keys.rail, run: startSequence },
    { keys: 'Ctrl+F6', label: keys.nextPane, run: focusNextPane },
    // Pages come first: what they close with Esc is closed before a field is left.
    { keys: 'Esc', label: keys.close, run: leaveField },
  ];
  useKeys(bindings, true);

  useEffect(() => {
    // Before the page's own digits (answers 1 to 4): within the sequence the digit belongs to the rail.
    const press = (event: KeyboardEvent) => {
      if (performance.now() - pressedG.current > SEQUENCE || pressedG.current === 0) return;
      if (event.isComposing || event.ctrlKey || event.altKey || typingInField(event.target)) return;
      const entry = RAIL.find((candidate) => candidate.digit === event.key);
      if (event.key.toLowerCase() !== 'g') pressedG.current = 0;
      if (!entry) return;
      event.preventDefault();
      event.stopPropagation();
      void open(entry.name);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [open]);
}
