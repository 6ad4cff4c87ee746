// The command line of the verifier, into file names. Reads nothing.
import { failure, ok, type Result } from '@shared/basics/result';

export type Arguments = {
  readonly file: string;
  readonly trust: readonly string[];
  readonly keys: readonly string[];
  readonly enrolments: readonly string[];
  readonly products: readonly string[];
  readonly verdict: string | null;
  readonly batches: readonly string[];
  readonly checkpoint: string | null;
  readonly json: boolean;
};

export const USAGE = `verify FILE [--trust FILE]... [--key FILE.pem]... [--enrolment FILE]... [--product FILE]...
       [--verdict FILE] [--batch FILE]... [--checkpoint FILE] [--json] [--lang zh|en]
FILE: *.shiqi-report.zip, *.shiqi-certificate.zip, *.shiqi-courier.zip, *.dsse.json or entries.jsonl
exit: 0 holds, 1 something does not hold, 2 unreadable, 3 signer unknown, 4 withdrawn, 64 wrong use
`;

const OPTIONS = ['--trust', '--key', '--enrolment', '--product', '--verdict', '--batch', '--checkpoint', '--lang'] as const;
type Option = (typeof OPTIONS)[number];
const SINGLE: readonly Option[] = ['--verdict', '--checkpoint', '--lang'];

export type Parsed = { readonly arguments: Arguments; readonly language: 'zh' | 'en' | null };

export function parseArguments(argv: readonly string[]): Result<Parsed, 'USAGE'> {
  const given = new Map<Option, string[]>();
  const files: string[] = [];
  let json = false;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const option = OPTIONS.find((known) => known === word || word.startsWith(`${known}=`));
    if (word === '--json') json = true;
    else if (option !== undefined) {
      const value = word === option ? argv[++i] : word.slice(option.length + 1);
      if (value === undefined || value === '') return failure('USAGE', `${option}: ?`);
      given.set(option, [...(given.get(option) ?? []), value]);
    } else if (word.startsWith('--')) return failure('USAGE', word);
    else files.push(word);
  }
  const [file, second] = files;
  if (file === undefined || second !== undefined) return failure('USAGE', second ?? 'FILE: ?');
  const twice = SINGLE.find((option) => (given.get(option)?.length ?? 0) > 1);
  if (twice !== undefined) return failure('USAGE', twice);
  const all = (option: Option): string[] => given.get(option) ?? [];
  const language = all('--lang')[0] ?? null;
  if (language !== null && language !== 'zh' && language !== 'en') return failure('USAGE', `--lang ${language}`);
  return ok({
    language,
    arguments: {
      file,
      trust: all('--trust'),
      keys: all('--key'),
      enrolments: all('--enrolment'),
      products: all('--product'),
      verdict: all('--verdict')[0] ?? null,
      batches: all('--batch'),
      checkpoint: all('--checkpoint')[0] ?? null,
      json,
    },
  });
}
