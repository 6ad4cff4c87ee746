// Addresses to go to (URLs, host:port, host lines) in texts and code, and whose ground they stand on (Art. 18, 17 ¶2 (四)). Judges names as they are
// written: nothing is ever looked up, so a name without a country in it stays unknown. Names of namespaces and documentation are no addresses.
import { plain } from '../detectors/look';
import {
  DOMESTIC,
  DOMESTIC_ENDINGS,
  FOREIGN,
  FOREIGN_ENDINGS,
  INTERNAL_ENDINGS,
  NAMESPACES,
  OPEN_ENDINGS,
  RESERVED_ENDINGS,
} from './host-names';

export type HostKind = 'foreign' | 'domestic' | 'unknown' | 'internal' | 'none';
/** `sign`: the entry or ending that decided, one of ours and never the text's. */
export type HostSeen = { readonly host: string; readonly kind: HostKind; readonly sign: string };

const HOST = '(?:\\[[0-9a-f:.]{2,45}\\]|[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,250}[\\p{L}\\p{N}])?)';
const URLS = new RegExp(`(?<![\\p{L}\\p{N}])([a-z][a-z0-9+.-]{1,20})://(?:[^\\s/@"'<>]{0,200}@)?(${HOST})(?![\\p{L}\\p{N}])`, 'giu');
/** Without a scheme, as pages refer to scripts; in code two strokes begin a comment, so it takes a quote and an ending. */
const RELATIVE = /["'(=]\/\/((?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})(?=[/"':?#)\s])/giu;
/** Where a single word after the strokes is a machine, and not a part of a program. */
const NETWORK =
  /^(?:https?|ftps?|sftp|ssh|wss?|tcp|udp|mysql|mariadb|postgres(?:ql)?|redis|rediss|mongodb|amqps?|kafka|oracle|sqlserver|ldaps?|smb|nfs|hdfs|jdbc)$/iu;
const HOST_LINE = new RegExp(
  `^\\s*(?:host|server|hostname|endpoint|主机|服务器)\\s*[:=：]\\s*["']?(${HOST})(?::\\d{1,5})?["']?\\s*[,;]?$`,
  'iu',
);
const PORTED = /(?<![\p{L}\p{N}@/._-])((?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+(?:[a-z]{2,24}|\d{1,3})):\d{2,5}(?![\d.:])/giu;
/** Oracle's own way: `jdbc:oracle:thin:@host:1521:name`, with or without strokes. */
const ORACLE = /jdbc:oracle:[a-z]{2,10}:(?:[^\s/@]{1,100}\/[^\s/@]{1,100})?@(?:\/\/)?([a-z0-9][a-z0-9._-]{0,250}):\d{2,5}/giu;
const WWW = /(?<![\p{L}\p{N}@/._-])(www\.(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})(?![a-z0-9-])/giu;
/** `\\server\share`: opened by itself where a document refers to it. */
const SHARE = /(?<![\\\p{L}\p{N}])\\\\([a-z0-9][a-z0-9._-]{1,250})\\/giu;

/** Regions of clouds, as their own endpoints name them; Hong Kong is outside for data. */
const FOREIGN_REGION =
  /(?:^|[.-])(?:cn-hongkong|(?:us|eu|me|sa|af|na|la|ca|il|mx)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest|siliconvalley|ashburn|frankfurt|moscow|saopaulo|toronto|virginia|oregon|ohio)\w*|ap-(?:southeast|northeast|south|east|singapore|hongkong|tokyo|seoul|mumbai|bangkok|jakarta|taipei))(?:-\d+)?(?=[.-]|$)/u;

const within = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** Four numbers as browsers read them: `0x7f.1`, `134744072` and octal are addresses too. */
function ipv4Of(host: string): readonly number[] | null {
  const parts = host.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/iu.test(part))) return null;
  const numbers = parts.map((part) =>
    /^0x/iu.test(part) ? Number.parseInt(part, 16) : /^0\d/u.test(part) ? Number.parseInt(part, 8) : Number(part),
  );
  const last = numbers.at(-1) ?? 0;
  const head = numbers.slice(0, -1);
  if (head.some((number) => !(number < 256)) || !(last < 256 ** (5 - numbers.length))) return null;
  const tail = Array.from({ length: 5 - numbers.length }, (_, i) => Math.floor(last / 256 ** (4 - numbers.length - i)) % 256);
  return [...head, ...tail];
}

/** RFC 1918, 6598 and 3927 are inside; this network, loopback, documentation, multicast are nowhere. */
function ipv4Kind([a = 0, b = 0, c = 0]: readonly number[]): HostKind {
  if (
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254)
  )
    return 'internal';
  const nowhere =
    a === 0 ||
    a === 127 ||
    a >= 224 ||
    (a === 192 && b === 0 && c === 2) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113);
  return nowhere ? 'none' : 'unknown';
}

