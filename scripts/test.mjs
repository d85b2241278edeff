/** `npm test [-- jest's arguments]`: everything, from a bare clone, browser journeys included. */
import { findBrowser, node24, fail, run } from './ground.mjs';
import { setup } from './setup.mjs';

setup();
const browser = findBrowser() || bringBrowser();
if (browser === '' && process.env.CI)
  fail('CI without a browser: install chromium. Browser journeys are never skipped here.');
if (browser === '')
  console.log('没有浏览器：跳过浏览器里的测试 (no Chromium on this machine, browser journeys are skipped).');
process.exit(
  run(node24, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    CHROMIUM: browser,
  }),
);

/** Debian's Chromium, where root may install it. */
function bringBrowser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return '';
  const script =
    'command -v apt-get >/dev/null && apt-get update -q && apt-get install -qy --no-install-recommends chromium fonts-noto-cjk';
  console.log('正在安装浏览器 chromium，只需一次……');
  const quiet = `(${script}) </dev/null >/dev/null 2>&1`;
  return run('sh', ['-c', quiet], { DEBIAN_FRONTEND: 'noninteractive' }) === 0 ? findBrowser() : '';
}
