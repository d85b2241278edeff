/**
 * `node scripts/knock.mjs [HOW_MANY] [SEED]`: so many requests generated from the document, valid and not, by strangers and by every
 * desk; none may be answered 500. In rounds, each on a county of its own with a seed of its own, which names what failed again.
 */
import { fail, node24, run } from './ground.mjs';
import { setup } from './setup.mjs';

const [wanted, first] = [Number(process.argv[2] ?? 200_000), Number(process.argv[3] ?? 1)];
const round = 20_000;

setup();
for (let [sent, seed] = [0, first]; sent < wanted; sent += round, seed += 1) {
  const many = Math.min(round, wanted - sent);
  const more = {
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    FUZZ_REQUESTS: String(many),
    FUZZ_SEED: String(seed),
  };
  const args = ['node_modules/jest/bin/jest.js', 'test/journeys/nothing-breaks-it.spec.ts'];
  if (run(node24, args, more) !== 0) fail(`FUZZ_SEED=${seed}`);
  console.log(`${sent + many} / ${wanted}`);
}
