// A bureau that is not a practice one, in a process of its own, and its staff, who decide over HTTP with their token.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
type Request = { readonly digest: string; readonly state: 'pending' | 'approved' | 'refused' };

export async function startRealBureau(folder: string) {
  mkdirSync(folder, { recursive: true });
  const args = [path.join(root, 'out/node/bureau.mjs'), '--data', folder, '--port', '0', '--name', '示例市数据局'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }));
    child.once('exit', (code) => reject(new Error(`the bureau ended with ${code}`)));
  });
  const token = readFileSync(path.join(folder, 'staff-token'), 'utf8').trim();
  const staff = async (method: 'GET' | 'POST', at: string): Promise<Response> => {
    const reply = await fetch(new URL(at, url), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    if (!reply.ok) throw new Error(`${method} ${at}: ${reply.status} ${await reply.text()}`);
    return reply;
  };
  const waiting = async (): Promise<Request[]> => {
    const { requests } = (await (await staff('GET', '/v1/staff/enrolments')).json()) as { requests: Request[] };
    return requests.filter(({ state }) => state === 'pending');
  };
  return {
    trustFile: path.join(folder, 'trust.json'),
    /** Hands in a request that came as a file. */
    handIn: async (envelope: Uint8Array): Promise<number> =>
      (
        await fetch(new URL('/v1/enrolments', url), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new Uint8Array(envelope),
        })
      ).status,
    /** Approves whatever waits. @returns the answers as files. */
    async approveAll(): Promise<Buffer[]> {
      const answers: Buffer[] = [];
      for (const { digest } of await waiting()) {
        await staff('POST', `/v1/staff/enrolments/${digest}/approve`);
        answers.push(Buffer.from(await (await staff('GET', `/v1/staff/enrolments/${digest}/answer`)).arrayBuffer()));
      }
      return answers;
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
