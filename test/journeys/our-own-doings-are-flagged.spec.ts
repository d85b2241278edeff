import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { GivenAuctions } from '../support/auctions.js';

interface Row {
  title: string;
  numbers: number[];
  many: number;
  isOver: boolean;
}
interface Flags {
  flags: { flag: string; threshold: number; count: number; rows: Row[] | null }[];
}

/** What looks odd in our own doings is looked for by named queries; how often, everybody reads. */
describe('Red flags on ourselves', () => {
  let auctions: GivenAuctions;
  let first: string;
  const numbers = (): Promise<{ number: number }[]> =>
    auctions.given.exchange.database.ask('SELECT number FROM auction_bidder WHERE auction_id = $1 ORDER BY 1', [first]);
  const fromOneDevice = async (who: ApiClient, amountYuan: string): Promise<number> => {
    const answer = await auctions.given.exchange.app.inject({
      ...{ method: 'POST', url: `/api/auctions/${first}/bids`, remoteAddress: '203.0.113.7' },
      ...{ headers: { ...(await who.headers()), cookie: `device=${'a'.repeat(43)}.proof` }, payload: { amountYuan } },
    });
    return answer.statusCode;
  };
  const flagged = async (flag: string, who = auctions.given.as('supervisor')) => {
    const { flags } = await who.get<Flags>('/auctions/flags');
    const found = flags.find((each) => each.flag === flag);
    return { count: found?.count, rows: found?.rows };
  };

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    ({ id: first } = await auctions.announced());
    await auctions.begin(first);
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('tell the supervisor while it runs that two numbers bid from one place, by their numbers alone', async () => {
    expect(await flagged('sharedAddress')).toEqual({ count: 0, rows: [] });
    expect(await fromOneDevice(auctions.cooperative, '900')).toBe(201);
    // Refused, and yet it was tried from there.
    expect(await fromOneDevice(auctions.farmer, '905')).toBe(422);
    const { count, rows } = await flagged('sharedAddress');
    expect(rows).toMatchObject([{ numbers: (await numbers()).map(({ number }) => number), many: 2, isOver: false }]);
    // Nobody else hears of an auction that runs: it would tell how many bid.
    expect(count).toBe(0);
    expect(await flagged('sharedAddress', auctions.given.as('director'))).toEqual({ count: 0, rows: null });
    expect((await flagged('sharedDevice')).rows).toMatchObject([{ many: 2 }]);
    expect(await flagged('sharedAccount')).toEqual({ count: 0, rows: [] });
  });

  it('keep hashes under a key of their own, and no address', async () => {
    const rows = await auctions.given.exchange.database.ask<{ kind: string; tag: Buffer; many: number }>(
      'SELECT kind, tag, count(*)::int AS many FROM auction_trace GROUP BY kind, tag ORDER BY kind, many',
    );
    expect(rows.map(({ kind, many }) => `${kind} ${many}`)).toEqual([
      'account 1',
      'account 1',
      'address 2',
      'device 2',
    ]);
    expect(rows.every(({ tag }) => tag.length === 16)).toBe(true);
  });

  it('count what is over for everybody', async () => {
    await auctions.later(130);
    expect(await flagged('sharedAddress', auctions.given.as('director'))).toEqual({ count: 1, rows: null });
    const page = await auctions.given.exchange.app.inject({
      url: '/auctions/flags',
      headers: { accept: 'text/html' },
    });
    expect(page.body).toContain('几个号一个网络地址');
    expect(page.body).not.toContain('data-label="竞买号"');
    expect(await flagged('oneBidder')).toMatchObject({ count: 1, rows: [{ many: 1 }] });
    expect(await flagged('atFloor')).toMatchObject({ count: 1, rows: [{ many: 0 }] });
  });

  it('find a notice that was proven in the last hour before it counted', async () => {
    const { given } = auctions;
    const story = await given.transfer({ state: 'on_notice', term: { start: '2027-01-01', end: '2032-11-09' } });
    await story.proveScreens();
    expect((await flagged('lateProof')).count).toBe(0);
    given.exchange.setDay(given.exchange.today, '23:20');
    await story.proveBoard();
    expect(await flagged('lateProof')).toMatchObject({ count: 1, rows: [{ many: 40, numbers: [] }] });
  });

  it('find the same winner again in one village, from as many times on as the county says', async () => {
    expect(await flagged('sameWinner')).toEqual({ count: 0, rows: [] });
    const { id } = await auctions.announced();
    await auctions.begin(id);
    await auctions.bid(auctions.cooperative, id, '950');
    await auctions.later(130);
    const { exchange } = auctions.given;
    const basis = '县农业农村局会议纪要〔2026〕3 号';
    await auctions.given
      .as('administrator')
      .post('/parameters/flagSameWinner/values', { value: 2, validFrom: exchange.today, basis });
    expect(await flagged('sameWinner')).toMatchObject({ count: 1, rows: [{ many: 2, isOver: true }] });
    expect((await flagged('atFloor')).count).toBe(1);
  });

  it('go to Excel for the supervisor alone', async () => {
    const sheet = await auctions.given.as('supervisor').ask('/auctions/flags/sheet');
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
    expect((await auctions.given.as('director').ask('/auctions/flags/sheet')).statusCode).toBe(403);
  });
});
