// launch.mjs <command> [args]: runs it under xvfb-run when there is no display.
import { spawn } from 'node:child_process';

const [, , ...cmd] = process.argv;
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
// As root: hand over to the ordinary user as e2e.mjs does (tour), or, with a display, say in one sentence to start as an ordinary user. Never NO_SANDBOX.
const full = headless ? ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', ...cmd] : cmd;
spawn(full[0], full.slice(1), { stdio: 'inherit' }).on('exit', (c, s) => process.exit(c ?? (s ? 1 : 0)));
