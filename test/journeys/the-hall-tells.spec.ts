import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GivenAuctions } from '../support/auctions.js';
import { EventReader, until } from '../support/event-reader.js';

interface Line {
  seq: number;
  kind: string;
  number: number | null;
  amountFen: number | null;
  outcome: string;
  isOwn: boolean;
}

interface Hall {
  phase: string;
  mode: string;
  seq: number;
  topFen: number | null;
  topNumber: number | null;
  reserveFen: number | null;
  yearlyFen: number;
  totalFen: number | null;
  startsAt: string;
  endsAt: string;
  now: string;
  own: { number: number; standing: string; bestFen: number | null; maximumFen: number | null; match: boolean } | null;
  lines: Line[];
  winnerNumber: number | null;
}

describe('The hall of an auction', () => {
  let auctions: GivenAuctions;
  let id: string;
  let lotId: string;
  let base: string;
  const readers: EventReader[] = [];
  const hall = (who = auctions.given.stranger): Promise<Hall> => who.get<Hall>(`/auctions/${id}`);
  const page = async (who: { headers(): Promise<object> } | null, path = `/auctions/${id}`): Promise<string> => {
    const headers = who === null ? {} : await who.headers();
    const asked = { url: path, headers: { ...headers, accept: 'text/html' } };
    return (await auctions.given.exchange.app.inject(asked)).body;
  };
  const watch = async (): Promise<EventReader> => {
    const reader = new EventReader(`${base}/api/auctions/${id}/stream`);
    readers.push(reader);
    await until('the snapshot', () => reader.events.length > 0);
    return reader;
  };

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    const made = await auctions.announced();
    [id, lotId] = [made.id, made.lot.id];
    const { app } = auctions.given.exchange;
    await app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(async () => {
    readers.forEach((reader) => reader.leave());
    await auctions.given.close();
  });

  it('says before the hour what is bid for and by which rules, and a bidder his number', async () => {
    const seen = await hall();
    expect(seen).toMatchObject({ phase: 'ahead', mode: 'live', own: null, topFen: null, reserveFen: null, lines: [] });
    const own = (await hall(auctions.farmer)).own;
    expect(own).toMatchObject({ standing: 'none', bestFen: null, maximumFen: null, match: false });
    expect(own?.number).toBeGreaterThanOrEqual(1000);
    const text = await page(null);
    expect(text).toContain('还没有开始');
    expect(text).not.toContain(`${own?.number} 号`);
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="15"></noscript>');
  });

  it('is found in the list, and from its lot', async () => {
    const { rows } = await auctions.given.stranger.get<{ rows: { id: string; state: string }[] }>('/auctions');
    expect(rows).toMatchObject([{ id, state: 'announced' }]);
    const byLot = await auctions.given.stranger.get<{ rows: { id: string }[] }>(`/auctions?listing=${lotId}`);
    expect(byLot.rows.map((row) => row.id)).toEqual([id]);
    expect((await auctions.given.stranger.get<{ rows: [] }>('/auctions?state=over')).rows).toEqual([]);
    expect(await page(null, `/listings/${lotId}`)).toContain(`/auctions?listing=${lotId}`);
  });

  it('tells who watches of each bid that counts, with its number, its price and the end', async () => {
    await auctions.begin(id);
    const reader = await watch();
    expect(reader.events[0]).toMatchObject({ kind: 'snapshot', data: { id, phase: 'open', own: null } });
    const receipt = await auctions.bid(auctions.farmer, id, '900');
    await until('the bid', () => reader.told.length === 1);
    expect(reader.of('change')).toMatchObject([
      { id, seq: receipt.seq, topFen: 90_000, topNumber: receipt.number, paused: false, closed: false },
    ]);
    expect(Object.keys(reader.of('change')[0] ?? {})).not.toContain('own');
  });

  it('tells a bidder where he stands, and nobody what another’s maximum is', async () => {
    await auctions.bid(auctions.cooperative, id, '990', 'maxima');
    const farmer = await hall(auctions.farmer);
    expect(farmer).toMatchObject({ topFen: 91_000, own: { standing: 'outbid', bestFen: 90_000, maximumFen: null } });
    expect(farmer.lines.map(({ kind }) => kind)).not.toContain('maximum');
    expect((await hall(auctions.cooperative)).own).toMatchObject({ standing: 'leading', maximumFen: 99_000 });
    // What a year and the whole term come to, at the price that leads.
    expect(farmer.totalFen).toBe(farmer.yearlyFen * 4);
    const text = await page(auctions.farmer);
    expect(text).toContain('超过了');
    expect(text).toContain('value="920.00"');
    expect(text).not.toContain('990.00');
  });

  it('keeps what was refused to him whose it is', async () => {
    await auctions.send(auctions.farmer, id, '915');
    const [own] = (await hall(auctions.farmer)).lines;
    expect(own).toMatchObject({ outcome: 'refused', isOwn: true, amountFen: 91_500 });
    expect((await hall()).lines.map(({ seq }) => seq)).not.toContain(own?.seq);
    const receipt = await auctions.farmer.get(`/auctions/${id}/receipts/${own?.seq}`);
    expect(receipt).toMatchObject({ seq: own?.seq, outcome: 'refused', reason: 'off-step' });
    expect(await page(auctions.farmer, `/auctions/${id}/receipts/${own?.seq}`)).toContain('整数倍的加价幅度');
    const other = await auctions.cooperative.ask(`/auctions/${id}/receipts/${own?.seq}`);
    expect(other.statusCode).toBe(404);
    expect((await auctions.farmer.ask(`/auctions/${id}/receipts/none`)).statusCode).toBe(404);
  });

  it('asks in words before a bid of more than three steps, and says when an amount cannot be read', async () => {
    const asked = await auctions.farmer.get(`/auctions/${id}/question?amountYuan=1200`);
    expect(asked).toMatchObject({
      capitals: '壹仟贰佰元',
      amountFen: 120_000,
      aboveFen: 29_000,
      steps: 29,
      asks: true,
    });
    const small = await auctions.farmer.get(`/auctions/${id}/question?amountYuan=${encodeURIComponent('９２０')}`);
    expect(small).toMatchObject({ steps: 1, asks: false });
    const odd = await auctions.farmer.ask(`/auctions/${id}/question?amountYuan=1e400`);
    expect(odd.json()).toMatchObject({ type: '/problems/bid-unreadable' });
    expect(await page(auctions.farmer, `/auctions/${id}/question?amountYuan=1200`)).toContain('壹仟贰佰元</b>/亩·年');
  });

  it('takes a bid by a plain form, once for each form, and leads back to the hall', async () => {
    const { app } = auctions.given.exchange;
    const once = /name="_once" value="([^"]+)"/.exec(await page(auctions.farmer))?.[1] ?? '';
    const press = async () =>
      app.inject({
        ...{ method: 'POST', url: `/auctions/${id}/bids`, payload: `_once=${once}&amountYuan=920.00` },
        headers: {
          ...(await auctions.farmer.headers()),
          ...{ accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        },
      });
    const answers = [await press(), await press()];
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, `/auctions/${id}`],
      [303, `/auctions/${id}`],
    ]);
    const made = (await hall(auctions.farmer)).lines.filter(({ isOwn, amountFen }) => isOwn && amountFen === 92_000);
    expect(made).toHaveLength(1);
  });

  it('gives the lines after a number', async () => {
    const all = (await hall()).lines.map(({ seq }) => seq);
    const after = await auctions.given.stranger.get<{ rows: Line[] }>(`/auctions/${id}/attempts?after=${all.at(-1)}`);
    expect(after.rows.map(({ seq }) => seq)).toEqual(all.slice(0, -1));
  });

  it('says that time is over before anybody has closed it, then who has it', async () => {
    await auctions.bid(auctions.farmer, id, '1000');
    const reader = await watch();
    const { clock } = auctions.given.exchange;
    const { endsAt } = await hall();
    clock.set(new Date(new Date(endsAt).getTime() + 1));
    expect((await hall()).phase).toBe('settling');
    expect(await page(null)).toContain('马上出结果');
    await auctions.turn();
    await until('the end', () => reader.of('change').some(({ closed }) => closed === true));
    const over = await hall(auctions.farmer);
    expect(over).toMatchObject({ phase: 'sold', winnerNumber: over.own?.number });
    expect(await page(auctions.farmer)).toContain('您成交了');
    expect(await page(auctions.cooperative)).toContain('保证金原路退回');
    // Maxima are opened with the result.
    expect((await hall()).lines.map(({ kind }) => kind)).toContain('maximum');
  });

  it('has no such auction', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    const answers = await Promise.all(
      ['', '/attempts', '/receipts/1', '/stream'].map((end) => auctions.given.stranger.ask(`/auctions/${none}${end}`)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
  });
});
