// The command as outsiders run it: bundled once with the project's own settings, then called on files of every kind.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommands } from '../../support/commands';
import { EDITION_FILE, editionJson } from '../../support/shipped-edition';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-edition-'));
  await buildCommands(folder, 'check-edition');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'check-edition.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
};
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe('check-edition', () => {
  test('finds the EDITION_FILE edition fit to be issued and prints its digest', () => {
    const { status, stdout } = run(EDITION_FILE, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, id: 'qiqihar-2024-6', problems: [] });
  });

  test('exits 1 and lists the problems of an edition that breaks a rule, also by a relative path of the caller', () => {
    const broken = { ...(editionJson() as { signatures: object }), signatures: { default: 1 } };
    const { status, stdout } = run(file('broken.json', JSON.stringify(broken)));
    expect(status).toBe(1);
    expect(stdout).toContain('SIGNATURES_BELOW_LAW');
  });

  test('exits 1 on JSON of another shape, 2 on what cannot be read, 64 on wrong use', () => {
    expect(run(file('other.json', '{"v":1}'))).toMatchObject({ status: 1, stderr: expect.stringContaining('EDITION_INVALID') });
    expect(run(file('newer.json', '{"v":2}')).status).toBe(2);
    expect(run(file('twice.json', '{"v":1,"v":1}')).status).toBe(2);
    expect(run('nothing-here.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('FILE_UNREADABLE') });
    expect([run().status, run(EDITION_FILE, EDITION_FILE).status, run(EDITION_FILE, '--strange').status]).toEqual([64, 64, 64]);
  });
});
