// All detectors over one cell, each at most once, a candidate given to the most specific only.
import { email } from './email';
import { type Look, plain } from './look';
import { mobile } from './mobile';
import { claimsResident, residentIds } from './resident-id';
import { uscc } from './uscc';

export type InspectContext = {
  /** Name of the column, or empty. */
  readonly name: string;
  /** yyyymmdd in Asia/Shanghai; null: births are not compared with any day. */
  readonly today: string | null;
};

const NOTHING: readonly Look[] = [];

/** @param cell as read, any script and width */
export function inspect(cell: string, { name, today }: InspectContext): readonly Look[] {
  // The shortest thing any detector knows is a@b.cc.
  if (cell.length < 6) return NOTHING;
  const text = plain(cell);
  const looks: Look[] = [];
  const ids = /\d{3}[\dXx]/.test(text) ? residentIds(text, name, today) : NOTHING;
  looks.push(...ids);
  if (/\d{6}/.test(text)) {
    const code = uscc(text, name, (number) => claimsResident(number, today));
    if (code) looks.push(code);
  }
  if (/1[3-9]\d/.test(text)) {
    const phone = mobile(text);
    if (phone) looks.push(phone);
  }
  const address = email(text);
  if (address) looks.push(address);
  return looks;
}

/** The same over a text that is about to be signed: what is found in it, masked. */
export const inspectText = (text: string, today: string | null = null): readonly Look[] => inspect(text, { name: '', today });
