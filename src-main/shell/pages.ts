// Serves the built pages over app://, each host to its own session only. Requests are looked up in a map made from the build, never joined
// to a path, so there is nothing to traverse; every page and every script carries its policy (a worker obeys its own script's policy, not
// the page's).
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { protocol, type Session } from 'electron';

export type Host = 'bundle' | 'signing' | 'analysis' | 'report';
const ENTRY: Record<Host, string> = {
  bundle: 'index.html',
  signing: 'signing/index.html',
  analysis: 'analysis/index.html',
  report: 'report/index.html',
};
export const originOf = (host: Host): string => `app://${host}`;
export const entryUrl = (host: Host): string => `app://${host}/${ENTRY[host]}`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Once, before the app is ready. Scheme and hosts are frozen: changing them would orphan every IndexedDB. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

function policyOf(host: Host, nonce: string | null): string {
  const connect = host === 'bundle' ? "'self'" : "'none'";
  const worker = host === 'analysis' ? "'self'" : "'none'";
  const trusted = host === 'analysis' ? 'shiqi-worker' : "'none'";
  return [
    "default-src 'none'",
    `script-src 'self'${host === 'analysis' ? " 'wasm-unsafe-eval'" : ''}`,
    nonce === null ? "style-src 'none'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    `worker-src ${worker}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
  ].join('; ');
}

const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

function filesUnder(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`/${path.relative(root, file).split(path.sep).join('/')}`, file);
  }
  return files;
}

/** Serves one host to one session. Anything else asked of that session's app: scheme is 404. */
export function servePages(session: Session, host: Host, root: string): void {
  const files = filesUnder(root);
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    const file = request.method === 'GET' && url.host === host ? files.get(url.pathname) : undefined;
    const type = file === undefined ? undefined : TYPES[path.extname(file)];
    // A page of another window must not be opened here: pages are served by their own host alone.
    if (file === undefined || type === undefined || (url.pathname.endsWith('.html') && url.pathname !== `/${ENTRY[host]}`))
      return new Response('not found', { status: 404 });
    const bytes = readFileSync(file);
    if (!file.endsWith('.html')) {
      const policy = file.endsWith('.js') ? { 'content-security-policy': policyOf(host, null) } : {};
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, ...COMMON_HEADERS, ...policy } });
    }
    const nonce = randomBytes(16).toString('base64');
    const html = bytes.toString('utf8').replaceAll('__CSP_NONCE__', () => nonce);
    return new Response(html, { headers: { 'content-type': type, ...COMMON_HEADERS, 'content-security-policy': policyOf(host, nonce) } });
  });
}
