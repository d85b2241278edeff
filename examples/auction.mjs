// @ts-check
/**
 * A program that bids for one lot up to a limit: one step above whoever leads, until the bidding has ended. Its client's types are
 * generated from the document, as in transfer.mjs:
 *   node examples/auction.mjs http://127.0.0.1:3000 AUCTION LIMIT [LOGIN]
 * LIMIT is yuan in the unit of the lot. Who bids was qualified and has paid his deposit; in training every password is the same.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import createClient from 'openapi-fetch';

const [site = 'http://127.0.0.1:3000', auction = '', limit = '0', login = 'cooperative'] = process.argv.slice(2);
const limitFen = Math.round(Number(limit) * 100);
const pause = 100;

/** @type {import('openapi-fetch').Client<import('./exchange.d.ts').paths>} */
const client = createClient({ baseUrl: `${site}/api`, headers: { accept: 'application/json' } });
const signedIn = await client.POST('/sessions', { body: { login, password: 'yanlian-2026', code: '' } });
if (!signedIn.data) throw new Error(`cannot sign in as ${login}: ${JSON.stringify(signedIn.error)}`);
const headers = { authorization: `Bearer ${signedIn.data.token}` };
const params = { path: { id: auction } };

/** The auction by the exchange's own time. A page's clock is nobody's but his who reads it. */
async function look() {
  const { data, error } = await client.GET('/auctions/{id}', { params, headers });
  if (!data || typeof data === 'string') throw new Error(`no auction ${auction}: ${JSON.stringify(error)}`);
  return data;
}

/**
 * A bid has one key as long as nobody knows what became of it: where the line breaks, the same key is sent again, and is
 * answered by what it came to. Only an answer ends it. @param {number} fen
 */
async function bid(fen) {
  const keyed = { ...headers, 'idempotency-key': randomUUID() };
  for (;;) {
    const sent = client.POST('/auctions/{id}/bids', {
      ...{ params, headers: keyed },
      body: { amountYuan: (fen / 100).toFixed(2) },
    });
    const answer = await sent.catch(() => null);
    if (answer && answer.response.status < 500) return answer;
    await wait(pause);
  }
}

/** @param {number | null} fen */
const yuan = (fen) => ((fen ?? 0) / 100).toFixed(2);

let seen = await look();
if (!seen.own) throw new Error(`${login} was not admitted to this auction`);
console.log(
  `number ${seen.own.number}, start ${yuan(seen.startFen)}, step ${yuan(seen.stepFen)}, limit ${yuan(limitFen)}`,
);
let given = false;
for (; ['ahead', 'open', 'paused', 'settling'].includes(seen.phase); seen = await look()) {
  const next = seen.topFen === null ? seen.startFen : seen.topFen + seen.stepFen;
  if (seen.phase === 'open' && seen.own?.standing !== 'leading' && next <= limitFen) {
    const { data, error } = await bid(next);
    // Somebody may have been quicker: that is an answer as good as any, and the next look tells the new price.
    if (data && typeof data !== 'string')
      console.log(`bid ${yuan(data.amountFen)}: ${data.outcome} as attempt ${data.seq}, the end is ${data.endsAt}`);
    else console.log(`bid ${yuan(next)}: ${JSON.stringify(error?.type)}`);
  } else if (seen.phase === 'open' && next > limitFen && seen.own?.standing !== 'leading' && !given) {
    given = true;
    console.log(`${yuan(next)} is above the limit`);
  }
  await wait(pause);
}
console.log(`ended: ${seen.phase}, number ${seen.winnerNumber ?? 'none'} at ${yuan(seen.priceFen)}`);
