// A bureau's bad days: sits between the app and a real bureau on loopback and does to each exchange what the test says. Everything it passes on is
// the real bureau's.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Exchange = { readonly method: string; readonly path: string; readonly body: Buffer };
export type Reply = { status: number; body: Buffer; type?: string };
export type Fault = {
  /** false: the connection is cut before the bureau sees the request. */
  readonly reach?: (exchange: Exchange) => boolean;
  /** What the app gets; null: cut after the bureau did its work. */
  readonly answer?: (exchange: Exchange, reply: Reply) => Reply | null;
};

export async function faultProxy(target: string) {
  let fault: Fault = {};
  const seen: Exchange[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const exchange = { method: request.method ?? '', path: request.url ?? '', body: Buffer.concat(parts) };
      seen.push(exchange);
      if (fault.reach && !fault.reach(exchange)) return void request.socket.destroy();
      const { host: _host, ...headers } = request.headers;
      const onward = http.request(target + exchange.path, { method: exchange.method, headers }, (answer) => {
        const bytes: Buffer[] = [];
        answer.on('data', (part: Buffer) => bytes.push(part));
        answer.on('end', () => {
          const whole: Reply = { status: answer.statusCode ?? 0, body: Buffer.concat(bytes), type: answer.headers['content-type'] ?? '' };
          const given = fault.answer ? fault.answer(exchange, whole) : whole;
          if (given === null) return void request.socket.destroy();
          response.writeHead(given.status, { 'content-type': given.type ?? 'application/json' });
          response.end(given.body);
        });
      });
      onward.on('error', () => request.socket.destroy());
      onward.end(exchange.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    set: (next: Fault) => {
      fault = next;
    },
  };
}
