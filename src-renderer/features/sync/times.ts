// Short forms of main's times in Asia/Shanghai, for rows and panels.
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';

/** "11-23 13:24"; what is no instant stays as it stands. */
export function dayAndTime(at: string): string {
  const instant = parseInstant(at);
  return instant === null ? at : shanghaiWallTime(instant).slice(5, 16);
}

/** "11-23". */
export const shortDay = (at: string): string => dayAndTime(at).slice(0, 5);
