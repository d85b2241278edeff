import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Paper, PapersService } from '#papers';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { filled } from '../support/drawing.js';
import { Given } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

jest.setTimeout(180_000);

const wheat = {
  ...{ kind: 'converted', crop: '小麦', kgPerMu: '500.50', priceSource: '国家小麦最低收购价' },
  priceDay: '每年6月15日',
};
const kept = { ...wheat, kgPerMu: '500.5', priceDay: '6月15日' };
const goods = '每亩每年小麦 500.5 公斤，每年按6月15日的国家小麦最低收购价折成现金付；折合每亩每年 900.00 元';

/** 示范合同 GF-2021-2606 第六条：现金、实物、实物折价. */
describe('A rent that is paid in grain, or by its price', () => {
  let given: Given;
  let story: TransferStory;

  beforeAll(async () => {
    given = await Given.open('2025-09-23T09:00:00+08:00');
    const term = { start: '2025-11-10', end: '2027-11-09' };
    story = await given.transfer({ state: 'certified', rent: wheat, term, parcels: await given.land('12.00') });
  });
  afterAll(() => given.close());

  const papersOf = (id: string): Promise<Paper[]> =>
    given.exchange.database.reader.find(Paper, { where: { subjectId: id }, order: { madeAt: 'ASC' } });
  const linesOf = (paper: Paper): string[] => filled(given.exchange.app.get(PapersService).drawn(paper, 1));
  /** The boxes of the contract of a case that has come to its signing. */
  const boxesOf = async (id: string): Promise<string[]> =>
    linesOf((await papersOf(id)).find(({ kind }) => kind === 'contract')!).filter((line) =>
      /^> [√×□] [1-4]．/.test(line),
    );
  const row = async (id: string): Promise<unknown> =>
    (await given.exchange.database.ask('SELECT rent FROM transfer WHERE id = $1', [id]))[0];

  it('stands in the contract where the form has it, and its worth is called 折合', async () => {
    expect(await boxesOf(story.id)).toEqual([
      '> × 1．现金：每亩每年 ＿＿＿＿ 元。',
      '> × 2．实物：＿＿＿＿＿＿＿＿',
      `> √ 3．实物折价计价（按当年市场价或者国家最低收购价）：${goods}。`,
      '> □ 4．其他：＿＿＿＿＿＿＿＿',
      expect.stringContaining('1．一次性支付'),
      expect.stringContaining('2．分期支付'),
    ]);
    const contract = linesOf((await papersOf(story.id)).find(({ kind }) => kind === 'contract')!).join('\n');
    expect(contract).toContain('合同期内租金折合合计 ');
  });

  it('leaves a contract of before as it was, which crossed out what nobody had asked', async () => {
    const contract = (await papersOf(story.id)).find(({ kind }) => kind === 'contract')!;
    const { rentInKind: _later, ...then } = contract.view as Record<string, object>;
    const rent = {
      ...{ ...then['rent'], cash: true, cashFenPerMuYear: 90_000, goods: false, goodsText: '' },
      ...{ converted: false, convertedText: '', otherText: '' },
    };
    const old = linesOf({ ...contract, view: { ...then, rent }, frame: { ...contract.frame, edition: 2 } });
    expect(old.filter((line) => /^> [√×□] [1-4]．/.test(line)).slice(0, 4)).toEqual([
      '> √ 1．现金：每亩每年 900.00 元。',
      '> × 2．实物：＿＿＿＿＿＿＿＿',
      '> × 3．实物折价计价（按当年市场价或者国家最低收购价）：＿＿＿＿＿＿＿＿',
      '> × 4．其他：＿＿＿＿＿＿＿＿',
    ]);
  });

  it('is the same in every paper of the case that names a price, and in none is the worth a price of its own', async () => {
    const own = await papersOf(story.id);
    const [certificate] = await given.exchange.database.ask<{ id: string; paper: string; code: string }>(
      'SELECT c.id, c.paper_id AS paper, p.code FROM certificate c JOIN paper p ON p.id = c.paper_id WHERE c.transfer_id = $1',
      [story.id],
    );
    const others = await given.exchange.database.ask<{ id: string }>(
      `SELECT id FROM paper WHERE id = $1 OR subject_id IN (SELECT id::text FROM notice WHERE subject_id::text = $2)
         OR subject_id IN (SELECT id::text FROM deposit WHERE subject_id::text = $2)`,
      [certificate?.paper, story.id],
    );
    const beside = await Promise.all(
      others.map(({ id }) => given.exchange.database.reader.findOneByOrFail(Paper, { id })),
    );
    const all = [...new Map([...own, ...beside].map((paper) => [paper.id, paper])).values()];
    const told = all.filter((paper) => linesOf(paper).join('\n').includes(goods)).map(({ kind }) => kind);
    const kinds = ['acceptance', 'application', 'attestation', 'certificate', 'contract', 'deposit_agreement'];
    kinds.push('deposit_demand', 'filing', 'notice', 'notice_proof', 'review', 'town_review');
    expect([...new Set(told)].sort()).toEqual(expect.arrayContaining(kinds));
    // 900 元 stands nowhere but as what the grain is held to be worth.
    const alone = all.flatMap((paper) =>
      linesOf(paper).flatMap((line) => (/(?<!折合每亩每年 )900\.00 元/.test(line) ? [`${paper.kind}: ${line}`] : [])),
    );
    expect(alone).toEqual([]);
    for (const page of [`/certificates/${certificate?.id}`, `/transfers/${story.id}`]) {
      const town = await Walker.signIn(given.exchange, 'certifier');
      expect(said((await town.open(page)).body)).toContain(`实物折价：${goods}`);
    }
    expect(await given.as('certifier').get(`/certificates/${certificate?.id}`)).toMatchObject({ rentInKind: kept });
    expect(said((await given.page(`/verify/${certificate?.code}`)).body)).toContain(`实物折价：${goods}`);
    expect(await given.stranger.get(`/verify/${certificate?.code}`)).toMatchObject({
      verdict: { certificate: { priceFen: 90_000, rentInKind: kept } },
    });
  });

  it('is in the public notice, with what a year comes to as an equivalent', async () => {
    const { noticeId } = await story.view();
    const { terms } = await given.stranger.get<{ terms: object }>(`/notices/${noticeId}`);
    expect(terms).toMatchObject({
      price: `实物折价：${goods}`,
      yearly: expect.stringMatching(/^每年折合 [\d,.]+ 元$/),
    });
    expect(said((await given.page(`/notices/${noticeId}`)).body)).toContain(goods);
  });

  it('is what the members said yes to', async () => {
    const [consent] = await given.exchange.database.ask<{ statement: string }>(
      `SELECT statement FROM consent WHERE about_id = $1 LIMIT 1`,
      [story.id],
    );
    expect(consent?.statement).toContain(`实物折价：${goods}，付款：`);
  });

  it('comes to programs with the terms of the case, and to Excel in columns of its own', async () => {
    expect(await given.as('101-clerk').get(`/transfers/${story.id}`)).toMatchObject({
      terms: { priceFen: 90_000, rent: kept },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await given.as('101-clerk').ask('/transfers/sheet')).rawPayload as never);
    const [heads, cells] = [1, 2].map((at) => (book.worksheets[0]!.getRow(at).values as unknown[]).slice(1));
    const cell = (head: string): unknown => cells![heads!.indexOf(head)];
    expect(
      ['租金给什么', '租金给哪一样', '租金每亩每年多少公斤', '租金按哪里的价钱', '租金按哪一天的价钱'].map(cell),
    ).toEqual(['实物折价', '小麦', '500.5', '国家小麦最低收购价', '6月15日']);
  });

  it('ticks of a case what was asked, and leaves the boxes of goods empty where nobody was', async () => {
    const cash = await given.transfer({ state: 'signing', rent: { kind: 'cash' } });
    expect((await boxesOf(cash.id)).slice(0, 3)).toEqual([
      '> √ 1．现金：每亩每年 900.00 元。',
      expect.stringContaining('> × 2．实物'),
      expect.stringContaining('> × 3．实物折价计价'),
    ]);
    const grain = await given.transfer({ state: 'signing', rent: { ...wheat, kind: 'goods' } });
    expect((await boxesOf(grain.id))[1]).toBe(
      '> √ 2．实物：每亩每年小麦 500.5 公斤；按6月15日的国家小麦最低收购价，折合每亩每年 900.00 元。',
    );
    for (const { id } of [cash, grain])
      expect(await given.as('101-clerk').get(`/transfers/${id}`)).toMatchObject({
        terms: { rent: { kind: id === cash.id ? 'cash' : 'goods' } },
      });
    const unasked = await given.transfer({ state: 'signing' });
    expect(await row(unasked.id)).toEqual({ rent: null });
    expect((await boxesOf(unasked.id)).slice(0, 4)).toEqual([
      '> √ 1．现金：每亩每年 900.00 元。',
      '> □ 2．实物：＿＿＿＿＿＿＿＿',
      expect.stringContaining('> □ 3．实物折价计价'),
      '> □ 4．其他：＿＿＿＿＿＿＿＿',
    ]);
  });

  it('is kept whole or not at all by the database itself', async () => {
    const set = (rent: object): Promise<unknown> =>
      given.exchange.database.write('UPDATE transfer SET rent = $2 WHERE id = $1', [story.id, JSON.stringify(rent)]);
    const { crop: _crop, ...cropless } = kept;
    for (const rent of [
      {},
      { kind: 'gold' },
      { kind: 'goods' },
      cropless,
      { ...kept, kgPerMu: '0' },
      { ...kept, x: 1 },
    ])
      await expect(set(rent)).rejects.toMatchObject({ constraint: 'transfer_rent' });
    await set(kept);
  });

  it('is the same condition for who has priority: the answer names the grain, and his own case goes on with it', async () => {
    const noticed = await given.runningNotice({ rent: wheat });
    const claim = { accepts: 'yes', statement: '我家要租，条件一样', proof: await scan('member') };
    await given.as('farmer').post(`/notices/${noticed.id}/priority-claims`, claim);
    const [own] = await given.exchange.database.ask<{ id: string }>(
      `SELECT id FROM case_file WHERE subject_id = $1 AND kind = 'priority_claim'`,
      [noticed.id],
    );
    for (const act of ['verification', 'consent']) await given.as('101-coordination').post(`/cases/${own?.id}/${act}`);
    await given.pass(8);
    const chosen = { claimId: own?.id ?? '', choice: await scan('choice') };
    const next = (await given.as('101-trade').post(`/transfers/${noticed.story.id}/claimant`, chosen))
      .split('/')
      .at(-1);
    expect(await row(next ?? '')).toEqual({ rent: kept });
    const answers = await given.exchange.database.reader.find(Paper, { where: { kind: 'priority_answer' } });
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect(linesOf(answer).join()).toContain(`实物折价：${goods}`);
  });

  it('goes on with a renewal, which may agree on another', async () => {
    await given.on('2027-10-10');
    const form = await given.page(`/transfers/${story.id}/renewal`, given.as('101-clerk'));
    expect(form.body).toMatch(/name="rent\.kgPerMu"[^>]*value="500\.5"/);
    const next = await story.renew('2030-11-09');
    expect(await row(next.id)).toEqual({ rent: kept });
  });
});
