// Stands between the app and a true bureau on a loopback port of its own, and passes everything on, or something else instead.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * closed: hangs up. nonsense: words where a note should be. another-log: a note that someone else's key would have signed. not-json, no-proof,
 * forged-proof: of the reply to entries, its form, its receipts, or one letter of each receipt's hashes.
 */
export type Meddling = 'nothing' | 'closed' | 'nonsense' | 'another-log' | 'not-json' | 'no-proof' | 'forged-proof';

type Reply = { readonly status: number; readonly type: string; readonly body: Buffer };

export async function startCourier(bureauUrl: string) {
  let meddling: Meddling = 'nothing';
  const server = http.createServer(async (request, response) => {
    if (meddling === 'closed') return void request.socket.destroy();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const reply = changed(request.url ?? '/', await passOn(bureauUrl, request, Buffer.concat(parts)), meddling);
    response.writeHead(reply.status, { 'content-type': reply.type });
    response.end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meddle: (how: Meddling): void => {
      meddling = how;
    },
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn(bureauUrl: string, request: http.IncomingMessage, body: Buffer): Promise<Reply> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name) ? [[name, value]] : [],
    ),
  );
  const method = request.method ?? 'GET';
  const reply = await fetch(new URL(request.url ?? '/', bureauUrl), {
    method,
    headers,
    ...(method === 'POST' ? { body: new Uint8Array(body) } : {}),
  });
  return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: Buffer.from(await reply.arrayBuffer()) };
}

function changed(path: string, reply: Reply, meddling: Meddling): Reply {
  const text = reply.body.toString('utf8');
  const as = (body: string): Reply => ({ ...reply, status: 200, body: Buffer.from(body) });
  if (path.startsWith('/v1/checkpoint')) {
    if (meddling === 'nonsense') return as('一切正常，已经收到。\n');
    // One letter of the tree's root: the log's signature is no longer over this text.
    if (meddling === 'another-log') return as(text.replace(/^(.*\n.*\n)(.)/, (_, before: string, first: string) => before + other(first)));
  }
  if (!path.endsWith('/entries')) return reply;
  if (meddling === 'not-json') return as('OK');
  const answer = (meddling === 'no-proof' || meddling === 'forged-proof') && JSON.parse(text);
  if (!answer) return reply;
  for (const entry of answer.entries as { proof?: string }[]) {
    if (meddling === 'no-proof') delete entry.proof;
    // The hashes of a proof stand one to a line, after its name and its index.
    else if (entry.proof) entry.proof = entry.proof.replace(/^([A-Za-z0-9+/])(?=[A-Za-z0-9+/]{42}=$)/m, other);
  }
  return as(JSON.stringify(answer));
}

const other = (letter: string): string => (letter === 'A' ? 'B' : 'A');
