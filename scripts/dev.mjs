/** `npm run dev`: starts, and compiles and starts again whenever a source or a template changes. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { environment, node24, root, run, serverArguments } from './ground.mjs';
import { setup } from './setup.mjs';

const watched = ['apps', 'libs', 'templates'];
let server = null;
let waiting = null;

function start() {
  server = spawn(node24, serverArguments(), { cwd: root, stdio: 'inherit', env: environment() });
  server.on('exit', (code) => {
    if (code !== 0 && code !== null) console.log(`服务器已退出（${code}），改好后会自动重启。`);
    server = null;
  });
}

/** Waits for the old server to close its database before the new one opens it. */
function restart() {
  waiting = null;
  if (run('npm', ['run', '-s', 'build']) !== 0) return;
  if (server === null) return start();
  server.once('exit', start);
  server.kill('SIGTERM');
}

setup();
start();
for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (!/\.(ts|hbs)$/.test(name ?? '') || name?.endsWith('.spec.ts')) return;
    clearTimeout(waiting);
    waiting = setTimeout(restart, 200);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (server === null) process.exit(0);
    server.once('exit', () => process.exit(0));
    server.kill(signal);
  });
}
