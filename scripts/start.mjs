/** `npm start`: from a bare clone to a working page. The server prints its address and the training accounts. */
import { become, node24, serverArguments } from './ground.mjs';
import { setup } from './setup.mjs';

setup();
become(node24, serverArguments());
