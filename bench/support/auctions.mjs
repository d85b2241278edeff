/** Lots that are being bid for, made by SQL on a county that was opened once: for measuring only. People's are made by the services. */
import { randomUUID } from 'node:crypto';
import { Bidders, openBook } from '#auctions';
import { Database, readConfig } from '#platform';
import { firstStart } from '../../dist/apps/exchange/src/first-start.js';
import { openExchange } from '../../dist/apps/exchange/src/open-exchange.js';

const rules = {
  mode: 'live',
  startFen: 100_000,
  stepFen: 1000,
  ceilingFen: null,
  windowSeconds: 300,
  mostExtensions: null,
  mostSteps: null,
};
export const [startYuan, stepYuan] = [1000, 10];

// No lot of people's: nobody asks whether it has lost its ground.
const listingSql = `
  INSERT INTO listing (id, number, kind, mode, state, state_since, office_code, born_office_code, revision, rules_day, place, issuer_code,
    transferor_name, term, price_fen, floor_fen, payment, purpose, crops, fixtures, conditions, declared, area_mu, parcel_count, household_count,
    extensions, published_at, created_at, created_by, price_unit, own, land_classes)
  SELECT $1, $2, 'contracted', 'lease', 'agreed', now(), o.office_code, o.office_code, 1, current_date, o.name, '99999900000000', '某户',
    daterange('2027-01-01', '2032-01-01'), 100000, 100000, '每年一次付清', 'grain', '小麦', '无', '', '{}', 100, 1, 1, 0, now(), now(), '某人', 'mu_year', '{}', '{}'
  FROM office o WHERE o.level = 'village' ORDER BY o.office_code LIMIT 1`;

const auctionSql = `
  INSERT INTO auction (id, listing_id, listing_number, state, state_since, office_code, revision, rules_day, place, thing, price_unit, area_mu,
    term, rules, priority, reserve_fen, reserve_secret, starts_at, free_until, created_at)
  SELECT $1, l.id, l.number, 'running', now(), l.office_code, 1, l.rules_day, l.place, '', l.price_unit, l.area_mu, l.term, $3, '{}', l.floor_fen,
    true, now() - interval '1 minute', now() + interval '6 hours', now() FROM listing l WHERE l.id = $2`;

/** Opens a county in training, makes so many lots that are bid for, and answers their ids and what three bidders send along. */
export async function auctionsIn(settings, many) {
  const config = readConfig({ ...settings, TRAINING_CASES: '0', TRAINING_LOTS: '0', CLOCK_INSIDE: 'no' });
  const exchange = await openExchange(
    config,
    ['error'],
    Promise.resolve({ url: settings.DATABASE_URL, lost: new Promise(() => {}), stop: async () => {} }),
  );
  try {
    await firstStart(exchange.app, config);
    const [database, bidders] = [exchange.app.get(Database), exchange.app.get(Bidders)];
    const parties = await database.ask(`SELECT login, party_id AS id FROM account WHERE kind = 'party' ORDER BY login`);
    const ids = [];
    for (let each = 0; each < many; each += 1) {
      const [listing, auction] = [randomUUID(), randomUUID()];
      await database.transaction(async (tx) => {
        await tx.query(listingSql, [listing, `BENCH-${each}`]);
        await tx.query(auctionSql, [auction, listing, JSON.stringify(rules)]);
        const admitted = parties.map(({ id }) => ({ interestId: randomUUID(), partyId: id, level: null }));
        await bidders.deal(tx, auction, admitted);
        const startsAt = new Date(Date.now() - 60_000);
        await openBook(tx, auction, { rules, startsAt, endsAt: new Date(Date.now() + 6 * 3_600_000) });
      });
      ids.push(auction);
    }
    const tokens = [];
    for (const { login } of parties) {
      const answer = await exchange.app.inject({
        ...{ method: 'POST', url: '/api/sessions', remoteAddress: '10.0.0.9' },
        payload: { login, password: 'yanlian-2026', code: '000000' },
      });
      tokens.push(answer.json().token);
    }
    return { ids, tokens };
  } finally {
    await exchange.close();
  }
}

/** What a client posts next: on each lot one step more than the last, by the next bidder. */
export function bidsFor(ids, tokens) {
  let turn = 0;
  const steps = new Map(ids.map((id) => [id, 0]));
  return () => {
    turn += 1;
    const id = ids[turn % ids.length];
    const step = steps.get(id);
    steps.set(id, step + 1);
    return {
      path: `/api/auctions/${id}/bids`,
      headers: { authorization: `Bearer ${tokens[step % tokens.length]}`, 'idempotency-key': `${id}-${turn}` },
      body: `{"amountYuan":"${startYuan + stepYuan * step}"}`,
    };
  };
}

/** What is wrong in the record of some lots: a gap or a repeat in its numbers, or a top that is not the highest that was accepted. */
export const wrongSql = `
  SELECT count(*)::int AS wrong FROM (
    SELECT b.auction_id FROM auction_book b JOIN auction_attempt a USING (auction_id) GROUP BY b.auction_id, b.seq, b.top_fen
    HAVING count(*) <> b.seq OR max(a.seq) <> b.seq OR count(DISTINCT a.seq) <> b.seq
      OR max(a.amount_fen) FILTER (WHERE a.outcome = 'accepted') <> b.top_fen) AS w`;
