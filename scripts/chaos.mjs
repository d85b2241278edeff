/**
 * `npm run chaos -- bids [ROUNDS] [SEED] [BIDDERS]`: real clients bid for one lot after the other over two servers, which are killed (kill -9) at
 * random moments and within a tenth of a second of the end. Afterwards: one order explains every answer, the sequence numbers witness it,
 * nobody's acknowledged bid is lost, one wins, and the ledger balances. With DATABASE_URL it works on that database: an empty one, or a training county with its STATE_FOLDER.
 */
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { node24, root, run } from './ground.mjs';
import { setup } from './setup.mjs';

const [what, rounds = '200', seed = '4190', bidders = '5'] = process.argv.slice(2);
if (what !== 'bids' && what !== '--bids') {
  console.log('npm run chaos -- bids [几轮] [种子] [几个竞买人]');
  process.exit(1);
}
if (what === 'bids') {
  setup();
  process.exit(run(node24, ['--no-warnings', join(root, 'scripts', 'chaos.mjs'), '--bids', rounds, seed, bidders]));
}

const { startEmbedded } = await import('#platform');
const { ownFolder } = await import('../bench/support/measure.mjs');
const { Desks } = await import('../dist/apps/exchange/src/training/desks.js');
const { scan } = await import('../dist/apps/exchange/src/training/made-up-files.js');
const { Servers } = await import('./chaos-servers.mjs');
const { Lots } = await import('./chaos-lots.mjs');
const { Round } = await import('./chaos-bids.mjs');
const { checked } = await import('./chaos-check.mjs');

/** The same seed, the same bids and kills, as far as the machine's own haste allows. */
function dice(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const folder = ownFolder();
const given = process.env.DATABASE_URL;
const embedded = given ? null : await startEmbedded(join(folder, 'database'), 'exchange', 'fast');
const servers = new Servers(given ?? embedded.url, folder);
const stopped = Promise.withResolvers();
const roll = dice(Number(seed));
const sum = { rounds: 0, bids: 0, accepted: 0, looks: 0, kills: 0, repeated: 0, prolonged: 0, faulty: 0, gapMs: 0 };
const wanted = Number(rounds);
// Whoever ends it early ends its servers too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.reject(new Error(`ended by ${signal}`)));
async function play() {
  await servers.open();
  const lots = new Lots(servers, { Desks, paper: await scan('signed paper') });
  const { auctions, logins } = await lots.announced(wanted, Number(bidders));
  await servers.start(servers.all[1]);
  console.log(`${wanted} 轮，种子 ${seed}，${logins.length} 个竞买人，两个进程`);
  for (const [nth, auction] of auctions.entries()) {
    const kills = servers.kills;
    const round = new Round(servers, lots, { auction, logins, roll, nth });
    await round.run();
    const found = await checked(round);
    sum.rounds += 1;
    for (const name of ['bids', 'accepted', 'looks', 'prolonged']) sum[name] += found[name];
    sum.kills += servers.kills - kills;
    sum.repeated += round.repeated;
    sum.gapMs = Math.max(sum.gapMs, round.gapMs);
    if (found.faults.length > 0) sum.faulty += 1;
    console.log(
      `第 ${nth + 1} 轮：报价 ${found.bids}（接受 ${found.accepted}），看 ${found.looks} 次，杀 ${servers.kills - kills} 次，重问 ${round.repeated} 次，` +
        `最久没有答复 ${Math.round(round.gapMs)} 毫秒，${found.verdict}（${found.steps} 步），${found.result}${found.faults.map((fault) => `\n  ${fault}`).join('')}`,
    );
  }
}

try {
  await Promise.race([play(), stopped.promise]);
} finally {
  await servers.close();
  await embedded?.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify(sum));
process.exit(sum.faulty === 0 && sum.rounds === wanted ? 0 : 1);
