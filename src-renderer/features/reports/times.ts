// Main's times in Asia/Shanghai.
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';

/** "2026-11-23 13:24:08"; what is no instant stays as it stands. */
export function wallTime(at: string): string {
  const instant = parseInstant(at);
  return instant === null ? at : shanghaiWallTime(instant);
}

/** "11-23 13:24:08". */
export const shortTime = (at: string): string => wallTime(at).slice(5);
