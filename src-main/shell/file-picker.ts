// Files come in through the system's own dialog (or a drop, whose paths the preload resolves), never by a path that a page names.
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';

export type PickedFile = { readonly path: string; readonly name: string; readonly bytes: number };
export type FilePicker = {
  /** What a person chose: nothing when it was cancelled, null when any of it is not a regular file. */
  readonly choose: (options: {
    title: string;
    many: boolean;
    filters?: { name: string; extensions: string[] }[];
  }) => Promise<readonly PickedFile[] | null>;
  readonly describe: (paths: readonly string[]) => readonly PickedFile[] | null;
  readonly reveal: (folder: string) => void;
};

/** Regular files only: a folder, a device or a link is not a delivered file. Null when any of them is not one. */
export function describeFiles(paths: readonly string[]): readonly PickedFile[] | null {
  const files: PickedFile[] = [];
  for (const file of paths) {
    const facts = lstatSync(file, { throwIfNoEntry: false });
    if (!facts?.isFile()) return null;
    files.push({ path: file, name: path.basename(file), bytes: facts.size });
  }
  return files;
}

/** The whole of a small file, or null when it cannot be read (it is gone, or closed to this user). */
export function readPicked(files: readonly PickedFile[] | null): { readonly name: string; readonly bytes: Uint8Array } | null {
  const [file] = files ?? [];
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
      return chosen.canceled ? [] : describeFiles(chosen.filePaths);
    },
    describe: describeFiles,
    reveal: (folder) => void shell.openPath(folder),
  };
}
