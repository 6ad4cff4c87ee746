// Names that come from evidence (files, columns) as results write them: a character that hides, reorders or breaks a line stands as ‹U+202E›.
import { visibleText } from '../basics/visible-text';

export const visibleLine = (name: string): string => visibleText(name).replaceAll('\n', '‹U+000A›');
