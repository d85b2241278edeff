/** `npm run docs`: draws docs/workflows.md from the tables of states and steps, and data/refusals.json from the code. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root, run } from './ground.mjs';
import { setup } from './setup.mjs';

if (process.argv.includes('--draw')) {
  await draw();
  await drawRefusals();
} else {
  setup();
  process.exit(run(node24, [join(root, 'scripts', 'docs.mjs'), '--draw']));
}

/** Runs on Node 24, on the compiled tables. */
async function draw() {
  const { workflowsDrawn } = await import('#platform');
  const file = join(root, 'docs', 'workflows.md');
  const now = await workflowsDrawn(join(root, 'dist', 'libs'), readFileSync(join(root, 'libs', 'README.md'), 'utf8'));
  keep('docs/workflows.md', file, now);
}

/** Of every act's method, every controller's and every reader's: what it can refuse. */
async function drawRefusals() {
  await import('../dist/apps/exchange/src/libs.js');
  const { declaredActs, methodOf, rowsOf } = await import('#platform');
  const doers = declaredActs().flatMap((table) =>
    rowsOf(table).flatMap(({ action, row }) =>
      ['', 'Faults'].map((rules) => `${row.by.name}.${methodOf(action)}${rules}`),
    ),
  );
  const wanted = (name, decorators) =>
    (/Controller\./.test(name) && decorators.length > 0) ||
    /\.(locked|touched|read)$/.test(name) ||
    doers.includes(name);
  const { refusalsOf } = await import('./refusals.mjs');
  const sources = globSync('libs/*/src/**/*.ts', { cwd: root, exclude: ['**/*.spec.ts'] });
  const drawn = refusalsOf(
    root,
    sources.map((each) => join(root, each)),
    wanted,
  );
  const lines = Object.keys(drawn)
    .toSorted()
    .map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(drawn[name])}`);
  keep('data/refusals.json', join(root, 'data', 'refusals.json'), `{\n${lines.join(',\n')}\n}\n`);
}

function keep(name, file, now) {
  const before = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  writeFileSync(file, now);
  console.log(before === now ? `${name} is as the code is.` : `${name} is drawn anew.`);
}
