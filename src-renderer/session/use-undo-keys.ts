// Ctrl+Z and Ctrl+Shift+Z for the page of a dossier. Also inside fields: typed text is part of the paper's own history.
import { shellTexts } from '@shared/texts/shell';
import { useKeys } from '../components/keyboard';
import { useTexts } from '../components/language';
import type { AssessmentHandle } from './use-assessment';

export function useUndoKeys(paper: Pick<AssessmentHandle, 'undo' | 'redo'> | null): void {
  const { keys } = useTexts(shellTexts);
  useKeys(
    paper
      ? [
          { keys: 'Ctrl+Z', label: keys.undo, run: paper.undo, command: true },
          { keys: 'Ctrl+Shift+Z', label: keys.redo, run: paper.redo, command: true },
        ]
      : [],
  );
}
