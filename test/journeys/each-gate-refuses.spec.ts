import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Day, clockActor } from '#kernel';
import { ParameterStore } from '#platform';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { defectOf } from '../../apps/exchange/src/training/made-up-opinions.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';

/** A case that should not pass, told at each gate: every refusal says what was wrong, in Chinese, and changes nothing. */
describe('Each gate refuses', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const stateOf = async (id: string): Promise<string> => {
    const [row] = await exchange.database.ask<{ state: string }>('SELECT state FROM transfer WHERE id = $1', [id]);
    return row?.state ?? 'none';
  };

  it('a wrong social credit code, at its field', async () => {
    const story = await given.story();
    const wish = { ...story.wish, transferee: { ...story.wish.transferee, number: '93370126MA3C0000X0' } };
    const clerk = given.as('101-clerk');
    const body = { ...wish, villageCode: undefined, mode: 'lease', payment: '每年十月前付下一年', ability: '有农机' };
    const said = await refusal(clerk.post('/transfers', body));
    expect(said.status).toBe(422);
    expect(said.text).toMatch(/统一社会信用代码|校验/);
  });

  it('an application without the identity papers of both sides', async () => {
    const { villageCode: _village, ...wish } = await given.wish();
    const clerk = given.as('101-clerk');
    const body = { ...wish, mode: 'lease', payment: '每年十月前付下一年', ability: '有农机' };
    const path = await clerk.post('/transfers', body);
    const said = await refusal(clerk.post(`${path}/submission`));
    expect(said).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(said.text).toContain('还没有传双方的身份证、营业执照');
    await clerk.post(`${path}/withdrawal`, { remark: '材料不齐' });
  });

  it.each([
    ['a term of forty years', { term: { start: '2026-11-10', end: '2066-11-09' } }, '超过'],
    ['fish ponds on basic farmland', { purpose: 'pond', crops: '鱼' }, '永久基本农田'],
  ])('%s, when it is handed in', async (_name, changes, words) => {
    const story = await given.story(changes);
    await story.draft();
    const said = await refusal(story.submit());
    expect(said).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(said.text).toContain(words);
    expect(await stateOf(story.id)).toBe('draft');
  });

  it.each([
    ['0 mu', { side: 'east', areaMu: '0' }, '亩数不能是 0'],
    ['a parcel nobody knows', { code: '3701261012260099999' }, '登记簿里没有地块'],
  ])('%s, as it is typed', async (_name, changes, words) => {
    const [parcel] = await given.land('3.00');
    const story = await given.story({ parcels: [{ code: parcel?.code ?? '', ...changes }] });
    const said = await refusal(story.draft());
    expect(said.status).toBe(422);
    expect(said.text).toContain(words);
  });

  it.each([
    ['shares, for which there is no form of contract', 'share', '入股的合同文本还没有'],
    ['a subcontract to somebody who is no member', 'subcontract', '转包只在本集体成员之间'],
  ])('%s, as it is typed', async (_name, mode, words) => {
    const { villageCode: _village, ...wish } = await given.wish();
    const clerk = given.as('101-clerk');
    const said = await refusal(
      clerk.post('/transfers', { ...wish, mode, payment: '每年十月前付下一年', ability: '有农机' }),
    );
    expect(said.status).toBe(422);
    expect(said.text).toContain(words);
  });

  it('a step out of order, with the steps that are open', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const said = await refusal(story.approve());
    expect(said).toMatchObject({ status: 409, type: 'step-not-open' });
    expect(await stateOf(story.id)).toBe('submitted');
  });

  it('an office of another town: the case is not there', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const other = given.as('102-clerk');
    expect(await refusal(other.post(`/transfers/${story.id}/acceptance`))).toMatchObject({ status: 404 });
  });

  it('somebody of the right town but another post', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const finance = given.as('101-finance');
    const said = await refusal(finance.post(`/transfers/${story.id}/acceptance`));
    expect(said).toMatchObject({ status: 403, type: 'not-your-step' });
    expect(said.text).toContain('镇受理岗');
  });

  it('missing consents at the preliminary review, each household named', async () => {
    const story = await given.story();
    await story.draft();
    await story.consents(2);
    await story.submit();
    await story.accept();
    expect((await refusal(story.endorse())).text).toMatch(/还有 \d 名共有人没有同意/);
  });

  it('a push without a survey', async () => {
    const story = await given.transfer({ state: 'survey' });
    expect((await refusal(story.submitToCounty())).text).toContain('实地调查还没有完成');
  });

  it('an approval with a fault in the checklist', async () => {
    const story = await given.transfer({ state: 'county_review' });
    await story.review();
    const reviewer = given.as('reviewer');
    await reviewer.post(`/transfers/${story.id}/review`, {
      checks: [{ item: 'price', result: 'no', note: '价款没有写明付给谁' }],
    });
    expect((await refusal(story.approve())).text).toContain('价款');
    expect(await stateOf(story.id)).toBe('county_review');
  });

  it('outside capital above the county’s threshold without its licence, and with one for too little land', async () => {
    const [{ value: before }] = await exchange.database.ask<{ value: object }>(
      `SELECT value FROM parameter_value WHERE key = 'capitalThresholds' ORDER BY id DESC LIMIT 1`,
    ) as [{ value: object }]; // prettier-ignore
    const fill = (value: object) => {
      const row = { key: 'capitalThresholds', value, validFrom: '2026-09-01' as Day, basis: '演练' };
      return exchange.act(clockActor, (act) => exchange.app.get(ParameterStore).set(act, row));
    };
    await fill([{ fromMu: '0', toMu: null, authority: 'county', basis: '演练用分级标准' }]);
    const story = await given.transfer({ state: 'county_review', parcels: await given.land('6.00') });
    await story.review();
    expect((await refusal(story.approve())).text).toContain('要由县政府审批，还没有审批');
    const reviewer = given.as('101-reviewer');
    const apply = (applicationNumber: string): Promise<string> =>
      reviewer.post(`/transfers/${story.id}/capital-application`, { applicationNumber, acceptedOn: '2026-09-23' });
    await apply('社审 1');
    const decided = {
      decision: 'approved',
      decisionNumber: '商政批 1',
      decidedOn: '2026-09-23',
      validTo: '2033-01-01',
    };
    const answer = async (more: object) =>
      reviewer.post(`/transfers/${story.id}/capital-decision`, { ...decided, ...more, file: await scan('licence') });
    await answer({ validAreaMu: '5.00' });
    expect((await refusal(story.approve())).text).toContain('审批');
    await apply('社审 2');
    await answer({ decisionNumber: '商政批 2', validAreaMu: '6.00' });
    await story.approve();
    expect(await stateOf(story.id)).toBe('on_notice');
    await fill(before);
  });

  it('the same act twice: the second finds the case moved on', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const results = await Promise.allSettled([story.accept(), story.accept()]);
    expect(results.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await stateOf(story.id)).toBe('town_review');
  });

  it('the same request twice under one key: done once, answered alike', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const clerk = given.as('101-clerk');
    const key = { 'idempotency-key': `accept-${story.id}` };
    const first = await clerk.post(`/transfers/${story.id}/acceptance`, {}, key);
    const second = await clerk.post(`/transfers/${story.id}/acceptance`, {}, key);
    expect(second).toBe(first);
    const said = await refusal(clerk.post(`/transfers/${story.id}/return`, defectOf('材料', '补身份证明'), key));
    expect(said).toMatchObject({ status: 422, type: 'idempotency-other-body' });
  });

  it('a program that saw an older revision', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const clerk = given.as('101-clerk');
    const said = await refusal(clerk.post(`/transfers/${story.id}/acceptance`, {}, { 'if-match': '"1"' }));
    expect(said).toMatchObject({ status: 412 });
  });

  it('two cases on the same land: the second is told what holds it', async () => {
    const parcels = await given.land('6.00');
    const [one, other] = [await given.story({ parcels }), await given.story({ parcels })];
    for (const story of [one, other]) {
      await story.draft();
      await story.consents();
      await story.submit();
    }
    const outcomes = await Promise.allSettled([one.accept(), other.accept()]);
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes[0]?.status === 'rejected' ? one : other;
    expect((await refusal(lost.accept())).text).toContain('占用');
  });

  it('a certifier who reviewed the case', async () => {
    const story = await given.transfer({ state: 'certifying' });
    await exchange.database.transaction((tx) =>
      tx.query(
        `INSERT INTO post_held (id, account_id, post, office_code, valid_from)
         SELECT gen_random_uuid(), id, 'county_certifier', '370126000000', '2019-01-01' FROM account WHERE login = 'reviewer'`,
      ),
    );
    const both = given.as('reviewer');
    const said = await refusal(both.post(`/transfers/${story.id}/certificate`));
    expect(said.text).toContain('您是本件审核人，不能再做发证人');
    await story.certify();
  });

  it('a stranger, and a page about the refusal for a person', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const nobody = await exchange.app.inject({ url: `/api/transfers/${story.id}` });
    expect(nobody.statusCode).toBe(401);
    const malformed = await exchange.app.inject({
      url: '/api/follow',
      method: 'POST',
      payload: { number: '1', code: 'x' },
    });
    expect(malformed.json()).toMatchObject({ status: 422 });
    expect(malformed.json<{ errors: { pointer: string }[] }>().errors.map((each) => each.pointer)).toContain(
      '#/number',
    );
  });
});
