/** `npm run clock`: the clock as a process of its own, with the settings of the server beside it (CLOCK_INSIDE=no there). */
import { become, clockArguments, node24 } from './ground.mjs';
import { setup } from './setup.mjs';

setup();
become(node24, clockArguments());
