import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdf, photoOf } from '../support/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, type GivenNotice } from '../support/given.js';
import { said } from '../support/walker.js';

const objection = {
  kind: 'boundary_area',
  relation: 'neighbour',
  name: '孙演邻',
  phone: '10000000001',
  facts: '东大方的北边多划了一垄，占了我家的地。',
};

describe('An objection holds the case, not the calendar', () => {
  let given: Given;
  let neighbour: ApiClient;
  let notice: GivenNotice;
  let id: string;
  let receipt: { number: string; code: string; kind: string };

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    neighbour = await given.hire('neighbour', ['village_clerk', '370126101227']);
    notice = await given.runningNotice();
  });
  afterAll(() => given.close());

  const rules = (): Promise<string[]> => given.hinders(notice.id);

  it('is raised on the page by somebody who has not signed in', async () => {
    given.exchange.setDay('2026-10-13', '20:15');
    const form = await given.page(`/notices/${notice.id}/objections`);
    expect(form.statusCode).toBe(200);
    expect(form.body).toContain('地界、面积');
    const answer = await given.stranger.send(`/notices/${notice.id}/objections`, {
      ...objection,
      evidence: photoOf('ridge'),
    });
    expect(answer.statusCode).toBe(201);
    receipt = answer.json();
    expect(receipt).toMatchObject({
      number: '商农异〔2026〕第0001号',
      kind: 'objection',
      code: expect.stringMatching(/^[a-z2-9]{8}$/),
    });
  });

  it.each([
    ['without a name', { name: '' }, '#/name'],
    ['without a way to be answered', { phone: '' }, '#/phone'],
    ['with a phone that is none', { phone: '12345' }, '#/phone'],
    ['with an identity number that is none', { idNumber: '999999199001010011' }, '#/idNumber'],
    ['without a word of what is wrong', { facts: '' }, '#/facts'],
    ['of a kind that does not exist', { kind: 'weather' }, '#/kind'],
  ])('is refused %s, told where', async (_how, change, pointer) => {
    const refused = await given.stranger.send(`/notices/${notice.id}/objections`, { ...objection, ...change });
    expect(refused.json()).toMatchObject({ status: 422, errors: [expect.objectContaining({ pointer })] });
  });

  it('written down by a clerk must have been read back to the person', async () => {
    const refused = await given.as('101-village-226').send(`/notices/${notice.id}/objections`, objection);
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/readBack' }] });
  });

  it('takes no evidence that is not what it calls itself', async () => {
    const refused = await given.stranger.send(`/notices/${notice.id}/objections`, {
      ...objection,
      evidence: new File([pdf], 'ridge.jpg'),
    });
    expect(refused.json()).toMatchObject({ status: 422, type: '/problems/file-wrong-type' });
  });

  it('is counted on the public page, where nobody reads who wrote it', async () => {
    const open = await given.stranger.ask(`/notices/${notice.id}`);
    expect(open.json()).toMatchObject({ openObjections: 1, objections: [{ kind: 'objection' }] });
    expect(said((await given.page(`/notices/${notice.id}`)).body)).toContain('异议 1 件，1 件还在办');
    for (const secret of ['孙演邻', '10000000001', '多划了一垄']) expect(open.body).not.toContain(secret);
    const [seen] = (await given.as('101-coordination').ask(`/notices/${notice.id}`)).json().staff.cases as {
      id: string;
    }[];
    id = seen?.id ?? '';
  });

  it('has a page for the desk that answers it, and for nobody else', async () => {
    const desk = await given.page(`/cases/${id}`, given.as('101-coordination'));
    expect(desk.statusCode).toBe(200);
    expect(desk.body).toContain('孙演邻');
    expect(desk.body).not.toContain('10000000001');
    expect((await given.stranger.ask(`/cases/${id}`)).statusCode).toBe(401);
    expect((await given.as('farmer-2').ask(`/cases/${id}`)).statusCode).toBe(404);
    expect((await neighbour.ask(`/cases/${id}`)).statusCode).toBe(404);
  });

  it('keeps the contact sealed, and remembers who opened it', async () => {
    const stored = await given.exchange.database.ask<{ contact_sealed: string }>(
      'SELECT contact_sealed FROM case_file',
    );
    expect(stored[0]?.contact_sealed).not.toContain('1000000');
    const reason = { reason: '打电话约时间去看地界' };
    const opened = await given.as('101-coordination').send(`/cases/${id}/contact`, reason);
    expect(opened.json()).toMatchObject({ phone: '10000000001' });
    const page = await given.page(`/cases/${id}`, given.as('101-coordination'));
    expect(page.body).toContain('查看联系方式');
  });

  it('is due three working days after it came', async () => {
    const view = (await given.as('101-coordination').ask(`/cases/${id}`)).json();
    expect(view).toMatchObject({ dueAt: '2026-10-16T16:00:00.000Z', state: 'received' });
  });

  it('cannot be decided before somebody has taken it up by name', async () => {
    const early = await given.as('101-coordination').send(`/cases/${id}/decision`, {
      outcome: 'rejected',
      findings: '到场丈量，界桩没有动过。',
      reasons: '四至以确权为准，实测无误。',
      rule: '承包法第二十四条',
    });
    expect(early.json()).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    expect((await given.as('101-village-226').send(`/cases/${id}/acceptance`)).json()).toMatchObject({
      status: 403,
    });
    const taken = await given.as('101-coordination').send(`/cases/${id}/acceptance`);
    expect(taken.json()).toMatchObject({ handler: '卫演一', dueAt: '2026-10-16T16:00:00.000Z' });
  });

  it('lets the period run to its day all the same', async () => {
    const view = (await given.stranger.ask(`/notices/${notice.id}`)).json();
    expect(view).toMatchObject({ state: 'running', period: { lastDay: '2026-10-20' } });
    given.exchange.setDay('2026-10-21', '09:00');
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({
      state: 'over',
      clear: false,
    });
    expect(await rules()).toEqual(['objection-open']);
  });

  it('is decided with reasons or not at all', async () => {
    const bare = await given.as('101-coordination').send(`/cases/${id}/decision`, {
      outcome: 'rejected',
      reasons: '不成立',
      rule: '',
    });
    expect(bare.json()).toMatchObject({
      status: 409,
      type: '/problems/step-blocked',
      blockers: [{ rule: 'decision-without-findings' }, { rule: 'decision-unreasoned' }],
    });
    const found = '10 月 22 日会同孙演邻到场丈量，界桩在原位，北边没有越界。';
    const decided = await given.as('101-coordination').send(`/cases/${id}/decision`, {
      outcome: 'rejected',
      findings: found,
      reasons: '现场丈量，东大方北边以确权界桩为准，没有多占。',
      rule: '农村土地承包法第二十四条',
    });
    expect(decided.json()).toMatchObject({ state: 'decided', decision: { outcome: 'rejected', effect: 'none' } });
    const [paper] = await given.exchange.database.ask<{ investigation: string }>(
      `SELECT view->>'investigation' AS investigation FROM paper WHERE kind = 'objection_decision' AND subject_id = $1`,
      [id],
    );
    expect(paper?.investigation).toBe(found);
    // The receipt when it was accepted, and the decision.
    expect(decided.json().papers.map(({ number }: { number: string }) => number.replace(/〔.*/, ''))).toEqual([
      '商农异受',
      '商农异决',
    ]);
  });

  it('holds until the answer has been served, and then no longer', async () => {
    expect(await rules()).toEqual(['objection-open']);
    const served = await given.as('101-village-226').send(`/cases/${id}/service`, { way: 'station' });
    expect(served.json()).toMatchObject({ state: 'served', served: { way: 'station' } });
    expect(await rules()).toEqual([]);
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({
      state: 'clear',
      clear: true,
    });
  });

  it('is followed by its sender with number and code, and by nobody with a wrong one', async () => {
    const found = await given.stranger.send('/follow', { number: receipt.number, code: receipt.code.toUpperCase() });
    expect(found.json().letter).toMatchObject({
      number: receipt.number,
      state: 'served',
      ...{ handler: '卫演一', outcome: 'rejected' },
    });
    expect(found.body).not.toContain('查看联系方式');
    const guessed = await given.stranger.send('/follow', { number: receipt.number, code: 'aaaaaaaa' });
    expect(guessed.json()).toMatchObject({ case: null, letter: null });
  });

  it('is a complaint after the close, and holds nothing', async () => {
    const late = await given.stranger.send(`/notices/${notice.id}/objections`, objection);
    expect(late.json()).toMatchObject({ kind: 'complaint', number: '商农诉〔2026〕第0001号' });
    expect(await rules()).toEqual([]);
  });
});

