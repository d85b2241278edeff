import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fen } from '#kernel';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { GivenAuctions } from '../support/auctions.js';
import { EventReader, until } from '../support/event-reader.js';

interface Hall {
  phase: string;
  seq: number;
  topFen: number | null;
  topNumber: number | null;
  endsAt: string;
  endedCode: string | null;
  own: { standing: string; bestFen: number | null; match: boolean } | null;
  lines: { kind: string; number: number | null; amountFen: number | null }[];
}

const rules = {
  ...{ startFen: fen(90_000), stepFen: fen(1000), ceilingFen: null, floorSecret: true, freeMinutes: 120 },
  ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null, priority: ['member', 'incumbent'] },
};

describe('The hall shows each way of bidding, and each way it may go', () => {
  let auctions: GivenAuctions;
  let base: string;
  const readers: EventReader[] = [];
  const opened = async (more: object): Promise<{ id: string; lotId: string }> => {
    const { id, lot } = await auctions.announced({}, { ...rules, ...more });
    await auctions.begin(id);
    return { id, lotId: lot.id };
  };
  const hall = (id: string, who = auctions.given.stranger): Promise<Hall> => who.get<Hall>(`/auctions/${id}`);
  const page = async (id: string, who: ApiClient | null): Promise<string> => {
    const headers = who === null ? {} : await who.headers();
    const asked = { url: `/auctions/${id}`, headers: { ...headers, accept: 'text/html' } };
    return (await auctions.given.exchange.app.inject(asked)).body;
  };
  const watch = async (id: string): Promise<EventReader> => {
    const reader = new EventReader(`${base}/api/auctions/${id}/stream`);
    readers.push(reader);
    await until('the snapshot', () => reader.events.length > 0);
    return reader;
  };
  const ended = async (id: string): Promise<void> => {
    const { clock } = auctions.given.exchange;
    clock.set(new Date(new Date((await hall(id)).endsAt).getTime() + 1));
    await auctions.turn();
  };

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    const { app } = auctions.given.exchange;
    await app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(async () => {
    readers.forEach((reader) => reader.leave());
    await auctions.given.close();
  });

  it('sealed quotes: nobody hears that there is one, not even by an event, until the end opens them', async () => {
    const { id } = await opened({ mode: 'sealed' });
    const reader = await watch(id);
    expect(await page(id, auctions.farmer)).toContain('只报一次，不能改');
    await auctions.bid(auctions.farmer, id, '950');
    await auctions.bid(auctions.cooperative, id, '970');
    const other = await auctions.given.exchange.database.ask('SELECT 1 FROM auction_attempt WHERE auction_id = $1', [
      id,
    ]);
    expect(other).toHaveLength(2);
    expect(await hall(id)).toMatchObject({ phase: 'open', seq: 0, topFen: null, topNumber: null, lines: [] });
    const own = await hall(id, auctions.farmer);
    expect(own.own).toMatchObject({ standing: 'quoted', bestFen: 95_000, match: false });
    expect(own.lines.map(({ amountFen }) => amountFen)).toEqual([95_000]);
    expect(await page(id, auctions.farmer)).toContain('您已经报价 950.00');
    expect(await page(id, null)).not.toMatch(/950|970/);
    await ended(id);
    await until('the end', () => reader.of('change').length > 0);
    // The first event of all is the end.
    expect(reader.of('change')[0]).toMatchObject({ closed: true });
    const over = await hall(id);
    expect(over.phase).toBe('sold');
    expect(over.lines.map(({ amountFen }) => amountFen)).toEqual(expect.arrayContaining([95_000, 97_000]));
  });

  it('a posted price: one button, and the first who presses has it', async () => {
    const { id } = await opened({ mode: 'posted' });
    expect(await page(id, auctions.farmer)).toContain('按这个价要');
    await auctions.bid(auctions.farmer, id, '900');
    expect(await hall(id, auctions.farmer)).toMatchObject({ phase: 'settling', own: { standing: 'leading' } });
    await auctions.later(1);
    expect((await hall(id)).phase).toBe('sold');
  });

  it('a countdown that each bid restarts', async () => {
    const { id } = await opened({ mode: 'countdown' });
    await auctions.later(121);
    const { endsAt, at } = await auctions.bid(auctions.farmer, id, '900');
    expect(new Date(endsAt).getTime() - new Date(at).getTime()).toBe(300_000);
    expect(await page(id, null)).toContain('延时第 1 次');
  });

  it('a ceiling that two reach: who comes second stands beside the first', async () => {
    const { id } = await opened({ mode: 'live', ceilingFen: fen(92_000) });
    await auctions.bid(auctions.farmer, id, '920');
    await auctions.bid(auctions.cooperative, id, '920');
    expect((await hall(id, auctions.cooperative)).own).toMatchObject({ standing: 'beside', bestFen: 92_000 });
    expect(await page(id, auctions.cooperative)).toContain('同一个价，您排在后面');
    await ended(id);
    expect((await hall(id)).phase).toBe('parting');
    expect(await page(id, null)).toContain('由抽签定');
  });

  it('a suspension is heard at once and said in words; without a bid it ends without a deal', async () => {
    const { id, lotId } = await opened({ mode: 'live' });
    const reader = await watch(id);
    const reasons = { reason: '有人举报串通，等调查', rule: '平台规则 止-02' };
    await auctions.given.as('supervisor').post(`/listings/${lotId}/suspension`, reasons);
    await until('the suspension', () => reader.of('change').some(({ paused }) => paused === true));
    expect((await hall(id)).phase).toBe('paused');
    expect(await page(id, auctions.farmer)).toContain('现在不收报价');
    await auctions.given.as('supervisor').post(`/listings/${lotId}/resumption`);
    await until('the resumption', () => reader.of('change').some(({ paused }) => paused === false));
    expect((await hall(id)).lines.map(({ kind }) => kind)).toEqual(['resumption', 'suspension']);
    await ended(id);
    expect(await hall(id)).toMatchObject({ phase: 'fallen', endedCode: 'no-bid' });
    expect(await page(id, null)).toContain('没有人报价');
  });
});
