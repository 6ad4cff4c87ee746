import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { openAttempts } from '@main/keys/attempts';
import { openKeyring } from '@main/keys/keyring';
import { PRACTICE_PASSPHRASE } from '@main/keys/passphrase';
import { Secret } from '@main/keys/secret';
import { signerOf, verify } from '@shared/attestation/suites';
import { utf8 } from '@shared/basics/bytes';
import type { Instant } from '@shared/basics/units';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let made: string;
let now = 1_795_000_000_000;
const clock = () => now as Instant;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shiqi-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(made, { recursive: true, force: true }));

const open = () => {
  const attempts = openAttempts(folder, clock);
  return { attempts, keyring: openKeyring(folder, attempts, clock) };
};
const REAL = {
  practice: false,
  operator: { name: '示例数据运营有限公司', uscc: '91230299MA1DEM0K0P' },
  reviewer: '林审一',
  suite: 'sm2',
  passphrase: '一二三四五六七八',
} as const;

/** A passphrase costs half a second by design, so one profile is made and each test that needs one has a copy. */
beforeAll(async () => {
  made = mkdtempSync(path.join(tmpdir(), 'shiqi-keys-made-'));
  await openKeyring(made, openAttempts(made, clock), clock).create(REAL);
});
const openMade = () => {
  cpSync(made, folder, { recursive: true });
  return open();
};

describe('a profile', () => {
  it('opens with its passphrase and with no other', async () => {
    const { keyring } = open();
    expect(keyring.state()).toBe('none');
    expect((await keyring.create(REAL)).ok).toBe(true);
    expect(keyring.state()).toBe('locked');
    expect(await keyring.unlock('一二三四五六七九')).toEqual({ ok: false, code: 'PASSPHRASE_WRONG' });
    const opened = await keyring.unlock(REAL.passphrase);
    expect(opened.ok && opened.value.dataKey.reveal().length).toBe(32);
    expect(keyring.state()).toBe('unlocked');
    keyring.lock();
    expect(keyring.state()).toBe('locked');
    expect(opened.ok && opened.value.dataKey.reveal().length).toBe(0);
  });

  it('signs with the reviewer’s key only while the passphrase is given', async () => {
    const { keyring } = openMade();
    const identity = keyring.identity();
    const bytes = utf8('statement');
    const signed = await keyring.withSigningKey(REAL.passphrase, (key) => signerOf(key).sign(bytes));
    expect(identity && signed.ok && verify(identity.reviewer.key, signed.value, bytes)).toBe(true);
    expect((await keyring.withSigningKey('falsch-falsch', () => 'signed')).ok).toBe(false);
  });

  it('refuses the public practice passphrase outside practice, and short ones', async () => {
    const { keyring } = open();
    expect(await keyring.create({ ...REAL, passphrase: PRACTICE_PASSPHRASE })).toEqual({ ok: false, code: 'PASSPHRASE_PUBLIC' });
    expect(await keyring.create({ ...REAL, passphrase: '短' })).toEqual({ ok: false, code: 'PASSPHRASE_TOO_SHORT' });
    expect(keyring.state()).toBe('none');
  });

  it('is never made over another one, also not over a damaged one', async () => {
    const { keyring } = openMade();
    expect(await keyring.create(REAL)).toEqual({ ok: false, code: 'PROFILE_EXISTS' });
    writeFileSync(path.join(folder, 'profile.json'), '{');
    expect(keyring.state()).toBe('damaged');
    expect(await keyring.create(REAL)).toEqual({ ok: false, code: 'PROFILE_EXISTS' });
    expect(await keyring.unlock(REAL.passphrase)).toEqual({ ok: false, code: 'KEY_FILE_DAMAGED' });
  });

  it('does not open when its cost was lowered in the file', async () => {
    const { keyring } = openMade();
    const file = path.join(folder, 'profile.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"N": 131072', '"N": 65536'));
    expect(await keyring.unlock(REAL.passphrase)).toEqual({ ok: false, code: 'PASSPHRASE_WRONG' });
    writeFileSync(file, text.replace('"N": 131072', '"N": 1024'));
    expect(await keyring.unlock(REAL.passphrase)).toEqual({ ok: false, code: 'KEY_FILE_DAMAGED' });
  });

  it('does not open when a box was put in another’s place', async () => {
    const { keyring } = openMade();
    const file = path.join(folder, 'profile.json');
    const profile = JSON.parse(readFileSync(file, 'utf8'));
    profile.sealed.dataKey = profile.sealed.vaultKey;
    writeFileSync(file, JSON.stringify(profile));
    expect(await keyring.unlock(REAL.passphrase)).toEqual({ ok: false, code: 'KEY_FILE_DAMAGED' });
  });

  it('keeps no passphrase, key or phrase in the file', async () => {
    const { keyring } = openMade();
    const opened = await keyring.unlock(REAL.passphrase);
    const text = readFileSync(path.join(folder, 'profile.json'), 'utf8');
    if (!opened.ok) throw new Error('did not open');
    for (const secret of [opened.value.dataKey, opened.value.vaultKey, opened.value.workstationKey]) {
      expect(text).not.toContain(secret.reveal().toString('hex'));
      expect(text).not.toContain(secret.reveal().toString('base64').slice(0, 40));
    }
    expect(text).not.toContain(opened.value.phrase);
    expect(text).not.toContain(REAL.passphrase);
  });
});

