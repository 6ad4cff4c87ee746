// What must be settled before the app is ready: the command line, the sandbox, one instance per profile, where things lie. A refusal is one
// sentence on stderr and an exit code, because there is no window yet to say it in.
import path from 'node:path';
import type { Clock } from '@shared/basics/time';
import { startTexts } from '@shared/texts/start';
import { app, Menu } from 'electron';
import { createClock } from './clock';
import { parseOptions, refusedSwitches } from './options';

export type StartOptions = {
  readonly practice: boolean;
  readonly trustFile: string | null;
  readonly clock: Clock;
  readonly userData: string;
  readonly exportsFolder: string;
  readonly outFolder: string;
  readonly resources: string;
  readonly fatal: (error: unknown) => void;
};

const EXIT_USAGE = 64;

function refuse(code: string, sentence: string): never {
  process.stderr.write(`${code}: ${sentence}\n`);
  app.exit(EXIT_USAGE);
  process.exit(EXIT_USAGE);
}

export function startOptions(): StartOptions {
  const words = startTexts.zh;
  const parsed = parseOptions(process.argv, app.isPackaged);
  if (!parsed.ok) refuse(parsed.code, words[parsed.code]);
  const refused = app.isPackaged ? refusedSwitches((name) => app.commandLine.hasSwitch(name)) : [];
  if (refused.length > 0) refuse('SWITCH_REFUSED', words.SWITCH_REFUSED(refused.join(', ')));
  // Nothing of ours runs Chromium unsandboxed, not even in development.
  if (app.commandLine.hasSwitch('no-sandbox')) refuse('SWITCH_REFUSED', words.SWITCH_REFUSED('no-sandbox'));
  app.enableSandbox();
  // Dates and sorting of the built-in controls follow the interface's first language, not the machine's.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  if (!app.requestSingleInstanceLock()) refuse('ALREADY_RUNNING', words.ALREADY_RUNNING);
  Menu.setApplicationMenu(null);
  const { practice, trustFile, clock, exportsFolder } = parsed.value;
  const userData = app.getPath('userData');
  const appFolder = app.getAppPath();
  return {
    practice,
    trustFile,
    clock: createClock(clock),
    userData,
    exportsFolder: exportsFolder ?? path.join(userData, 'exports'),
    outFolder: path.join(import.meta.dirname, '..'),
    resources: app.isPackaged ? process.resourcesPath : path.join(appFolder, 'resources'),
    fatal: (error) => {
      process.stderr.write(`START_FAILED: ${words.START_FAILED}\n${error instanceof Error ? (error.stack ?? error.name) : ''}\n`);
      app.exit(1);
    },
  };
}
