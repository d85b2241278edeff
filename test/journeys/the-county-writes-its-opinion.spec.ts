import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { TransferJson, CountyJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

/** 县级审核一个工作日内完成，出具书面审核意见（商河县公布流程）. */
describe('A review ends with a written opinion, whatever came of it', () => {
  let exchange: TestExchange;
  let given: Given;
  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-21T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const seen = async (story: TransferStory, login = '101-reviewer'): Promise<TransferJson> =>
    given.as(login).get<TransferJson>(`/transfers/${story.id}`);
  const papersOf = async (story: TransferStory, login?: string): Promise<string[]> =>
    (await seen(story, login)).papers.map(({ kind }) => kind);
  const viewOf = async (story: TransferStory, kind: string): Promise<Record<string, unknown>> => {
    const [row] = await exchange.database.ask<{ view: Record<string, unknown> }>(
      `SELECT view FROM paper WHERE subject_id = $1 AND kind = $2 ORDER BY made_at DESC LIMIT 1`,
      [story.id, kind],
    );
    return row?.view ?? {};
  };
  const defect = {
    item: '四至',
    fault: '1 号地块北至没有人确认',
    text: '补北至的确认',
    rule: '农村土地承包法第四十条',
  };

  it('of the town: not without words, and then as a paper of its own', async () => {
    const story = await given.transfer({ state: 'town_review' });
    const reviewer = given.as('101-reviewer');
    expect((await refusal(reviewer.post(`/transfers/${story.id}/endorsement`, {}))).text).toContain('初审意见');
    await story.endorse();
    expect(await papersOf(story)).toContain('town_review');
    expect(await viewOf(story, 'town_review')).toMatchObject({
      opinion: expect.stringContaining('同意安排实地调查'),
      // 到 24:00 为止。
      dueAt: expect.stringContaining('T16:00:00'),
      collective: false,
      households: expect.any(Number),
    });
  });

  it('of the county: no approval without it', async () => {
    const story = await given.transfer({ state: 'county_review' });
    await story.review();
    await exchange.database.transaction((tx) =>
      tx.query(`UPDATE transfer_review SET opinion = '' WHERE transfer_id = $1 AND level = 'county'`, [story.id]),
    );
    expect((await refusal(story.approve())).text).toContain('还没有写审核意见');
    await story.review();
    await story.approve();
    expect(await viewOf(story, 'review')).toMatchObject({ opinion: '材料齐全，同意公示。', conclusion: 'pass' });
  });

  it('a return: cites a rule for each, goes to the town as an opinion, and asks nothing of the parties yet', async () => {
    const story = await given.transfer({ state: 'county_review' });
    const county = given.as('reviewer');
    const { rule: _rule, ...ruleless } = defect;
    expect((await refusal(county.post(`/transfers/${story.id}/return`, { defects: [ruleless] }))).text).toContain(
      '依据的条文',
    );
    expect((await seen(story)).state).toBe('county_review');
    await county.post(`/transfers/${story.id}/return`, { defects: [defect] });
    const names = await papersOf(story);
    expect([names.includes('review'), names.includes('correction')]).toEqual([true, false]);
    expect(await viewOf(story, 'review')).toMatchObject({
      conclusion: 'return',
      reasons: [{ text: expect.stringContaining('没有人确认'), rule: defect.rule }],
    });
    expect((await seen(story)).asked).toMatchObject({
      level: 'county',
      defects: [{ item: '四至', rule: defect.rule }],
    });
    expect((await seen(story, 'cooperative')).asked).toBeNull();

    const town = given.as('101-reviewer');
    const form = await town.get<{ values: Record<string, string> }>(`/transfers/${story.id}/return`);
    expect(form.values['defects.0.fault']).toBe(defect.fault);
    await town.post(`/transfers/${story.id}/return`, { defects: [defect] });
    expect(await papersOf(story)).toContain('correction');
    const letter = await viewOf(story, 'correction');
    expect(letter).toMatchObject({
      addressee: expect.stringContaining('、'),
      // 补正 10 个工作日，跨国庆：不是镇里重报的 2 个工作日。
      dueOn: '2026-10-12',
      defects: [{ item: '四至', fault: defect.fault, remedy: defect.text }],
    });
    expect((await seen(story, 'cooperative')).asked).toMatchObject({
      level: 'town',
      defects: [{ lack: defect.fault }],
    });
  });

  it('a refusal: the opinion and the decision, and the database keeps none without its rule', async () => {
    const story = await given.transfer({ state: 'county_review' });
    const county = given.as('reviewer');
    await county.post(`/transfers/${story.id}/rejection`, {
      reason: '期限超过承包期的剩余期限',
      rule: '农村土地承包法第三十八条第三项',
    });
    expect(await papersOf(story)).toEqual(expect.arrayContaining(['review', 'rejection']));
    const strip = (set: string): Promise<unknown> =>
      exchange.database.transaction((tx) =>
        tx.query(`UPDATE transfer_review SET ${set} WHERE transfer_id = $1 AND level = 'county'`, [story.id]),
      );
    await expect(strip(`rule = ''`)).rejects.toThrow('transfer_review_rule');
    await expect(strip(`opinion = ''`)).rejects.toThrow('transfer_review_opinion');
  });

  it('and counts: a late return is late, on the director’s page and on the front page alike', async () => {
    const story = await given.transfer({ state: 'county_review' });
    const director = given.as('director');
    await given.pass(3);
    const before = await director.get<CountyJson>('/director');
    expect(before.overdue).toBeGreaterThanOrEqual(1);
    expect(before.lateCases.find(({ id }) => id === story.id)?.state).toBe('county_review');
    const open = before.reviewsOverdue;
    expect([before.late, open]).toEqual([0, before.lateCases.filter(({ state }) => state === 'county_review').length]);
    // Late while it lies there: the share falls before anybody ends it, everywhere alike.
    const fallen = String(Math.floor((before.done * 1000) / (before.done + open)) / 10);
    const front = await director.get<{ figures: object }>('/');
    expect(front.figures).toMatchObject({ late: 0, overdue: open, onTimePercent: fallen });
    const walker = await Walker.signIn(exchange, 'director');
    for (const place of ['/', '/director']) {
      const words = said((await walker.open(place)).body);
      expect(words).toMatch(new RegExp(`按时率?.*${fallen} ?%`));
      expect(words).toContain('从过期那一刻起就算超时');
    }
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await director.file('/director/sheet')) as never);
    const totals = book.worksheets[0]?.getSheetValues().map((row) => (row as unknown[] | undefined)?.slice(1));
    expect(totals).toContainEqual([expect.stringContaining('按时率'), `${fallen}%`, expect.anything(), expect.anything(), expect.stringContaining('从过期那一刻起')]); // prettier-ignore
    // 不考核流转面积（2025 年中央一号文件）：towns stand in the order of their codes, with no area.
    const codes = before.towns.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect(new Set(before.towns.flatMap(Object.keys))).toEqual(new Set(['code', 'name', 'done', 'late', 'overdue']));
    await given.as('reviewer').post(`/transfers/${story.id}/return`, { defects: [defect] });
    const [counted] = await exchange.database.ask<{ done: number; late: number; open: number }>(
      `SELECT (SELECT count(*)::int FROM step_history WHERE subject = 'transfer' AND from_state = 'county_review' AND action IN ('approve', 'return', 'reject')) AS done, 1 AS late,
         (SELECT count(*)::int FROM transfer WHERE state IN ('submitted', 'correction', 'town_review', 'survey', 'county_review', 'county_returned', 'on_notice', 'signing', 'filing', 'deposit', 'recording', 'certifying', 'suspended')) AS open`,
    );
    exchange.setDay(exchange.today, '09:40');
    const after = await director.get<CountyJson>('/director');
    const share = Math.floor((((counted?.done ?? 0) - 1) * 1000) / ((counted?.done ?? 0) + after.reviewsOverdue)) / 10;
    expect([after.done, after.late, after.underWay]).toEqual([counted?.done, 1, counted?.open]);
    expect(after.months).toHaveLength(12);
    const page = await (await Walker.signIn(exchange, 'director')).open('/director');
    expect(said(page.body)).toContain(`${share}%`);
    const home = await director.get<{ figures: object }>('/');
    expect(home.figures).toMatchObject({ reviewed: counted?.done, late: 1, onTimePercent: String(share) });
  });
});