describe('wrong passphrases', () => {
  it('cost a wait from the fifth on, also after a restart, and a right one clears them', async () => {
    const { keyring, attempts } = openMade();
    for (let i = 0; i < 4; i++) expect(await keyring.unlock('nicht-richtig')).toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect(attempts.wait()).toBe(0);
    await keyring.unlock('nicht-richtig');
    expect(attempts.wait()).toBe(30_000);
    expect(await open().keyring.unlock(REAL.passphrase)).toEqual({ ok: false, code: 'UNLOCK_DELAYED' });
    now += 30_001;
    expect((await keyring.unlock(REAL.passphrase)).ok).toBe(true);
    expect(attempts.view().remaining).toBe(10);
  });

  it('an unreadable count counts as used up', () => {
    writeFileSync(path.join(folder, 'unlock-failures.json'), 'x');
    expect(open().attempts.wait()).toBe(3_600_000);
  });
});

describe('a secret', () => {
  it('prints and serialises as redacted, and wipes what it took over', () => {
    const given = Buffer.from('geheim');
    const secret = new Secret(given);
    expect(given.every((byte) => byte === 0)).toBe(true);
    expect(`${secret} ${JSON.stringify({ secret })} ${inspect(secret)}`).not.toContain('geheim');
    expect(inspect(structuredClone({ secret }), { depth: 5 })).not.toContain('geheim');
    secret.wipe();
    expect(secret.reveal().length).toBe(0);
  });
});

describe('a second person', () => {
  const OWN = '第二人自己的口令-7';
  it('has a key that his passphrase alone opens, and that opens nothing of the profile', async () => {
    const { keyring } = openMade();
    let asked = '';
    const added = await keyring.addCountersigner('周复二', OWN, (key) => {
      asked = signerOf(key).publicKey.keyid;
    });
    expect(added).toEqual({ ok: true, value: null });
    const [second] = keyring.countersigners();
    expect(second).toMatchObject({ name: '周复二', key: { keyid: asked } });
    const message = utf8('示例');
    const signed = await keyring.withCountersigningKey(asked, OWN, (key) => signerOf(key).sign(message));
    expect(signed.ok && second && verify(second.key, signed.value, message)).toBe(true);
    expect(await keyring.withCountersigningKey(asked, REAL.passphrase, () => 0)).toEqual({ ok: false, code: 'PASSPHRASE_WRONG' });
    expect(await keyring.unlock(OWN)).toEqual({ ok: false, code: 'PASSPHRASE_WRONG' });
    expect(await keyring.withSigningKey(OWN, () => 0)).toEqual({ ok: false, code: 'PASSPHRASE_WRONG' });
    expect((await keyring.unlock(REAL.passphrase)).ok).toBe(true);
  });

  it('is another person with another passphrase, and not one that everybody knows', async () => {
    const { keyring } = openMade();
    const refused = async (name: string, passphrase: string) => {
      const added = await keyring.addCountersigner(name, passphrase, () => undefined);
      return added.ok ? 'OK' : added.code;
    };
    expect(await refused(REAL.reviewer, OWN)).toBe('NAME_TAKEN');
    expect(await refused('周复二', REAL.passphrase)).toBe('PASSPHRASE_TAKEN');
    expect(await refused('周复二', '短')).toBe('PASSPHRASE_TOO_SHORT');
    expect(await refused('周复二', PRACTICE_PASSPHRASE)).toBe('PASSPHRASE_PUBLIC');
    expect(keyring.countersigners()).toEqual([]);
    expect(await keyring.withCountersigningKey('0'.repeat(64), OWN, () => 0)).toEqual({ ok: false, code: 'PROFILE_MISSING' });
  });
});
