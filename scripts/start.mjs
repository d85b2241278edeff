/** `npm start`: from a bare clone to a working page. The server prints its address and the training accounts. */
import { become, fail, holderOfFolder, node24, serverArguments } from './ground.mjs';
import { setup } from './setup.mjs';

// Before anything is compiled anew under the feet of one that runs. Two that come at the same instant, the server itself tells apart.
const holder = holderOfFolder();
if (holder !== null)
  fail(`另一个平台（进程 ${holder.id}）正在用 ${holder.folder}。先停掉它，或者换一个 STATE_FOLDER。`);
setup();
become(node24, serverArguments());
