import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fen } from '#kernel';
import { scanOf } from '../support/made-up-files.js';
import { GivenAuctions } from '../support/auctions.js';

const rules = {
  ...{ mode: 'live', startFen: fen(90_000), stepFen: fen(1000), ceilingFen: null, floorSecret: true, freeMinutes: 120 },
  ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null, priority: ['member', 'incumbent'] },
};
const reasons = { reason: '有人举报串通，等调查', rule: '平台规则 止-02' };

describe('An auction that is held up', () => {
  let auctions: GivenAuctions;
  const ends = async (id: string): Promise<Date> => {
    const [row] = await auctions.given.exchange.database.ask<{ at: Date }>(
      'SELECT ends_at AS at FROM auction_book WHERE auction_id = $1',
      [id],
    );
    return row!.at;
  };
  const stateOf = async (id: string): Promise<string> => {
    const [row] = await auctions.given.exchange.database.ask<{ state: string }>(
      'SELECT state FROM auction WHERE id = $1',
      [id],
    );
    return row!.state;
  };
  const reasonOf = async (amount: string, id: string): Promise<string> => {
    const answer = await auctions.send(auctions.farmer, id, amount);
    return answer.json<{ type: string }>().type.replace('/problems/', '');
  };
  const now = (): number => auctions.given.exchange.clock.now().getTime();

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('by its suspension takes no bids, and goes on with the time that was left', async () => {
    const { id, lot } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.farmer, id, '900');
    await auctions.later(30);
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/suspension`, reasons);
    expect(await stateOf(id)).toBe('suspended');
    expect(await reasonOf('910', id)).toBe('bid-suspended');
    // Past the end that it had: nobody closes what stands still.
    await auctions.later(200);
    expect(await stateOf(id)).toBe('suspended');
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/resumption`);
    expect(await stateOf(id)).toBe('running');
    expect(Math.round(((await ends(id)).getTime() - now()) / 60_000)).toBe(90);
    expect((await auctions.bid(auctions.cooperative, id, '910')).topFen).toBe(91_000);
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/suspension`, reasons);
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/termination`, reasons);
    expect(await stateOf(id)).toBe('terminated');
    expect(await reasonOf('920', id)).toBe('bid-ended');
  });

  it('before its hour is announced anew, as long as it was', async () => {
    const { id, lot } = await auctions.announced();
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/suspension`, reasons);
    await auctions.given.pass(3);
    await auctions.given.as('supervisor').post(`/listings/${lot.id}/resumption`);
    expect(await stateOf(id)).toBe('announced');
    const [row] = await auctions.given.exchange.database.ask<{ startsAt: Date; minutes: number }>(
      `SELECT b.starts_at AS "startsAt", extract(epoch FROM b.ends_at - b.starts_at)::int / 60 AS minutes FROM auction_book b WHERE auction_id = $1`,
      [id],
    );
    expect(row!.startsAt.getTime()).toBeGreaterThan(now());
    expect(row!.minutes).toBe(120);
    await auctions.begin(id);
    expect((await auctions.bid(auctions.farmer, id, '900')).outcome).toBe('accepted');
  });

  it('by an outage in its last minutes runs on until five minutes after it', async () => {
    const { id } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.farmer, id, '900');
    const end = await ends(id);
    auctions.given.exchange.clock.set(new Date(end.getTime() + 60_000));
    // Nobody was there for two minutes.
    await auctions.given.exchange.database.write(
      `UPDATE bid_watch SET checked_until = checked_until - interval '2 minutes'`,
    );
    // Whoever takes the first bid hides no outage, and is not told that it was too late.
    const early = auctions.send(auctions.cooperative, id, '910');
    await auctions.tick();
    expect((await early).statusCode).toBe(201);
    expect(await stateOf(id)).toBe('running');
    expect(Math.round(((await ends(id)).getTime() - now()) / 1000)).toBe(300);
    await auctions.later(6);
    expect(await stateOf(id)).toBe('sold');
  });

  it('by a process that may have something earlier in hand is not closed over it', async () => {
    const { id } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.farmer, id, '900');
    const { database } = auctions.given.exchange;
    const beside = '00000000-0000-4000-8000-000000000001';
    const before = new Date((await ends(id)).getTime() - 1);
    await database.write(
      `INSERT INTO bid_process (id, signed_on, seen_at, decided_until, in_hand) VALUES ($1, clock_timestamp(), clock_timestamp() + interval '1 hour', $2, 1)`,
      [beside, before],
    );
    await auctions.later(121);
    expect(await stateOf(id)).toBe('running');
    // What enters here after the end waits too: the other may still move it.
    const late = auctions.send(auctions.cooperative, id, '910');
    await database.write('UPDATE bid_process SET signed_off_at = clock_timestamp(), in_hand = 0 WHERE id = $1', [
      beside,
    ]);
    expect((await late).json()).toMatchObject({ type: '/problems/bid-ended' });
    await auctions.turn();
    expect(await stateOf(id)).toBe('sold');
  });

  it('at a posted price belongs to who came first, and is over with him', async () => {
    const { id } = await auctions.announced({}, { ...rules, mode: 'posted' });
    await auctions.begin(id);
    expect(await reasonOf('910', id)).toBe('bid-not-the-price');
    const first = await auctions.bid(auctions.farmer, id, '900');
    await auctions.turn();
    expect(await reasonOf('900', id)).toBe('bid-ended');
    const [row] = await auctions.given.exchange.database.ask(
      'SELECT state, winner_number AS number FROM auction WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'sold', number: first.number });
  });

  it('because a consent is taken back goes on once it is given again', async () => {
    const { id, lot } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.farmer, id, '900');
    const [one] = await auctions.rights.members(lot.id);
    const personal = { personId: one!.personId, file: scanOf('signed by hand') };
    await auctions.rights.station.post(`/listings/${lot.id}/consent-withdrawals`, { ...personal, reason: '想再想想' });
    await auctions.look();
    expect(await stateOf(id)).toBe('suspended');
    expect(await reasonOf('910', id)).toBe('bid-suspended');
    await auctions.rights.station.post(`/listings/${lot.id}/consents`, personal);
    await auctions.look();
    expect(await stateOf(id)).toBe('running');
    expect((await auctions.bid(auctions.cooperative, id, '910')).outcome).toBe('accepted');
  });
});
