import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal } from '../support/given.js';
import { GivenLots, type Lot, offered } from '../support/lots.js';

/** How takers bid is settled while a lot is prepared, and stands with it for everybody. */
describe('The rules of a bidding', () => {
  let given: Given;
  let lots: GivenLots;
  let homes: { code: string }[];
  let lot: Lot;
  const own = {
    ...{ mode: 'live', startYuan: '880', stepYuan: '10', ceilingYuan: '1300', floor: 'open', freeMinutes: 60 },
    ...{ windowSeconds: 180, mostExtensions: 20, mostSteps: 5, first: 'incumbent', second: 'member' },
  };
  const write = (more: object = {}) =>
    given.as('101-trade').post(`/listings/${lot.id}/bidding-rules`, { ...own, ...more });
  const fault = async (more: object): Promise<string> => (await refusal(write(more))).text;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    homes = await lots.households(2);
    lot = await lots.entered({ household: homes[0]!.code });
  }, 120_000);
  afterAll(() => given.close());

  it('are the county’s where nobody wrote others, and are offered so', async () => {
    expect(lot.bidding).toEqual({
      ...{ mode: 'live', startFen: 90_000, stepFen: 1000, ceilingFen: null, floorSecret: true, freeMinutes: 120 },
      ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null, priority: ['member', 'incumbent'] },
    });
    expect(await lots.station.get(`/listings/${lot.id}/bidding-rules`)).toMatchObject({
      ...{ action: 'bidding-rules', values: { startYuan: '900', floor: 'secret', first: 'member' } },
    });
    const form = (await given.page(`/listings/${lot.id}/bidding-rules`, lots.station)).body;
    expect(form).toContain('value="900"');
    expect(form).toContain('元/亩/年');
    expect((await given.page(`/listings/${lot.id}`, lots.station)).body).toContain('不限次数');
  });

  it('are refused where prices do not fit each other or the lot', async () => {
    expect(await fault({ startYuan: '901' })).toContain('起拍价不能高于挂牌价 900.00 元');
    expect(await fault({ startYuan: '840', ceilingYuan: '' })).toContain('起拍价不能低于底价 850.00 元');
    expect(await fault({ startYuan: '840', ceilingYuan: '', floor: 'secret', mode: 'posted' })).toContain(
      '不能低于底价',
    );
    expect(await fault({ ceilingYuan: '870' })).toContain('限高价不能低于起拍价');
    expect(await fault({ startYuan: '800', ceilingYuan: '840', floor: 'secret' })).toContain('限高价不能低于底价');
    expect(await fault({ ceilingYuan: '1295' })).toContain('整数个加价幅度');
    expect(await fault({ mode: 'posted' })).toContain('一口价的不写限高价');
    expect(await fault({ stepYuan: '0' })).toContain('写多少元');
    expect(await fault({ startYuan: '1e3' })).toContain('写多少元');
    expect(await fault({ mode: 'dutch' })).toContain('选一种竞价方式');
    expect(await fault({ windowSeconds: 5 })).toContain('延时');
    expect(await fault({ second: 'incumbent' })).toContain('不能和前面一样');
    expect(await fault({ first: undefined })).toContain('先选谁优先');
    expect((await refusal(given.as('farmer').post(`/listings/${lot.id}/bidding-rules`, own))).status).toBe(403);
    expect((await refusal(given.as('102-trade').post(`/listings/${lot.id}/bidding-rules`, own))).status).toBe(404);
    expect((await refusal(given.as('101-reviewer').post(`/listings/${lot.id}/bidding-rules`, own))).status).toBe(403);
  });

  it('follow a price that was changed, before the lot goes on', async () => {
    await write();
    await lots.station.post(`/listings/${lot.id}/offer`, { ...offered, priceYuan: '870' });
    const blocked = await refusal(lots.station.post(`/listings/${lot.id}/gathering`));
    expect(blocked.text).toContain('竞价规则和现在的价钱对不上：起拍价不能高于挂牌价 870.00 元');
    await write({ startYuan: '860', ceilingYuan: '1260' });
    await lots.station.post(`/listings/${lot.id}/gathering`);
    await lots.consents(lot.id);
    await lots.station.post(`/listings/${lot.id}/submission`);
    await given.as('101-reviewer').post(`/listings/${lot.id}/acceptance`);
    await given.as('reviewer').post(`/listings/${lot.id}/approval`);
    expect(await refusal(write())).toMatchObject({ status: 409, type: 'bidding-rules-fixed' });
  });

  it('are everybody’s once the lot is listed: page, program, workbook', async () => {
    const seen = await given.stranger.get<Lot>(`/listings/${lot.id}`);
    expect(seen).toMatchObject({
      floorFen: 85_000,
      bidding: { startFen: 86_000, ceilingFen: 126_000, mostSteps: 5, priority: ['incumbent', 'member'] },
    });
    const page = (await given.page(`/listings/${lot.id}`)).body;
    for (const said of [
      '1,260.00 元/亩/年',
      '最后 180 秒有人出价',
      '20 次',
      '期满续租的原受让方，其次本集体经济组织成员',
    ])
      expect(page).toContain(said);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await given.as('101-clerk').ask('/listings/sheet')).rawPayload as never);
    const [head, row] = [1, 2].map((at) => (book.worksheets[0]!.getRow(at).values as unknown[]).slice(1));
    expect(row![head!.indexOf('起拍价（元）')]).toBe(860);
    expect(row![head!.indexOf('限高价（元）')]).toBe(1260);
  });

  it('are no longer the county’s to change for a lot that was announced', async () => {
    const other = await lots.listed({ household: homes[1]!.code });
    const [kept] = await given.exchange.database.ask<{ step: number }>(
      `SELECT (bidding ->> 'stepFen')::int AS step FROM listing WHERE id = $1`,
      [other.id],
    );
    expect(kept).toEqual({ step: 1000 });
    // What was written for a lot goes on with it when it is offered again; what the county had set does not.
    for (const [id, bidding] of [
      [lot.id, 'own'],
      [other.id, 'usual'],
    ] as const) {
      await lots.station.post(`/listings/${id}/withdrawal`, { reason: '农户想改价钱' });
      const again = (await lots.station.post(`/listings/${id}/relisting`)).replace('/listings/', '');
      const [row] = await given.exchange.database.ask<{ own: boolean }>(
        'SELECT bidding IS NOT NULL AS own FROM listing WHERE id = $1',
        [again],
      );
      expect([bidding, row!.own]).toEqual([bidding, bidding === 'own']);
    }
  });

  it.each([
    ['countdown', '每次报价以后重新计时 300 秒'],
    ['sealed', '一方只报一次'],
    ['posted', '先到先得'],
  ])('say each way of bidding: %s', async (mode, words) => {
    const { rows } = await lots.station.get<{ rows: { id: string }[] }>('/listings/desk?state=draft');
    lot = await lots.see(rows[0]!.id);
    const none = { ceilingYuan: undefined, first: undefined, second: undefined, mostSteps: undefined };
    const plain = { ...none, startYuan: '860', mostExtensions: 0 };
    await write({ ...plain, mode, windowSeconds: 300 });
    expect((await given.page(`/listings/${lot.id}`, lots.station)).body).toContain(words);
    expect((await lots.see(lot.id)).bidding).toMatchObject({ mode, priority: [], ceilingFen: null });
  });
});