describe('An objection that is right', () => {
  let given: Given;
  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
  });
  afterAll(() => given.close());

  it('keeps this version from ever being clear; an anonymous tip keeps nothing', async () => {
    const notice = await given.runningNotice();
    const tip = await given.stranger.send(`/notices/${notice.id}/objections`, {
      kind: 'procedure',
      facts: '没有开过会，签字是补的。',
      anonymous: true,
    });
    expect(tip.json()).toMatchObject({ kind: 'lead', number: '商农线〔2026〕第0001号' });
    const told = await given.as('101-village-226').send(`/notices/${notice.id}/objections`, {
      ...objection,
      kind: 'consent_forged',
      readBack: true,
    });
    const { id } = told.json();
    await given.as('101-coordination').send(`/cases/${id}/acceptance`);
    await given.as('101-coordination').send(`/cases/${id}/decision`, {
      outcome: 'upheld_curable',
      findings: '核对户口簿和同意书，李演禾的签名不是本人。',
      reasons: '户内一名共有人没有签字，要补同意书。',
      rule: '承包法第三十四条',
    });
    const upheld = async (): Promise<object[]> => {
      const { rows } = await given.as('reviewer').get<{ rows: { kind: string }[] }>('/desk');
      return rows.filter(({ kind }) => kind === 'upheld_objection');
    };
    expect(await upheld()).toEqual([]);
    await given.as('101-coordination').send(`/cases/${id}/service`, { way: 'in_person' });
    expect(await upheld()).toMatchObject([{ at: `/transfers/${notice.story.id}`, state: 'replace' }]);
    given.exchange.setDay('2026-10-21', '09:00');
    expect(await given.hinders(notice.id)).toEqual(['objection-upheld']);
    await given
      .as('reviewer')
      .post(`/transfers/${notice.story.id}/recall`, { reason: '补同意书', rule: '承包法第三十四条' });
    expect(await upheld()).toEqual([]);
  });
});
