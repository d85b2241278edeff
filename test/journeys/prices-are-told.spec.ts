import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given } from '../support/given.js';
import { GivenLots } from '../support/lots.js';

interface Prices {
  since: string;
  least: number;
  rows: {
    town: string;
    townName: string;
    landType: string | null;
    span: string | null;
    deals: number;
    lowFen: number;
    medianFen: number;
    highFen: number;
  }[];
  unshown: number;
}

describe('What land was let for', () => {
  let given: Given;
  let lotId = '';
  const told = () => given.stranger.get<Prices>('/prices');
  const deal = async (priceYuan: string) =>
    given.transfer({ state: 'certified', parcels: await given.land('4.00'), priceYuan });

  beforeAll(async () => {
    given = await Given.open('2026-03-02T09:00:00+08:00');
    for (const price of ['800', '1000', '950', '850']) await deal(price);
  }, 240_000);
  afterAll(() => given.close());

  it('is not told of four deals, only that there are some', async () => {
    const prices = await told();
    expect(prices).toMatchObject({ least: 5, rows: [] });
    expect(prices.unshown).toBeGreaterThan(0);
    expect((await given.page('/prices')).body).toContain('不到 5 宗');
  });

  it('stands on a page with the fifth: the middle price and the middle half, with how many they were', async () => {
    await deal('900');
    const { rows } = await told();
    const town = {
      town: '370126101',
      townName: '殷巷镇',
      deals: 5,
      lowFen: 85_000,
      medianFen: 90_000,
      highFen: 95_000,
    };
    expect(rows[0]).toEqual({ ...town, landType: null, span: null });
    for (const row of rows) expect(row.deals).toBeGreaterThanOrEqual(5);
    const page = (await given.page('/prices')).body;
    for (const words of ['殷巷镇', '900.00', '850.00', '950.00']) expect(page).toContain(words);
    for (const lowest of ['800.00', '1,000.00']) expect(page).not.toContain(lowest);
  }, 60_000);

  it('is drawn beside the price of a lot of the town', async () => {
    const lots = new GivenLots(given, await scan('signed paper'));
    const [home] = await lots.households(1);
    lotId = (
      await lots.listed({ household: home!.code, priceYuan: '1200', startsOn: '2027-11-10', endsOn: '2032-11-09' })
    ).id;
    const page = (await given.page(`/listings/${lotId}`)).body;
    for (const words of ['本镇近一年 5 宗成交', '中间价', '1,200.00', '900.00']) expect(page).toContain(words);
  }, 60_000);

  it('of more than a year ago is told no more', async () => {
    given.exchange.passDays(400);
    expect(await told()).toMatchObject({ rows: [], unshown: 0 });
    expect((await given.page(`/listings/${lotId}`)).body).not.toContain('成交：四分之一');
  });
});
