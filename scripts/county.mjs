/** `npm run county -- load|generate|play|administrator …`: what the county's IT officer does from a terminal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { become, node24, root } from './ground.mjs';
import { setup } from './setup.mjs';

setup();
become(node24, [
  '--enable-source-maps',
  ...(existsSync(join(root, '.env')) ? ['--env-file=.env'] : []),
  `${root}/dist/apps/exchange/src/county.js`,
  ...process.argv.slice(2),
]);
