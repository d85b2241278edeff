import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { Said } from '../support/acts-walked.js';
import { Given, refusal } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

interface Asked {
  id: string;
  state: string;
  question: string | null;
  answer: string | null;
  reason: string | null;
}
interface Desk {
  rows: { kind: string; id: string }[];
  counts: { kind: string; waiting: number; late: number }[];
}

describe('A lot is asked about', () => {
  let given: Given;
  let lots: GivenLots;
  let lot: Lot;
  let cooperative: ApiClient;
  const trade = () => given.as('101-trade');
  const ask = async (id: string, question: string, who = cooperative): Promise<string> =>
    (await who.post(`/listings/${id}/questions`, { question })).replace('/questions/', '');
  const lines = async (id: string, who: ApiClient): Promise<Asked[]> =>
    (await who.get<{ questions: Asked[] }>(`/listings/${id}`)).questions;
  const stateOf = async (id: string): Promise<string> => (await trade().get<Asked>(`/questions/${id}`)).state;
  const waits = async (who: ApiClient) =>
    (await who.get<Desk>('/desk')).counts.find(({ kind }) => kind === 'question') ?? null;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    cooperative = given.as('cooperative');
    const [home] = await lots.households(1);
    lot = await lots.listed({ household: home!.code, startsOn: '2027-06-01', endsOn: '2030-05-31' });
  }, 120_000);
  afterAll(() => given.close());

  it('by a party that signed in; until it is answered the office alone reads it, and who asked', async () => {
    expect((await refusal(ask(lot.id, '机井通电吗？', given.stranger))).status).toBe(401);
    expect((await refusal(ask(lot.id, '机井通电吗？', lots.station))).type).toBe('question-nobody');
    const id = await ask(lot.id, '机井通电吗？');
    expect(await lines(lot.id, given.stranger)).toEqual([]);
    expect(await lines(lot.id, given.as('farmer-2'))).toEqual([]);
    for (const who of [cooperative, lots.station, trade()])
      expect(await lines(lot.id, who)).toMatchObject([{ id, state: 'asked', question: '机井通电吗？' }]);
    expect((await given.as('farmer-2').ask(`/questions/${id}`)).statusCode).toBe(404);
    expect((await given.as('102-trade').ask(`/questions/${id}`)).statusCode).toBe(404);
    expect((await given.page(`/questions/${id}`, cooperative)).body).toContain('机井通电吗？');
    expect((await refusal(cooperative.post(`/questions/${id}/answer`, { answer: '通' }))).type).toBe('not-your-step');
    expect(await waits(lots.station)).toEqual({ kind: 'question', waiting: 1, late: 0, today: 0 });
  });

  it('is overdue on the desk when the days of the county are over, and is answered by the station', async () => {
    await given.pass(3);
    expect(await waits(lots.station)).toMatchObject({ waiting: 1, late: 1 });
    expect(await waits(trade())).toMatchObject({ late: 1 });
    const [{ id } = { id: '' }] = await lines(lot.id, cooperative);
    await lots.station.post(`/questions/${id}/answer`, { answer: '通，三相电到地头。' });
    expect(await waits(lots.station)).toMatchObject({ waiting: 0 });
    expect((await refusal(trade().post(`/questions/${id}/answer`, { answer: '不通' }))).type).toBe('step-not-open');
    expect((await refusal(trade().post(`/questions/${id}/setting-aside`, { reason: '问过了的' }))).type).toBe(
      'step-not-open',
    );
  });

  it('shows question and answer to everybody, without a name', async () => {
    const seen = await lines(lot.id, given.stranger);
    expect(seen).toMatchObject([{ state: 'answered', question: '机井通电吗？', answer: '通，三相电到地头。' }]);
    const { body } = await given.page(`/listings/${lot.id}`);
    expect(body).toContain('通，三相电到地头。');
    const [asker] = await given.exchange.database.ask<{ name: string; party: string }>(
      `SELECT p.display_name AS name, q.party_id AS party FROM question q JOIN party p ON p.id = q.party_id`,
    );
    const desk = await trade().get<object>(`/questions/${seen[0]!.id}`);
    for (const secret of [asker!.name, asker!.party])
      expect(body + JSON.stringify(seen) + JSON.stringify(desk)).not.toContain(secret);
  });

  it('refuses numbers of persons in question, answer and reason, and says none back', async () => {
    const identity = `99999919700101009${identityCheck('99999919700101009')}`;
    const fault = async (who: ApiClient, path: string, body: object) => {
      const answer = await who.send(path, body);
      const said = answer.json<Said & { errors: { detail: string }[] }>();
      return { status: answer.statusCode, errors: said.errors, body: answer.body };
    };
    const numbers = [
      ['10000000001', '手机号'],
      ['１００００ 0000-01', '手机号'],
      ['100\u200b0000\u00a00001', '手机号'],
      [identity, '身份证号'],
      ['6222 0212 3456 7890 128', '银行卡号'],
      ['1.0.0.0.0.0.0.0.0.0.1', '手机号'],
      ['一三八零零零零一二三四', '手机号'],
      ['0531-84870000', '座机号'],
    ] as const;
    for (const [number, label] of numbers) {
      const said = await fault(cooperative, `/listings/${lot.id}/questions`, { question: `给我回个话 ${number}` });
      expect(said).toMatchObject({ status: 422, errors: [{ pointer: '#/question' }] });
      expect(said.errors[0]!.detail).toContain(`第 7 个字起有一个${label}`);
      expect(said.body).not.toContain(number);
    }
    const id = await ask(lot.id, '12345 热线能问吗？一亩 900 元，2032-11-09 到期，能续吗？');
    expect(await fault(trade(), `/questions/${id}/answer`, { answer: '打 10000000001' })).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '#/answer' }] },
    });
    expect(await fault(trade(), `/questions/${id}/setting-aside`, { reason: '留了 10000000001' })).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '#/reason' }] },
    });
    expect((await refusal(ask(lot.id, '？'))).type).toBe('invalid-input');
    expect((await refusal(ask(lot.id, '问'.repeat(301)))).type).toBe('invalid-input');
    expect(await stateOf(id)).toBe('asked');
    await trade().post(`/questions/${id}/answer`, { answer: '能，工作时间都有人。' });
  });

  it('has a wrong answer put right by who may answer; what was said before stays to be read', async () => {
    const [{ id } = { id: '' }] = await lines(lot.id, given.stranger);
    const correct = (who: ApiClient, answer: string) => who.post(`/questions/${id}/correction`, { answer });
    const form = await lots.station.get<{ values: object }>(`/questions/${id}/correction`);
    expect(form.values).toEqual({ answer: '通，三相电到地头。' });
    expect((await refusal(correct(cooperative, '不通'))).type).toBe('not-your-step');
    expect((await refusal(correct(trade(), '通，三相电到地头。'))).text).toContain('和原来的答复一样');
    expect((await refusal(correct(trade(), '打零五三一八四八七零零零零问'))).text).toContain('座机号');
    await correct(trade(), '只通照明电。');
    await correct(lots.station, '通照明电，三相电到村口。');
    const [seen] = await lines(lot.id, given.stranger);
    expect(seen).toMatchObject({
      ...{ state: 'answered', answer: '通照明电，三相电到村口。' },
      earlier: [{ answer: '通，三相电到地头。' }, { answer: '只通照明电。' }],
    });
    const { body } = await given.page(`/listings/${lot.id}`);
    for (const said of ['通照明电，三相电到村口。', '更正过', '通，三相电到地头。']) expect(body).toContain(said);
    const rewritten = given.exchange.database.write(`UPDATE question SET answer = '通' WHERE id = $1`, [id]);
    await expect(rewritten).rejects.toThrow('an answer is lost');
  });

  it('is withdrawn by who asked, while nobody has answered', async () => {
    const id = await ask(lot.id, '算了吧，地在哪里？');
    const withdraw = (who: ApiClient) => who.post(`/questions/${id}/withdrawal`);
    expect((await refusal(withdraw(trade()))).type).toBe('not-your-step');
    await withdraw(cooperative);
    expect(await stateOf(id)).toBe('withdrawn');
    expect((await refusal(withdraw(cooperative))).type).toBe('step-not-open');
    expect((await refusal(trade().post(`/questions/${id}/answer`, { answer: '村东' }))).type).toBe('step-not-open');
    expect((await lines(lot.id, given.stranger)).map((line) => line.id)).not.toContain(id);
  });

  it('says why instead of what was said, where the town sets it aside; the station may not', async () => {
    const id = await ask(lot.id, '你们都是骗子');
    const aside = (who: ApiClient, reason: string) => who.post(`/questions/${id}/setting-aside`, { reason });
    expect((await refusal(aside(lots.station, '骂人的话'))).type).toBe('not-your-step');
    await aside(trade(), '骂人的话，和挂牌无关');
    expect((await lines(lot.id, given.stranger)).at(-1)).toMatchObject({
      ...{ state: 'set_aside', question: null, answer: null, reason: '骂人的话，和挂牌无关' },
    });
    const { body } = await given.page(`/listings/${lot.id}`);
    expect(body).toContain('骂人的话，和挂牌无关');
    expect(body).not.toContain('你们都是骗子');
  });

  it('takes so many open questions of one party, also when all are asked at once', async () => {
    const sent = await Promise.all(
      ['能种果树吗？', '路通到地头吗？', '能分开租吗？', '有水渠吗？'].map((question) =>
        cooperative.send(`/listings/${lot.id}/questions`, { question }),
      ),
    );
    const refused = sent.filter((answer) => answer.statusCode >= 400).map((answer) => answer.json<Said>());
    expect(refused).toMatchObject([
      { type: '/problems/question-too-many', detail: '还有 3 个提问没有答复，等答复了再问。' },
    ]);
    // Another party has a bound of its own.
    expect(await stateOf(await ask(lot.id, '能早点交地吗？', given.as('farmer')))).toBe('asked');
  });

  it('closes what was not answered when the lot is no longer on offer', async () => {
    const open = (await lines(lot.id, trade())).filter(({ state }) => state === 'asked');
    expect(open).toHaveLength(4);
    // While it stands still nobody asks, but what was asked is answered.
    await lots.interested(lot.id, cooperative);
    const reasons = { reason: '地界有争议，等调查', rule: '平台规则 止-01' };
    await given.as('director').post(`/listings/${lot.id}/suspension`, reasons);
    expect((await refusal(ask(lot.id, '还挂不挂？', given.as('farmer')))).type).toBe('question-closed');
    // Every clock stands still, also of who wants it; it goes on with what was left of it.
    const clocks = () =>
      given.exchange.database.ask<{ due: boolean; running: boolean; days: number }>(
        `SELECT w.due_at IS NOT NULL AS due, d.closed_at IS NULL AS running, d.working_days AS days
         FROM (SELECT id, due_at FROM question WHERE listing_id = $1 AND state = 'asked'
               UNION ALL SELECT id, due_at FROM interest WHERE listing_id = $1 AND state = 'registered') w
         JOIN LATERAL (SELECT * FROM deadline WHERE subject_id = w.id::text ORDER BY opened_at DESC LIMIT 1) d ON true`,
        [lot.id],
      );
    const all = (due: boolean) => Array.from({ length: 5 }, () => ({ due, running: due, days: 2 }));
    expect(await clocks()).toEqual(all(false));
    await given.pass(5);
    expect(await waits(trade())).toMatchObject({ waiting: 4 });
    await given.as('director').post(`/listings/${lot.id}/resumption`);
    expect(await clocks()).toEqual(all(true));
    await given.as('director').post(`/listings/${lot.id}/suspension`, reasons);
    await lots.station.post(`/questions/${open[0]!.id}/answer`, { answer: '不能种果树，是基本农田。' });
    await given.sweep();
    expect(await stateOf(open[1]!.id)).toBe('asked');
    await given.as('director').post(`/listings/${lot.id}/termination`, reasons);
    // Before the clock comes by nothing is published any more.
    const late = await refusal(trade().post(`/questions/${open[1]!.id}/answer`, { answer: '通。' }));
    expect(late.text).toContain('已经不在挂牌');
    await given.pass(1);
    expect(await Promise.all(open.slice(1).map(({ id }) => stateOf(id)))).toEqual(['closed', 'closed', 'closed']);
    expect(await waits(trade())).toMatchObject({ waiting: 0 });
    expect((await lines(lot.id, given.stranger)).map(({ state }) => state)).not.toContain('closed');
    expect(await lines(lot.id, given.stranger)).toHaveLength(4);
  });

  it('is not asked about before everybody sees it', async () => {
    const [home] = await lots.households(2);
    const drafted = await lots.entered({ household: home!.code, startsOn: '2027-06-01', endsOn: '2030-05-31' });
    expect((await refusal(ask(drafted.id, '什么时候挂？', lots.station))).type).toBe('question-closed');
    expect((await refusal(ask(drafted.id, '什么时候挂？'))).status).toBe(404);
  });
});
