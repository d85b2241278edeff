/** `npm run docs`: draws docs/workflows.md from the tables of states and steps. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root, run } from './ground.mjs';
import { setup } from './setup.mjs';

if (process.argv.includes('--draw')) await draw();
else {
  setup();
  process.exit(run(node24, [join(root, 'scripts', 'docs.mjs'), '--draw']));
}

/** Runs on Node 24, on the compiled tables. */
async function draw() {
  const { workflowsDrawn } = await import('#platform');
  const file = join(root, 'docs', 'workflows.md');
  const before = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  const now = await workflowsDrawn(join(root, 'dist', 'libs'), readFileSync(join(root, 'libs', 'README.md'), 'utf8'));
  writeFileSync(file, now);
  console.log(before === now ? 'docs/workflows.md is as the tables are.' : 'docs/workflows.md is drawn anew.');
}
