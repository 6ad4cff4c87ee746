// Where a path given to a command leads.
import { resolve } from 'node:path';

/** Relative paths are the caller's, not npm's. */
export const place = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);
