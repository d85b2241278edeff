/** `npm start`: from a bare clone to a working page. The server prints its address and the training accounts. */
import { become, node24, root } from './ground.mjs';
import { setup } from './setup.mjs';

setup();
become(node24, ['--enable-source-maps', '--env-file-if-exists=.env', `${root}/dist/apps/exchange/src/main.js`]);
