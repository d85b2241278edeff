import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

/** Who objects from home has nothing but a number and a code: they must be there to be written down. */
describe('Somebody objects from home', () => {
  let exchange: TestExchange;
  let walker: Walker;
  let notice = '';
  let receipt = '';
  const letter = {
    ...{ kind: 'boundary_area', relation: 'neighbour', name: '周演邻', address: '邻村' },
    ...{ facts: '2 号地块北边的界石往我家挪了两尺。', idNumber: '999999198001010003', phone: '10000004190' },
  };

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    const story = await new Given(exchange).transfer({ state: 'on_notice' });
    notice = `/notices/${(await story.view()).noticeId}`;
    walker = await Walker.signIn(exchange, 'farmer-2');
  });
  afterAll(() => exchange.close());

  it('gets number, code and the day of the answer on a page that stays when it is loaded again', async () => {
    const page = await walker.send(`${notice}/objections`, letter);
    receipt = page.url;
    expect(receipt).toMatch(/^\/cases\/receipts\/[0-9a-f]{32}$/);
    for (const seen of [page, await walker.open(receipt)]) {
      // Three working days: 24, and after the three days of the Mid-Autumn 28 and 29.
      expect(said(seen.body)).toMatch(/编号 商农异〔2026〕第\d{4}号 查询码 [a-z0-9]{8} 最晚答复 9月29日（周二）24:00/);
    }
  });

  it('follows it, with whatever brackets the phone offers', async () => {
    const page = said((await walker.open(receipt)).body);
    const [, number = '', code = ''] = /编号 (\S+) 查询码 (\S+)/.exec(page) ?? [];
    for (const typed of [
      number,
      number.replace('〔', '（').replace('〕', '）'),
      number.replace('〔', '[').replace('〕', ']').replace('号', ''),
    ]) {
      expect(said((await walker.send('/follow', { number: typed, code: code.toUpperCase() })).body)).toContain(
        '查我的来信',
      );
    }
  });

  it('finds it under the address that receipts had before', async () => {
    const ask = (url: string, method: 'GET' | 'POST' = 'GET') =>
      exchange.app.inject({ url, method, headers: { accept: 'text/html' } });
    const { statusCode, headers } = await ask(receipt.replace('/cases', `${notice}/objections`));
    expect([statusCode, headers.location]).toEqual([308, receipt]);
    const id = notice.slice('/notices/'.length);
    for (const [before, now] of [
      ['/objections?state=all', '/cases?state=all'],
      [`/objections/${id}`, `/cases/${id}`],
      [`/api/priority-claims/${id}/withdrawal?x=1`, `/api/cases/${id}/withdrawal?x=1`],
    ] as const)
      expect((await ask(before, 'POST')).headers.location).toBe(now);
    expect((await ask(`${notice}/objections`)).statusCode).toBe(200);
  });

  it('is told kindly after a day that it is gone', async () => {
    exchange.passDays(2);
    const gone = await walker.open(receipt);
    expect(gone.status).toBe(404);
    expect(said(gone.body)).toContain('回执只留一天');
  });
});
