// What a verdict says of delivered files whose content is in quarantine, or was deleted out of it. The same lines in the desk, which shows them before
// signing, and in main, which signs them.
import { parseInstant, shanghaiWallTime } from '../basics/time';
import { quarantineTexts } from '../texts/quarantine';

/** `at`, `erasedAt`: RFC 3339. */
export type LockedFile = { readonly name: string; readonly at: string; readonly erasedAt: string | null };

const wall = (at: string): string => {
  const instant = parseInstant(at);
  return instant === null ? at : shanghaiWallTime(instant);
};

/** Lines of 没有检查, in the language of the law. */
export const lockedNotes = (files: readonly LockedFile[]): string[] =>
  files.map(({ name, at, erasedAt }) =>
    erasedAt === null
      ? quarantineTexts.zh.notChecked.locked(name, wall(at))
      : quarantineTexts.zh.notChecked.erased(name, wall(at), wall(erasedAt)),
  );
