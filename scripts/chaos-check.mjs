/** What must hold after a round: see `chaos.mjs`. */
import { auctionOf } from '../test/support/auction-history.ts';
import { judge } from '../test/support/linearisable.ts';
import { faultsOf } from '../test/support/witness.ts';

/** What the state must be for a bid to be refused so. */
const reasons = {
  ended: ({ endsAt }, { enteredAt }) => enteredAt >= endsAt,
  'off-step': (_state, { amountFen }, { startFen, stepFen }) => (amountFen - startFen) % stepFen !== 0,
  'below-start': (_state, { amountFen }, { startFen }) => amountFen < startFen,
  'below-top': ({ topFen }, { amountFen }) => amountFen < topFen,
  'equal-top': ({ topFen }, { amountFen }) => amountFen === topFen,
  'own-top': ({ topNumber }, { number }) => topNumber === number,
};

const linesSql = `
  SELECT seq, kind, number::text AS number, amount_fen::float8 AS "amountFen", at AS "enteredAt", error_ms AS "errorMs", outcome, reason,
    ends_at AS "endsAt", top_fen::float8 AS "topFen", top_number::text AS "topNumber"
  FROM auction_attempt WHERE auction_id = $1 ORDER BY seq`;

const outcomeSql = `
  SELECT a.state, a.winner_number::text AS winner, a.price_fen::float8 AS price, a.ended_at AS "endedAt", l.state AS lot,
    (SELECT count(*) FROM right_deal d WHERE d.listing_id = l.id)::int AS deals, b.closed_at IS NOT NULL AS closed
  FROM auction a JOIN auction_book b ON b.auction_id = a.id JOIN listing l ON l.id = a.listing_id WHERE a.id = $1`;

/** The whole list of an auction: attempts of bidders, and what the exchange did between them. */
async function lines(round) {
  const rows = await round.servers.rows(linesSql, [round.auction]);
  return rows.map((row) => ({ ...row, enteredAt: row.enteredAt.getTime(), endsAt: row.endsAt.getTime() }));
}

/** What clients asked and heard; what they heard of a refusal is its reason and its number, and the list says the rest. */
function recorded(round, list) {
  const bySeq = new Map(list.map((line) => [line.seq, line]));
  const bids = [];
  for (const { look, said, seq, reason, amountFen, calledAt, returnedAt } of round.history) {
    const times = { calledAt, returnedAt };
    if (look) bids.push({ asked: { kind: 'read' }, answer: look, ...times });
    else {
      const line = bySeq.get(seq);
      const number = said ? String(said.number) : line?.number;
      const heard = said
        ? {
            ...{
              seq,
              number,
              amountFen: said.amountFen,
              enteredAt: Date.parse(said.at),
              errorMs: said.errorMs,
              outcome: said.outcome,
            },
            ...{ reason: said.reason, endsAt: Date.parse(said.endsAt), topFen: said.topFen },
            topNumber: said.topNumber === null ? null : String(said.topNumber),
          }
        : { ...line, reason };
      bids.push({ asked: { kind: 'bid', number, amountFen }, answer: heard, ...times });
    }
  }
  return bids;
}

export async function checked(round) {
  const list = await lines(round);
  const own = list.filter(({ kind }) => kind !== 'bid');
  const history = recorded(round, list);
  const prolonged = own.filter(({ kind }) => kind === 'outage');
  const first = Math.min(...round.history.map(({ calledAt }) => calledAt));
  const all = [
    ...history,
    ...prolonged.map(({ endsAt }) => ({
      ...{ asked: { kind: 'prolonged' }, answer: { endsAt }, calledAt: first, returnedAt: round.servers.now() },
    })),
  ];
  const judged = judge(auctionOf(round.terms, round.firstEnd, reasons), all, 20_000_000);
  const [outcome] = await round.servers.rows(outcomeSql, [round.auction]);
  const taken = list.filter(({ kind, outcome: said }) => said === 'accepted' && kind === 'bid');
  const faults = [
    ...round.faults,
    ...faultsOf(history, list, round.terms, round.firstEnd),
    ...(judged.verdict === 'linearisable'
      ? []
      : [`${judged.verdict}: one order explains ${judged.reached} of ${judged.answered}`]),
    ...(await winner(round, outcome, taken.at(-1))),
    ...(await ledger(round)),
  ];
  return {
    ...{
      faults,
      verdict: judged.verdict === 'linearisable' ? '可以排成一个次序' : judged.verdict,
      steps: judged.steps,
    },
    ...{
      bids: history.filter(({ asked }) => asked.kind === 'bid').length,
      looks: history.filter(({ asked }) => asked.kind === 'read').length,
    },
    ...{ accepted: taken.length },
    ...{ prolonged: prolonged.length, result: `${outcome.winner} 号 ${(outcome.price / 100).toFixed(2)} 元` },
  };
}

/** The last accepted bid wins at its price, and one deal follows. */
async function winner(round, outcome, last) {
  const { state, winner: number, price, endedAt, closed } = outcome;
  const faults = [];
  if (state !== 'sold' || !closed) faults.push(`it ended as ${state}`);
  if (number !== last?.number || price !== last?.amountFen)
    faults.push(`${number} won at ${price}, but the last accepted bid is ${last?.amountFen} of ${last?.number}`);
  if (endedAt && last && endedAt.getTime() !== Math.max(...[last.endsAt, endedAt.getTime()]))
    faults.push(`it ended at ${endedAt.toISOString()}, before the end of its last bid`);
  let now = outcome;
  for (let tries = 0; tries < 100 && now.deals === 0; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
    [now] = await round.servers.rows(outcomeSql, [round.auction]);
  }
  if (now.deals !== 1) faults.push(`${now.deals} deals follow, the lot is ${now.lot}`);
  return faults;
}

/** Every entry has its counterpart. */
async function ledger(round) {
  const [{ sum }] = await round.servers.rows('SELECT coalesce(sum(amount_fen), 0)::float8 AS sum FROM ledger_entry');
  return sum === 0 ? [] : [`the ledger is out by ${sum} fen`];
}
