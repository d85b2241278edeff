/** The programs a bench compares: the build of an older commit in a worktree of its own, and servers in processes of their own. */
import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { cpuOf, freePort } from './measure.mjs';

const root = join(import.meta.dirname, '..', '..');
const children = [];

/** Checks out and compiles a commit with its own settings, on the packages that are installed here. Answers its folder. */
export function buildAt(commit, folder) {
  execFileSync('git', ['worktree', 'add', '--quiet', '--force', '--detach', folder, commit], { cwd: root });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(
    process.execPath,
    [join('node_modules', '@swc', 'cli', 'bin', 'swc.js'), 'apps', 'libs', '-d', 'dist', '--quiet'],
    {
      cwd: folder,
    },
  );
  return folder;
}

export function dropBuild(folder) {
  execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: root, stdio: 'ignore' });
}

/** A server in a process of its own, answering `path`. `from` is the checkout it belongs to. */
export async function serve(file, settings, path, { from = root, headers = {}, patience = 60 } = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', join(from, file)], {
    cwd: from,
    env: { ...process.env, ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  const server = { pid: child.pid, child, address: `http://127.0.0.1:${port}`, headers };
  for (let tries = 0; tries < patience * 10 && child.exitCode === null; tries += 1) {
    const answer = await fetch(server.address + path, { headers }).catch(() => null);
    if (answer?.ok) return server;
    await wait(100);
  }
  throw new Error(`${join(from, file)} does not answer ${path}.`);
}

export async function stop({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

export const stopAll = () => Promise.all(children.map((child) => stop({ child })));

/** Requests a second, and CPU milliseconds a request of the server and its PostgreSQL, over many addresses at 32 connections. */
export async function load(server, paths, headers, postmaster, seconds) {
  const before = cpuOf(server.pid, postmaster);
  let begun = 0;
  const done = await autocannon({
    url: server.address,
    connections: 32,
    duration: seconds,
    setupClient(client) {
      const first = (begun++ * 97) % paths.length;
      const order = [...paths.slice(first), ...paths.slice(0, first)];
      client.setRequests(order.map((path) => ({ method: 'GET', path, headers: { ...server.headers, ...headers } })));
    },
  });
  const used = cpuOf(server.pid, postmaster) - before;
  if (done.non2xx > 0 || done.errors > 0)
    throw new Error(`${paths[0]}: ${done.non2xx} refused, ${done.errors} broken.`);
  return { rate: done['2xx'] / done.duration, cpu: used / done['2xx'] };
}

/**
 * The p99 of the same walk over pages of every depth in each of some counties, in milliseconds: four readers at a time, who ask one
 * county after the other, so that what else the machine does in these seconds befalls them all.
 */
export async function walk(counties) {
  const took = counties.map(() => []);
  const steps = Array.from({ length: 1200 }, (_, step) => step);
  const ask = async ({ server, paths }, step) => {
    const path = paths[(step * 37) % paths.length];
    const begun = performance.now();
    const answer = await fetch(server.address + path, { headers: server.headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
    return performance.now() - begun;
  };
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let step = steps.pop(); step !== undefined; step = steps.pop())
        for (const [index, county] of counties.entries()) took[index].push(await ask(county, step));
    }),
  );
  return took.map((each) => each.toSorted((left, right) => left - right)[Math.floor(each.length * 0.99)]);
}
