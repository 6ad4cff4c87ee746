// The windows as the system sees them: an ordinary user, every renderer under a seccomp filter, no port listened on, storage that may not be cleared,
// no violation of a page's policy, and no window that can speak for another.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { deskCalls, reportCalls, signingCalls } from '../../src-shared/contract/contract';
import { newFolder, pageOf } from './support/app.mjs';
import { ask, call, openDesk } from './support/desk';
import { inMain } from './support/in-main';
import { analysed } from './support/papers';
import { familyOf, listeningPorts } from './support/processes';
import { approve, readThrough, signingWindow } from './support/signing';
import { expect, openWorld, test, verdictsOf, type World } from './support/world';

let world: World;
let app: ElectronApplication;
let page: Page;

test.beforeAll(async ({ template }) => {
  world = openWorld(template, 'window');
  await world.startBureau();
  app = await world.launch();
  page = await pageOf(app, 'bundle');
  await listenForViolations();
  await page.reload();
  page = await openDesk(app);
});
test.afterAll(() => world.close());

/** Main hears what any page's policy refused, also in windows that are opened later and never shown. */
const listenForViolations = () =>
  inMain(app, ({ app: electron, webContents }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const listen = (contents: Electron.WebContents) =>
      contents.on('console-message', (_event, _level, message) => {
        if (message.includes('Content Security Policy')) heard.push(`${contents.getURL()} ${message}`);
      });
    for (const contents of webContents.getAllWebContents()) listen(contents);
    electron.on('web-contents-created', (_event, contents) => listen(contents));
  });
const violations = (): Promise<string[]> => inMain(app, () => (globalThis as unknown as { heard: string[] }).heard);

/** Pages that are open now, hidden ones too, by host. */
const hosts = (): Promise<string[]> =>
  inMain(app, ({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) => contents.getURL().split('/')[2] ?? '')
      .sort(),
  );

test('four kinds of page run sandboxed, as an ordinary user, and none breaks its own policy', async () => {
  await ask(page, 'analyse', { dossier: world.paper.id, agreement: world.paper.registration.agreement });
  await pageOf(app, 'analysis');
  await analysed(page, world.paper.id);
  const signing = call(page, 'sign', { assessment: world.paper });
  const window = await readThrough(await signingWindow(app, signing));
  expect(await hosts()).toEqual(['analysis', 'bundle', 'signing']);

  const family = familyOf(app.process().pid ?? 0);
  const renderers = family.filter(({ type }) => type === 'renderer');
  expect(renderers.length).toBeGreaterThanOrEqual(3);
  expect(renderers.map(({ seccomp }) => seccomp)).toEqual(renderers.map(() => 2));
  expect(family.filter(({ uid }) => uid === 0)).toEqual([]);
  expect(family.filter(({ argv }) => argv.includes('--no-sandbox'))).toEqual([]);

  await approve(window);
  const signed = await signing;
  expect(signed).toMatchObject({ ok: true, value: { state: 'signed' } });
  expect(verdictsOf(world)).toMatchObject([{ practice: true, outcome: 'pass', basis: { status: 'in-force', chosen: null } }]);
  const sha256 = signed.ok && signed.value.state === 'signed' ? signed.value.verdict.sha256 : '';
  const printing = ask(page, 'reportPdf', { sha256, kind: 'report' });
  await pageOf(app, 'report');
  const printers = familyOf(app.process().pid ?? 0).filter(({ type }) => type === 'renderer');
  expect(printers.map(({ seccomp }) => seccomp)).toEqual(printers.map(() => 2));
  expect((await printing).pages).toBeGreaterThan(1);
  expect(await violations()).toEqual([]);
});

test('a page that breaks its policy is heard, so silence above means something', async () => {
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://bureau.example.org/x.png' })),
  );
  await expect.poll(violations).toHaveLength(1);
});

test('what the desk has typed may not be cleared by the system', async () => {
  expect(await page.evaluate(() => navigator.storage.persisted())).toBe(true);
});

test('a page has its own group of calls and no other', async () => {
  const reachable = await page.evaluate(() => Object.keys((window as unknown as { shiqi: object }).shiqi).sort());
  expect(reachable).toEqual([...Object.keys(deskCalls), 'on'].sort());
  const foreign = [...Object.keys(signingCalls), ...Object.keys(reportCalls)].filter((name) => !(name in deskCalls));
  expect(foreign.filter((name) => reachable.includes(name))).toEqual([]);
  expect(await page.evaluate(() => ['require', 'process', 'ipcRenderer', 'Buffer'].filter((name) => name in window))).toEqual([]);
});

test('a second window with the desk’s own preload and origin is refused: main knows its windows', async () => {
  const answer = await inMain(app, async ({ BrowserWindow, app: electron, session }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${electron.getAppPath()}/out/preload/desk.cjs`,
        session: session.fromPartition('persist:desk'),
        sandbox: true,
      },
    });
    await stranger.loadURL('app://bundle/index.html');
    const answered = await stranger.webContents.executeJavaScript('window.shiqi.status(undefined)');
    stranger.destroy();
    return answered as { ok: boolean; code: string };
  });
  expect(answer).toEqual({ ok: false, code: 'SENDER_REFUSED' });
});

test('a window may neither go elsewhere nor open another', async () => {
  // The stranger of the test before leaves in its own time.
  await expect.poll(async () => (await hosts()).filter((host) => host === 'bundle')).toHaveLength(1);
  const before = await hosts();
  await page.evaluate(() => {
    window.open('https://bureau.example.org/');
    location.href = 'app://signing/signing/index.html';
  });
  await ask(page, 'status');
  expect(await hosts()).toEqual(before);
});

test('started as a person starts it, the app listens on no port', async () => {
  const folder = newFolder('ports');
  const electron = createRequire(import.meta.url)('electron') as string;
  const root = path.resolve(import.meta.dirname, '../..');
  const child = spawn(electron, ['.', `--user-data-dir=${path.join(folder, 'profile')}`, '--practice'], { cwd: root, stdio: 'ignore' });
  try {
    const renderers = () => familyOf(child.pid ?? 0).filter(({ type }) => type === 'renderer');
    await expect.poll(() => renderers().length, { intervals: [100] }).toBeGreaterThan(0);
    const ports = familyOf(child.pid ?? 0).map(({ pid, type, seccomp }) => ({ type, seccomp, ports: listeningPorts(pid) }));
    expect(ports.find(({ type }) => type === '')?.ports).toEqual([]);
    // A process whose descriptors are closed to us is one that its sandbox keeps from listening.
    for (const each of ports) expect(each.ports ?? (each.seccomp === 2 ? [] : each)).toEqual([]);
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the app ends when it is asked to, also when its page dies at that moment: no window takes its place', async () => {
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  await inMain(app, ({ app: electron, webContents }) => {
    const desk = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('app://bundle/'));
    // Later, so that the answer to this call is under way before nobody is there to give it.
    setTimeout(() => {
      electron.quit();
      desk?.forcefullyCrashRenderer();
    }, 50);
  });
  expect(await ended).toBe(0);
});
