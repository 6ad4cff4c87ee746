// Sample replies recorded by a browser or a proxy (HTTP Archive 1.2): the JSON bodies of the answers, one a line, so that they are read like any other
// replies. The recording itself is read as it stands, with the requests in it.

const MOST_REPLIES = 100_000;

/** @param head first characters of a file */
export const looksLikeHar = (head: string): boolean =>
  /^\s*\{\s*"log"\s*:\s*\{/u.test(head) && /"(?:creator|version|entries|pages|browser)"\s*:/u.test(head);

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** @returns JSON Lines, empty when the recording holds no JSON */
export function harReplies(source: string): string {
  let recording: unknown;
  try {
    recording = JSON.parse(source);
  } catch {
    return '';
  }
  const entries = member(member(recording, 'log'), 'entries');
  const lines: string[] = [];
  for (const entry of Array.isArray(entries) ? entries : []) {
    const content = member(member(entry, 'response'), 'content');
    const text = member(content, 'text');
    if (typeof text !== 'string' || lines.length >= MOST_REPLIES) continue;
    try {
      const body: unknown = JSON.parse(
        member(content, 'encoding') === 'base64' ? new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0))) : text,
      );
      for (const reply of Array.isArray(body) ? body : [body])
        if (typeof reply === 'object' && reply !== null) lines.push(JSON.stringify(reply));
    } catch {
      // A page, a picture, a broken body: no reply of an interface.
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}