/** @param host lower case, without port */
export function judgeHost(host: string): { readonly kind: HostKind; readonly sign: string } {
  if (host.startsWith('[')) {
    const address = host.slice(1, -1);
    if (/^f[cd]|^fe[89ab]/u.test(address)) return { kind: 'internal', sign: 'IPv6' };
    return /^(?:::1?$|ff|2001:db8:)/u.test(address) ? { kind: 'none', sign: '' } : { kind: 'unknown', sign: 'IPv6' };
  }
  const address = ipv4Of(host);
  if (address) return { kind: ipv4Kind(address), sign: 'IPv4' };
  const labels = host.split('.');
  const ending = labels.at(-1) ?? '';
  if (labels.some((label) => label === '' || label.length > 63) || /^\d+$/u.test(ending)) return { kind: 'none', sign: '' };
  if (RESERVED_ENDINGS.has(ending) || NAMESPACES.some((name) => within(host, name))) return { kind: 'none', sign: '' };
  if (labels.length === 1) return { kind: 'internal', sign: '' };
  if (INTERNAL_ENDINGS.has(ending)) return { kind: 'internal', sign: `.${ending}` };
  if (DOMESTIC_ENDINGS.has(ending)) return { kind: 'domestic', sign: `.${ending}` };
  const foreign = FOREIGN.find((name) => within(host, name));
  if (foreign) return { kind: 'foreign', sign: foreign };
  const domestic = DOMESTIC.find((name) => within(host, name));
  if (domestic) {
    const region = FOREIGN_REGION.exec(host)?.[0].replace(/^[.-]/u, '');
    return region ? { kind: 'foreign', sign: `${domestic} ${region}` } : { kind: 'domestic', sign: domestic };
  }
  if (FOREIGN_ENDINGS.has(ending) || (/^[a-z]{2}$/u.test(ending) && !OPEN_ENDINGS.has(ending)))
    return { kind: 'foreign', sign: `.${ending}` };
  return /^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59}|\p{Script=Han}{1,8})$/u.test(ending)
    ? { kind: 'unknown', sign: `.${ending}` }
    : { kind: 'none', sign: '' };
}

/** @param name a host as written */
export function hostSeen(name: string): HostSeen | null {
  const host = name.toLowerCase().replace(/\.+$/u, '');
  const { kind, sign } = judgeHost(host);
  return kind === 'none' ? null : { host, kind, sign };
}

/** Longer texts are cut by their readers already; a line of code has few addresses. */
const MAX_HOSTS = 50;

/** Every address in a text, each host once. */
export function hostsIn(text: string): readonly HostSeen[] {
  // Most cells hold a number, a date or a word: they cost no more than this.
  const dotted = text.includes('.') && (text.includes(':') || text.includes('=') || text.includes('：') || /www\./iu.test(text));
  const wide = text.includes('．') || text.includes('／') || text.includes('＼');
  if (!dotted && !wide && !text.includes('//') && !text.includes('\\\\')) return [];
  const line = plain(text);
  const found = new Map<string, HostSeen>();
  const take = (name: string | undefined): void => {
    const seen = name === undefined || found.size >= MAX_HOSTS ? null : hostSeen(name);
    if (seen) found.set(seen.host, seen);
  };
  if (line.includes('//')) {
    for (const [, scheme = '', host = ''] of line.matchAll(URLS)) if (/[.[]/u.test(host) || NETWORK.test(scheme)) take(host);
    for (const match of line.matchAll(RELATIVE)) take(match[1]);
  }
  if (line.includes(':')) for (const match of line.matchAll(PORTED)) take(match[1]);
  if (/jdbc:oracle/iu.test(line)) for (const match of line.matchAll(ORACLE)) take(match[1]);
  if (/www\./iu.test(line)) for (const match of line.matchAll(WWW)) take(match[1]);
  if (line.includes('\\\\')) for (const match of line.matchAll(SHARE)) take(match[1]);
  const named = HOST_LINE.exec(line)?.[1];
  // A word after "server" is a name only where it is written as one.
  if (named?.includes('.') && /[a-z\p{Script=Han}]/iu.test(named)) take(named);
  return [...found.values()];
}

/** Domains that an agreement's recipients name, in lower case: what is expected to be gone to. */
export function expectedHosts(recipients: readonly string[]): readonly string[] {
  return recipients.flatMap((recipient) => {
    const named = plain(recipient)
      .toLowerCase()
      .match(/(?:[a-z0-9\p{Script=Han}](?:[a-z0-9\p{Script=Han}-]{0,62})\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]+|\p{Script=Han}{2})/gu);
    return named ?? [];
  });
}
export const isExpected = (host: string, expected: readonly string[]): boolean => expected.some((domain) => within(host, domain));
