/** `npm run bench -- NAME`: measures bench/NAME.mjs. The last line is a JSON array of { name, ratio, bar, pass }. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, node24, root, run } from './ground.mjs';
import { setup } from './setup.mjs';

const [name = '', ...rest] = process.argv.slice(2);
const file = join(root, 'bench', `${name}.mjs`);
if (name === '' || !existsSync(file)) {
  const names = readdirSync(join(root, 'bench'))
    .filter((each) => each.endsWith('.mjs'))
    .map((each) => each.slice(0, -4));
  console.log(`npm run bench -- NAME，NAME 可以是：${names.join('、')}`);
  process.exit(name === '' ? 0 : 1);
}
setup();
process.exit(run(node24, ['--expose-gc', '--no-warnings', file, ...rest], { CHROMIUM: findBrowser() }));
