/** What every script stands on: where the checkout is, and how to run a program in it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node 24, brought along by the package `node`; the machine's own may be older. */
export const node24 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** The environment for everything below: the installed programs first in the path, and the county's time. */
export function environment(more = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, TZ: 'Asia/Shanghai', ...more };
}

/** Runs a program to its end, its output on the terminal; answers its exit code. */
export function run(program, args, more = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(more),
    shell: process.platform === 'win32',
  });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/** Runs a program as long as it lives, hands it the signals that reach us, and ends with its exit code. */
export function become(program, args, more = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: environment(more) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', fail);
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
  return child;
}

/** Says what went wrong, without a stack, and ends. */
export function fail(reason) {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exit(1);
}

/** A Chromium that the browser journeys and the paper bench may use; empty if there is none. */
export function findBrowser() {
  const places = [
    process.env.CHROMIUM ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return places.find((place) => place !== '' && existsSync(place)) ?? '';
}

/** The exchange that has the folder of the embedded database, if one runs there. */
export function holderOfFolder() {
  if (setting('DATABASE_URL')) return null;
  const folder = join(resolve(root, setting('STATE_FOLDER') || 'var'), 'database');
  const mark = join(folder, 'owner.pid');
  const id = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  const commandLine = `/proc/${id}/cmdline`;
  const runs = existsSync('/proc/self')
    ? existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('node')
    : lives(id);
  return id > 0 && runs ? { id, folder } : null;
}

function lives(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** A setting as the server will read it: from the environment, or else from the file .env. */
function setting(name) {
  const file = join(root, '.env');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const said = lines.findLast((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);
  return process.env[name] ?? said?.trim();
}

/** How the server is started: with traces into the sources, and with the settings of a file .env if there is one. */
export function serverArguments() {
  return argumentsOf('exchange');
}

/** The same for the clock. */
export function clockArguments() {
  return argumentsOf('clock');
}

function argumentsOf(app) {
  const settings = existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
  return ['--enable-source-maps', ...settings, join(root, 'dist', 'apps', app, 'src', 'main.js')];
}
