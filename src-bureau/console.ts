// Words for the console of whoever runs the service.
import type { CodedError } from '@shared/basics/coded-error';
import type { Failure } from '@shared/basics/result';
import { bureauTexts } from '@shared/texts/bureau';
import type { UsageCode } from './arguments';

/** Chinese first; English where the console itself is set to it. */
export const texts = bureauTexts[/^en/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'en' : 'zh'];

export const usageSentence = ({ code, detail = '' }: Failure<UsageCode>): string => texts[code](detail);

const START_CODES = ['DATA_IN_USE', 'DATA_MISMATCH', 'MODE_MISMATCH', 'KEY_FILE_DAMAGED', 'LOG_SHRUNK', 'PORT_UNAVAILABLE'] as const;

/** The code first, for whoever looks it up, then what to do. */
export function sentenceFor({ code, detail = '' }: CodedError<string>): string {
  const known = START_CODES.find((one) => one === code);
  return known === undefined ? `${code}: ${texts.START_FAILED}` : `${known}: ${texts[known](detail)}`;
}
