// Minimal stand-in for Electron's default_app: `electron [-r module]... <app dir or file> [args]`.

import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const argv = process.argv.slice(1);
const preload = [];
let target;
for (let i = 0; i < argv.length; i++) {
  const a = argv[i];
  if (a === '-r' || a === '--require') preload.push(argv[++i]);
  else if (!a.startsWith('-') && target === undefined) target = a;
}
if (preload.length) Module._preloadModules(preload);
if (target === undefined) {
  console.error('usage: electron [-r module] <app>');
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const dir = path.resolve(target);
const manifest = path.join(dir, 'package.json');
try {
  let entry = dir;
  if (fs.existsSync(manifest)) {
    const pkg = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (pkg.version) app.setVersion(pkg.version);
    app.name = pkg.productName ?? pkg.name ?? app.name;
    app.setDesktopName(pkg.desktopName ?? `${app.name}.desktop`);
    app.setAppPath(dir);
  }
  entry = createRequire(path.join(dir, 'noop.js')).resolve(dir);
  if (!fs.existsSync(manifest)) app.setAppPath(path.dirname(entry));
  await import(pathToFileURL(entry).href);
} catch (e) {
  console.error('App threw an error during load');
  console.error(e?.stack ?? e);
  process.exit(1);
}
