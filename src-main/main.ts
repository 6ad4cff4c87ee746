// The app's composition root: harden, open stores, build services, register handlers, open the window. Anything with an `if` lives elsewhere.
import { deskCalls, reportCalls, signingCalls } from '@shared/contract/contract';
import { app, powerMonitor } from 'electron';
import { exactBytes } from './files/exact-bytes';
import { deskHandlers } from './ipc/desk';
import { handleGroup } from './ipc/handle';
import { reportHandlers, signingHandlers } from './ipc/small-groups';
import { createLogger } from './logging/logger';
import { buildServices } from './services';
import { createDesk } from './shell/desk';
import { openFolders } from './shell/folders';
import { hardenApp } from './shell/hardening';
import { lockWhenIdle } from './shell/idle-lock';
import { originOf, registerScheme } from './shell/pages';
import { startOptions } from './shell/start';
import { createWindowFactory } from './shell/windows';

const options = startOptions();
registerScheme();

async function start(): Promise<void> {
  const folders = openFolders(options.userData, options.exportsFolder);
  const logger = createLogger(folders.logs, options.clock);
  hardenApp(logger);
  const windows = await createWindowFactory(options.outFolder, app.isPackaged);
  const desk = createDesk(windows, () => services.deskDied());
  const services = buildServices({
    options,
    folders,
    logger,
    windows,
    desk,
    emit: (event, payload) => desk.send(`desk:${event}`, exactBytes(payload)),
  });

  handleGroup('desk', deskCalls, deskHandlers(services), { contents: desk.contents, origin: originOf('bundle') }, logger);
  handleGroup(
    'signing',
    signingCalls,
    signingHandlers(services),
    { contents: () => services.approvals.window()?.webContents ?? null, origin: originOf('signing') },
    logger,
  );
  handleGroup(
    'report',
    reportCalls,
    reportHandlers(services),
    { contents: () => services.printer.window()?.webContents ?? null, origin: originOf('report') },
    logger,
  );

  await services.prepare();
  const { keyring, settings, lock } = services;
  lockWhenIdle({ unlocked: () => keyring.state() === 'unlocked', limitMinutes: () => settings.get().idleLockMinutes, lock }, powerMonitor);
  desk.open();
  app.on('second-instance', desk.focus);
  app.on('before-quit', services.close);
  logger.info('app.started', { version: app.getVersion(), electron: process.versions.electron ?? '', practice: options.practice });
}

app.on('window-all-closed', () => app.quit());
app.whenReady().then(start).catch(options.fatal);
