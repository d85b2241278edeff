/** Makes a fresh clone ready: packages, compiled code, hooks. Quick when there is nothing to do. */
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, fail, root, run } from './ground.mjs';

/** All of it. Other scripts call this first. */
export function setup() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`需要 Node.js 20 或更高版本，现在是 ${process.version}。`);
  if (!packagesFresh()) install();
  build();
  setHooks();
}

/** Compares what is locked with what npm says it installed; times of files say nothing after a checkout. */
function packagesFresh() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional === true || have[path]?.version === entry.version,
  );
}

/**
 * `npm install --no-save`, not `npm ci`: packages for other systems that a registry does not carry (optional, such as
 * @swc/core-darwin-arm64) are absent from the lockfile, and `npm ci` takes that for a fault. The locked versions are
 * installed all the same, and the lockfile is not written to.
 */
function install() {
  const modules = join(root, 'node_modules');
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    console.warn('node_modules is a link and differs from package-lock.json; left alone.');
    return;
  }
  console.log('正在安装软件包，只需一次，约一两分钟……');
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    if (run('npm', args) === 0 && packagesFresh()) return;
    console.warn(`安装没有成功（第 ${attempt} 次）。`);
  }
  fail('软件包装不上：请检查网络和 npm 设置，再试一次。');
}

/** Compiles everything in half a second, and takes away what no longer has a source. */
function build() {
  for (const top of ['apps', 'libs']) sweep(top);
  if (run('npm', ['run', '-s', 'build']) !== 0) fail('编译没有成功。');
}

function sweep(folder) {
  const made = join(root, 'dist', folder);
  if (!existsSync(made)) return;
  for (const entry of readdirSync(made, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (entry.name.endsWith('.js') && !existsSync(join(root, path.replace(/\.js$/, '.ts')))) {
      rmSync(join(root, 'dist', path));
      rmSync(join(root, 'dist', `${path}.map`), { force: true });
    }
  }
}

/** The tracked hook formats and checks what is about to be committed. A worktree keeps the settings of its main clone. */
function setHooks() {
  const git = join(root, '.git');
  if (!existsSync(git) || !lstatSync(git).isDirectory() || existsSync(join(git, 'worktrees'))) return;
  spawnSync('git', ['config', 'core.hooksPath', '.githooks'], { cwd: root, env: environment(), stdio: 'ignore' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setup();
