import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GivenAuctions } from '../support/auctions.js';
import { scanOf } from '../support/made-up-files.js';

describe('An auction that the county ends', () => {
  let auctions: GivenAuctions;
  const reasons = { reason: '查实有人串通', rule: '平台规则 止-03' };
  const supervisor = () => auctions.given.as('supervisor');
  const stateOf = async (id: string) =>
    (await auctions.given.stranger.get<{ state: string; phase: string }>(`/auctions/${id}`)).state;

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('while it runs takes no bid more, and nobody has won', async () => {
    const { id, lot } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.farmer, id, '900');
    await supervisor().post(`/listings/${lot.id}/termination`, reasons);
    expect(await stateOf(id)).toBe('terminated');
    const late = await auctions.send(auctions.cooperative, id, '910');
    expect(late.json()).toMatchObject({ type: '/problems/bid-ended' });
    await auctions.later(121);
    expect(await stateOf(id)).toBe('terminated');
    expect((await auctions.rights.see(lot.id)).state).toBe('terminated');
  });

  it('after its end, where a consent was taken back in the last second: the award waits, and says why', async () => {
    const { id, lot } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.farmer, id, '900');
    const [one] = await auctions.rights.members(lot.id);
    const personal = { personId: one!.personId, file: scanOf('signed by hand') };
    await auctions.rights.station.post(`/listings/${lot.id}/consent-withdrawals`, { ...personal, reason: '想再想想' });
    await auctions.ended(id);
    expect(await stateOf(id)).toBe('sold');
    expect((await auctions.rights.see(lot.id)).state).toBe('bidding');
    const { rows } = await auctions.given.as('director').get<{ rows: object[] }>('/clock/blocked');
    expect(JSON.stringify(rows)).toContain(id);
    await supervisor().post(`/listings/${lot.id}/termination`, reasons);
    expect(await stateOf(id)).toBe('terminated');
  });
});
