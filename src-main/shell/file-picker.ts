// Files come in through the system's own dialog (or a drop, whose paths the preload resolves), never by a path that a page names.
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { failure, ok, type Result } from '@shared/basics/result';
import { type BrowserWindow, dialog, shell } from 'electron';

export type PickedFile = { readonly path: string; readonly name: string; readonly bytes: number };
/** A refusal names the file that is none. */
export type Picked = Result<readonly PickedFile[], 'FILE_UNREADABLE'>;
export type FilePicker = {
  /** What a person chose: nothing when it was cancelled. */
  readonly choose: (options: { title: string; many: boolean; filters?: { name: string; extensions: string[] }[] }) => Promise<Picked>;
  readonly describe: (paths: readonly string[]) => Picked;
  readonly reveal: (folder: string) => void;
};

/** Regular files only: a folder, a device or a link is not a delivered file. One that is none refuses them all. */
export function describeFiles(paths: readonly string[]): Picked {
  const files: PickedFile[] = [];
  for (const file of paths) {
    const facts = lstatSync(file, { throwIfNoEntry: false });
    if (!facts?.isFile()) return failure('FILE_UNREADABLE', path.basename(file));
    files.push({ path: file, name: path.basename(file), bytes: facts.size });
  }
  return ok(files);
}

/** The whole of a small file, or null when it cannot be read (it is gone, or closed to this user). */
export function readPicked(picked: Picked): { readonly name: string; readonly bytes: Uint8Array } | null {
  const [file] = picked.ok ? picked.value : [];
  try {
    return file ? { name: file.name, bytes: readFileSync(file.path) } : null;
  } catch {
    return null;
  }
}

export function createFilePicker(parent: () => BrowserWindow | null): FilePicker {
  return {
    async choose({ title, many, filters }) {
      const window = parent();
      const options = {
        title,
        properties: many ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const),
        ...(filters ? { filters } : {}),
      };
      const chosen = window
        ? await dialog.showOpenDialog(window, { ...options, properties: [...options.properties] })
        : { canceled: true, filePaths: [] };
      return chosen.canceled ? ok([]) : describeFiles(chosen.filePaths);
    },
    describe: describeFiles,
    reveal: (folder) => void shell.openPath(folder),
  };
}
