// Secrets that open something: private keys (RFC 7468), JSON web tokens (RFC 7519), keys of cloud providers by their published forms, connection
// strings, and values given to a member called password or the like. Placeholders and schemas are no secrets.

import { masked } from '../masked';
import type { Cell, Look } from './look';

const PEM = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/g;
const TOKEN = /(?<![0-9A-Za-z_-])(eyJ[0-9A-Za-z_-]{8,})\.(eyJ[0-9A-Za-z_-]{4,})\.[0-9A-Za-z_-]{8,}/g;
const CLOUD =
  /(?<![0-9A-Za-z])(?:LTAI[0-9A-Za-z]{12,26}|A[KS]IA[0-9A-Z]{16}|AKID[0-9A-Za-z]{13,40}|gh[pousr]_[0-9A-Za-z]{36}|glpat-[0-9A-Za-z_-]{20}|sk-(?:proj-)?(?=[0-9A-Za-z]*\d)[0-9A-Za-z]{20,64}|AIza[0-9A-Za-z_-]{35}|xox[abpr]-[0-9A-Za-z-]{20,80})(?![0-9A-Za-z])/g;
/** User and password before the host, or a database by its driver. */
const CONNECTION =
  /(?<![0-9A-Za-z])(?:[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"<>{}$]{0,64}:(?<key>[^\s/@'"<>{}$]{1,128})@[0-9A-Za-z.[\]:-]+|jdbc:[a-z0-9:]{2,40}:\/{0,2}[@\w.-]+(?::\d{2,5})?[^\s'"]{0,200}|(?:Server|Data Source|Host)=[^;\s]{1,100};[^\n]{0,200}?(?:Password|Pwd)=(?<word>[^;\s]{1,100}))/gi;
const ASSIGNED =
  /(?<![0-9A-Za-z])(?:[A-Za-z0-9]{1,24}[._-]){0,4}(?:password|passwd|pwd|secret|secret[_-]?key|access[_-]?key(?:[_-]?(?:id|secret))?|secret[_-]?access[_-]?key|api[_-]?key|private[_-]?key|client[_-]?secret|auth[_-]?token|口令|密码|密钥)["']?\s*[:=：]\s*["']?(?<value>[\x21-\x26\x28-\x7e]{6,200}?)["']?(?=[\s,;'"，。；]|$)/gi;
const PLACEHOLDER =
  /^(?:[$<{[(%*#].*|x+|\*+|\.+|true|false|null|none|undefined|string|required|optional|change_?me|example|password|secret|your[_-].*|.*\*{3,}.*|env\..*|process\.env.*)$/i;

/** A header of a token is a JSON object. */
function isToken(header: string): boolean {
  try {
    return /^\{.*"alg"/.test(atob(header.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return false;
  }
}

/** At most one look for a cell; every secret in it is taken, so that nothing else reads its pieces. */
export function secret(cell: Cell): Look | null {
  const { text, claims } = cell;
  let found: Look | null = null;
  const take = (match: RegExpExecArray, value: string, supported: boolean) => {
    const at = match.index + Math.max(0, match[0].lastIndexOf(value));
    claims.take(at, at + value.length);
    if (!found || (supported && !found.supported))
      found = { detector: 'secret', valid: true, supported, organisation: false, sample: masked(value) };
  };
  for (const match of text.matchAll(PEM)) take(match, match[0], true);
  for (const match of text.matchAll(TOKEN)) if (isToken(match[1] ?? '')) take(match, match[0], true);
  for (const match of text.matchAll(CLOUD)) take(match, match[0], true);
  for (const match of text.matchAll(CONNECTION)) {
    const key = match.groups?.key ?? match.groups?.word;
    if (key === undefined) found ??= { detector: 'secret', valid: true, supported: false, organisation: false, sample: masked(match[0]) };
    else if (!PLACEHOLDER.test(key)) take(match, key, true);
  }
  for (const match of text.matchAll(ASSIGNED)) {
    const value = match.groups?.value ?? '';
    if (!PLACEHOLDER.test(value) && !/^https?:/.test(value)) take(match, value, false);
  }
  if (
    !found &&
    cell.named('secret') &&
    /^[\x21-\x7e]{6,200}$/.test(text) &&
    !PLACEHOLDER.test(text) &&
    /\d/.test(text) &&
    /[A-Za-z]/.test(text)
  )
    found = { detector: 'secret', valid: true, supported: false, organisation: false, sample: masked(text) };
  return found;
}
