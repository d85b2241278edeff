import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GivenAuctions, type Receipt } from '../support/auctions.js';

const sealed = {
  ...{ mode: 'sealed', startFen: 90_000, stepFen: 1000, ceilingFen: null, floorSecret: true, freeMinutes: 120 },
  ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null, priority: ['member', 'incumbent'] },
};

describe('Bids for a lot', () => {
  let auctions: GivenAuctions;
  let id: string;
  let lotId: string;
  const refusedAs = async (amountYuan: unknown, who = auctions.farmer): Promise<string> => {
    const answer = await auctions.send(who, id, amountYuan);
    return `${answer.statusCode} ${answer.json<{ type: string }>().type.replace('/problems/', '')}`;
  };

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    const made = await auctions.announced();
    id = made.id;
    lotId = made.lot.id;
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('are not taken before the hour', async () => {
    expect(await refusedAs('900')).toBe('409 bid-not-started');
  });

  it('are taken from the hour on, each higher by whole steps, each with its receipt', async () => {
    await auctions.begin(id);
    const first = await auctions.bid(auctions.farmer, id, '900');
    expect(first).toMatchObject({ seq: 2, amountFen: 90_000, outcome: 'accepted', topFen: 90_000 });
    const second = await auctions.bid(auctions.cooperative, id, '９１０');
    expect(second).toMatchObject({ seq: 3, topNumber: second.number });
    expect(second.number).not.toBe(first.number);
  });

  it.each<[string, unknown]>([
    ['409 bid-below-top', '900'],
    ['422 bid-off-step', '915'],
    ['422 bid-below-start', '890'],
    ['409 bid-equal-top', '910'],
    ['422 bid-unreadable', 'NaN'],
    ['422 bid-unreadable', '1e400'],
    ['422 bid-unreadable', '-920'],
    ['422 bid-unreadable', '9'.repeat(400)],
    ['422 bid-unreadable', { $gt: 0 }],
    ['422 bid-unreadable', undefined],
  ])('are refused by a name of their own: %s', async (name, amount) => {
    expect(await refusedAs(amount)).toBe(name);
  });

  it('are not made over oneself, by staff, or by who was not admitted', async () => {
    expect(await refusedAs('920', auctions.cooperative)).toBe('409 bid-own-top');
    expect(await refusedAs('920', auctions.given.as('101-trade'))).toBe('403 bid-by-staff');
    expect(await refusedAs('920', auctions.given.as('farmer-2'))).toBe('403 bid-not-admitted');
  });

  it('are never made twice under one key, and another bid under it is refused', async () => {
    const key = auctions.key();
    const [one, other] = await Promise.all([
      auctions.send(auctions.farmer, id, '920', key),
      auctions.send(auctions.farmer, id, '920', key),
    ]);
    expect(one.json<Receipt>().seq).toBe(other.json<Receipt>().seq);
    const again = await auctions.send(auctions.farmer, id, '920', key);
    expect(again.json()).toEqual(one.json());
    expect((await auctions.send(auctions.farmer, id, '930', key)).json()).toMatchObject({
      type: '/problems/bid-key-used',
    });
  });

  it('move the end in the last five minutes; one that comes after it is refused', async () => {
    await auctions.later(117);
    const moved = await auctions.bid(auctions.cooperative, id, '930');
    expect(new Date(moved.endsAt).getTime() - new Date(moved.at).getTime()).toBe(300_000);
    await auctions.later(5.1);
    expect(await refusedAs('940')).toBe('409 bid-ended');
  });

  it('end with a deal at the highest price, which becomes a case of the lot', async () => {
    await auctions.turn();
    const lot = await auctions.rights.see(lotId);
    expect(lot.state).toBe('agreed');
    const deal = await auctions.given.as('101-clerk').get(`/transfers/${lot.deal?.id}`);
    expect(deal).toMatchObject({ state: 'on_notice', terms: { priceFen: 93_000 } });
  });

  it('have sequence numbers without a gap, in batches whose roots are signed', async () => {
    const rows = await auctions.given.exchange.database.ask<{ seq: number }>(
      'SELECT seq FROM auction_attempt WHERE auction_id = $1 ORDER BY seq',
      [id],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
  });

  it('as sealed quotes are told to nobody before the end', async () => {
    const { id: other } = await auctions.announced({}, sealed);
    await auctions.begin(other);
    const own = await auctions.bid(auctions.farmer, other, '955.5');
    expect(own).toMatchObject({ amountFen: 95_550, topFen: null, topNumber: null });
    const again = await auctions.send(auctions.farmer, other, '960');
    expect(again.json()).toMatchObject({ type: '/problems/bid-already-quoted' });
    await auctions.bid(auctions.cooperative, other, '950');
    const amounts = await auctions.given.exchange.database.ask(
      'SELECT amount_fen FROM auction_attempt WHERE auction_id = $1 AND kind = $2',
      [other, 'bid'],
    );
    expect(amounts.every(({ amount_fen }) => amount_fen === null)).toBe(true);
    await auctions.later(121);
    const [row] = await auctions.given.exchange.database.ask(
      'SELECT state, winner_number AS number, price_fen AS fen FROM auction WHERE id = $1',
      [other],
    );
    expect(row).toEqual({ state: 'sold', number: own.number, fen: 95_550 });
  });
});
