// The question about members in one string, as parameters carry it. A name that holds what parts the two stands in quotes, so that a column may be called
// "a,score=b"; the form without quotes that was always written is read as long as it can mean one thing only.
import { pieces, readName, writeName } from '../risk/names';
import type { MembershipQuestion } from './look';

const PART = /^\s*(?<name>member|score)\s*=(?<value>.*)$/su;
/** Commas of the names themselves: where exactly one comma can part the two, that one does. */
const PARTED = /,(?=(?:member|score)=)/gu;

export const writeMembership = ({ member, score }: MembershipQuestion): string => `member=${writeName(member)},score=${writeName(score)}`;

/** @returns null when it cannot be asked */
export function readMembership(text: string): MembershipQuestion | null {
  const quoted = parts(pieces(text, ',', '='));
  if (quoted) return quoted;
  const plain = [...text.matchAll(PARTED)];
  const [comma] = plain;
  return comma && plain.length === 1 ? parts([text.slice(0, comma.index), text.slice(comma.index + 1)]) : null;
}

function parts(found: readonly string[]): MembershipQuestion | null {
  const named = new Map<string, string>();
  for (const piece of found) {
    const { name, value = '' } = PART.exec(piece)?.groups ?? {};
    const column = readName(value);
    if (name === undefined || column === null || named.has(name)) return null;
    named.set(name, column);
  }
  const [member, score] = [named.get('member'), named.get('score')];
  return member !== undefined && score !== undefined ? { member, score } : null;
}
