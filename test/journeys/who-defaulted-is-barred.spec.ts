import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, day } from '#kernel';
import { AccountsService } from '#platform';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { Said } from '../support/acts-walked.js';
import { GivenBars } from '../support/bars.js';
import { Given, refusal } from '../support/given.js';
import { photoOf } from '../support/made-up-files.js';
import type { GivenRights } from '../support/rights.js';

const until = '2027-10-11';

describe('Who defaulted is barred for a time', () => {
  let given: Given;
  let bars: GivenBars;
  let rights: GivenRights;
  let cooperative: ApiClient;
  let lot: string;
  let id: string;
  /** Registered before: one not looked at, one qualified that has not paid; and what was backed out of. */
  let waiting: string;
  let unpaid: string;
  let first: string;
  let second: string;
  const [trade, reviewer, director] = [
    () => given.as('101-trade'),
    () => given.as('reviewer'),
    () => given.as('director'),
  ];
  const faults = async (who: ApiClient, path: string, body: object): Promise<string> => {
    const said = (await who.send(path, body)).json<Said>();
    return [
      said.type.replace('/problems/', ''),
      ...(said.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`),
    ].join(' ');
  };
  const listed = async (at: string): Promise<string[]> =>
    (await reviewer().get<{ rows: { id: string }[] }>(`/barrings?state=${at}`)).rows.map((row) => row.id);
  const state = async (interest: string) => (await director().get<{ state: string }>(`/interests/${interest}`)).state;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    bars = await GivenBars.of(given);
    rights = bars.rights;
    cooperative = given.as('cooperative');
    lot = (await rights.listedRight('assets')).id;
    waiting = await rights.interested(lot, cooperative, { offerYuan: '300' });
    unpaid = await rights.interested((await rights.listedRight('assets')).id, cooperative, { offerYuan: '300' });
    await trade().post(`/interests/${unpaid}/qualification`);
    [first, second] = [await bars.defaulted(cooperative), await bars.defaulted(cooperative)];
  }, 120_000);
  afterAll(() => given.close());

  it('proposed by the county alone, about who was admitted and failed, until a day that nobody set for it', async () => {
    const wrong = { reason: '交了保证金、够了资格又退出', rule: '挂牌公告第七条' };
    const at = `/interests/${first}/barrings`;
    for (const who of [trade(), given.as('101-village-226'), director()])
      expect((await who.send(at, { ...wrong, untilDay: until })).statusCode).toBe(403);
    expect(await faults(reviewer(), `/interests/${waiting}/barrings`, { ...wrong, untilDay: until })).toBe(
      'barring-no-default',
    );
    expect(await faults(reviewer(), at, wrong)).toContain('#/untilDay 县里没有定禁入多长时间');
    expect(await faults(reviewer(), at, { ...wrong, untilDay: given.exchange.today })).toContain(
      'barring-days #/untilDay',
    );
    const form = await given.page(at, reviewer());
    expect(form.body).toContain('县里没有定');
    expect((await given.page(`/interests/${first}`, reviewer())).body).toContain('拟作禁入决定');
    expect((await given.page(`/interests/${first}`, trade())).body).not.toContain('拟作禁入决定');
    expect(await reviewer().get(at)).toMatchObject({ action: 'bar', posts: ['county_reviewer'] });
    id = await bars.proposed(first, { untilDay: until });
    expect(await faults(reviewer(), `/interests/${second}/barrings`, { ...wrong, untilDay: until })).toBe(
      'barring-twice',
    );
    const seen = await bars.see(id);
    expect(seen).toMatchObject({
      state: 'proposed',
      months: null,
      answerBy: '2026-10-19',
      papers: [{ title: '拟作出禁入决定告知书' }],
    });
    expect(seen.number).toBe(seen.papers[0]?.number);
  });

  it('seen by the county’s desks and by itself, and by nobody else', async () => {
    const [paper] = (await bars.see(id)).papers;
    for (const who of [trade(), given.as('farmer'), given.as('101-clerk'), given.as('certifier')])
      expect((await who.ask(`/barrings/${id}`)).statusCode).toBe(404);
    for (const who of [trade(), given.as('farmer')]) {
      expect((await who.get<{ rows: object[] }>('/barrings')).rows).toEqual([]);
      expect((await who.ask(`/papers/${paper?.id}`)).statusCode).toBe(404);
    }
    expect((await given.stranger.ask('/barrings')).statusCode).toBe(401);
    expect((await given.stranger.ask(`/barrings/${id}`)).statusCode).toBe(401);
    expect((await given.page(`/listings/${lot}`)).body).not.toContain('禁入');
    expect((await bars.see(id, cooperative)).history).toEqual([]);
    expect((await given.page(`/barrings/${id}`, cooperative)).body).toContain('拟作出禁入决定告知书');
    expect((await given.page('/transfers', cooperative)).body).toContain(`/barrings/${id}`);
    expect((await cooperative.get<{ rows: object[] }>('/barrings')).rows).toHaveLength(1);
    const { rows } = await given.as('supervisor').get<{ rows: object[] }>('/barrings?state=proposed');
    expect(rows).toMatchObject([{ id, untilDay: null }]);
    expect((await given.page('/barrings', reviewer())).body).toContain('违约禁入');
  });

  it('heard, and decided by another person, no harder than it was told', async () => {
    expect((await refusal(bars.decided(id, { untilDay: until }))).type).toBe('step-not-open');
    await cooperative.post(`/barrings/${id}/answer`, {
      said: '家里有人住院，不是有意的。',
      proof: photoOf('hospital'),
    });
    expect(await bars.see(id)).toMatchObject({ state: 'deciding', answer: '家里有人住院，不是有意的。' });
    expect(await listed('deciding')).toEqual([id]);
    const { rows } = await director().get<{ rows: object[] }>('/desk?kind=barring');
    expect(rows).toMatchObject([{ kind: 'barring', at: `/barrings/${id}` }]);
    const at = `/barrings/${id}/decision`;
    const said = { findings: '退出是本人写的，查过没有凭证。', fromDay: given.exchange.today, untilDay: until };
    expect((await reviewer().send(at, said)).statusCode).toBe(403);
    expect((await trade().send(at, said)).statusCode).toBe(404);
    expect(await faults(director(), at, { ...said, untilDay: '2027-10-12' })).toContain('不能比告知书写的');
    expect(await faults(director(), at, { ...said, untilDay: given.exchange.today })).toContain(
      'barring-days #/untilDay',
    );
    expect(await faults(director(), at, { ...said, untilDay: undefined })).toContain('要写明到哪天');
    expect((await given.page(at, director())).body).toContain('家里有人住院');
    expect(await director().get(at)).toMatchObject({ action: 'decide', values: { untilDay: until } });
    await bars.decided(id, { untilDay: until });
    expect(await bars.see(id)).toMatchObject({ state: 'decided', fromDay: given.exchange.today, untilDay: until });
    expect(await listed('decided')).toEqual([id]);
  });

  it('not admitted meanwhile: not registered, not qualified, not let in by its money', async () => {
    const { id: other } = await rights.listedRight('other');
    const refused = await refusal(rights.interested(other, cooperative, { offerYuan: '300' }));
    expect(refused.type).toBe('interest-barred');
    for (const said of ['2027年10月11日', '复核']) expect(refused.text).toContain(said);
    expect((await refusal(trade().post(`/interests/${waiting}/qualification`))).text).toContain('2027年10月11日');
    await rights.paid(unpaid, { paidOn: given.exchange.today });
    await given.pass(1);
    expect(await state(unpaid)).toBe('qualified');
    expect(await cooperative.get(`/interests/${unpaid}`)).toMatchObject({ mayBid: false });
    await trade().post(`/interests/${unpaid}/refusal`, { reason: '禁入期里，不能参加' });
    expect(await state(unpaid)).toBe('refused');
  });

  it('asked again before it is let in, whoever it is', async () => {
    const { database, app } = given.exchange;
    const [kin] = await database.ask<{ one: string; other: string }>(
      `SELECT m.person_id AS one, o.person_id AS other FROM member m JOIN member o ON o.household_id = m.household_id AND o.person_id <> m.person_id
       JOIN person p ON p.id = m.person_id WHERE p.born BETWEEN '1975-01-01' AND '2000-01-01' AND m.valid_to IS NULL AND o.valid_to IS NULL
         AND NOT EXISTS (SELECT FROM account a WHERE a.party_id IN (m.person_id, o.person_id)) ORDER BY 1 LIMIT 1`,
    );
    const [row] = await database.ask<{ id: string }>(`SELECT id FROM account WHERE login = 'farmer-2'`);
    await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, row!.id, kin!.one));
    const { id: other } = await rights.listedRight('other');
    const own = await rights.interested(other, given.as('farmer-2'), { offerYuan: '300' });
    await trade().post(`/interests/${own}/qualification`);
    await database.transaction((tx) =>
      tx.query(`UPDATE account SET party_id = $1 WHERE login = '101-surveyor-2'`, [kin!.other]),
    );
    await rights.paid(own, { paidOn: given.exchange.today });
    await given.pass(1);
    expect(await state(own)).toBe('qualified');
    expect(await given.as('farmer-2').get(`/interests/${own}`)).toMatchObject({ mayBid: false });
  });

  it('heard once more by who did not decide, and kept', async () => {
    const said = { topic: 'bar_length', facts: '时间太长，春耕要用地。' };
    expect((await given.as('farmer').send(`/barrings/${id}/appeals`, said)).statusCode).toBe(404);
    expect(await cooperative.get(`/barrings/${id}/appeals`)).toMatchObject({ action: 'appeal', blockers: [] });
    const at = await cooperative.post(`/barrings/${id}/appeals`, { ...said, evidence: photoOf('hospital again') });
    const { rows } = await given.as('supervisor').get<{ rows: object[] }>('/desk?kind=barring_appeal');
    expect(rows).toMatchObject([{ kind: 'barring_appeal', at }]);
    expect((await director().send(`${at}/acceptance`)).statusCode).toBe(403);
    await bars.judged(at, 'bar_kept');
    expect(await bars.see(id)).toMatchObject({ state: 'decided', appeals: [{ outcome: 'bar_kept' }] });
    expect((await given.page(at, cooperative)).body).toContain('不成立，维持决定');
    expect((await trade().ask(at)).statusCode).toBe(404);
    expect((await refusal(cooperative.post(`/barrings/${id}/appeals`, said))).text).toContain('一件只复核一次');
  });

  it('let in again when the director lifts it', async () => {
    expect((await reviewer().send(`/barrings/${id}/lifting`, { reason: '欠的已经补上' })).statusCode).toBe(403);
    await director().post(`/barrings/${id}/lifting`, { reason: '造成的损失已经补上' });
    expect(await bars.see(id)).toMatchObject({ state: 'lifted', endedReason: '造成的损失已经补上' });
    await trade().post(`/interests/${waiting}/qualification`);
    expect(await state(waiting)).toBe('qualified');
    const { papers, appeals } = await bars.see(id, cooperative);
    const answers = await cooperative.get<{ papers: { id: string }[] }>(`/cases/${appeals[0]?.id}`);
    const kinds = [...papers, ...answers.papers].map(({ id: paper }) =>
      director().get<{ kind: string }>(`/papers/${paper}/prints`),
    );
    expect((await Promise.all(kinds)).map(({ kind }) => kind)).toEqual([
      ...['barring_proposal', 'barring_decision', 'barring_lift', 'barring_appeal_answer'],
    ]);
  });

  it('let in at once when its appeal stands, though it had said nothing before', async () => {
    const farmer = given.as('farmer');
    const own = await bars.proposed(await bars.defaulted(farmer), { untilDay: until });
    await given.pass(5);
    expect(await bars.see(own)).toMatchObject({ state: 'proposed' });
    await given.pass(1);
    expect(await bars.see(own)).toMatchObject({ state: 'deciding', answer: null });
    await bars.decided(own, { untilDay: until });
    await bars.appealed(own, farmer, 'bar_lifted');
    expect(await bars.see(own)).toMatchObject({ state: 'lifted', appeals: [{ outcome: 'bar_lifted' }] });
  });

  it('not barred where the county drops it, heard or not', async () => {
    const interest = second;
    const one = await bars.proposed(interest, { untilDay: until });
    await reviewer().post(`/barrings/${one}/dropping`, { reason: '查明不是他的错' });
    expect(await bars.see(one)).toMatchObject({ state: 'dropped', fromDay: null });
    const again = await bars.proposed(interest, { untilDay: until });
    const paper = { said: '书面交来：那天洪水断了路。' };
    await reviewer().post(`/barrings/${again}/answer`, paper);
    await director().post(`/barrings/${again}/dropping`, { reason: '断路的事属实' });
    expect(await bars.see(again, cooperative)).toMatchObject({ state: 'dropped', endedReason: '断路的事属实' });
  });

  it('for so many months as the county has set, and free after its last day', async () => {
    const parameter = { value: '6', validFrom: given.exchange.today, basis: '县里规定：违约的六个月不得报名' };
    await given.as('administrator').post('/parameters/barringMonths/values', parameter);
    const interest = await bars.defaulted(cooperative);
    expect((await given.page(`/interests/${interest}/barrings`, reviewer())).body).toContain('禁入 6 个月');
    const wrong = { reason: '交了保证金、够了资格又退出', rule: '挂牌公告第七条', untilDay: until };
    expect(await faults(reviewer(), `/interests/${interest}/barrings`, wrong)).toContain('县里定的是 6 个月');
    const own = await bars.proposed(interest);
    await bars.answered(own, cooperative);
    const said = { findings: '退出是本人写的，查过没有凭证。', fromDay: given.exchange.today, untilDay: until };
    expect(await faults(director(), `/barrings/${own}/decision`, said)).toContain('县里定的是 6 个月');
    await bars.decided(own);
    const today = day(given.exchange.today);
    const { untilDay, fromDay } = await bars.see(own);
    expect([fromDay, untilDay]).toEqual([today, addDays(addMonths(today, 6), -1)]);
    await given.on(untilDay!, '23:50');
    expect(await bars.see(own)).toMatchObject({ state: 'decided' });
    await given.on(addDays(day(untilDay!), 1), '00:10');
    expect(await bars.see(own)).toMatchObject({ state: 'lapsed' });
    expect(await listed('lapsed')).toEqual([own]);
    expect([await listed('lifted'), await listed('dropped')]).toMatchObject([{ length: 2 }, { length: 2 }]);
    expect((await given.page('/transfers', cooperative)).body).toContain('违约禁入：期满');
  });
});
