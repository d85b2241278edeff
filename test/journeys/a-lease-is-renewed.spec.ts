import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker } from '../support/walker.js';
import type { TransferJson } from '../support/transfer-json.js';
import { type EndingJson, check, lettersOf, verify } from '../support/leases.js';

/** 流转期限届满，受让方在同等条件下优先续约（流转办法第10条）；期限不得超过承包期的剩余期限（承包法第38条第3项）. */
describe('A lease is renewed', () => {
  let given: Given, exchange: TestExchange;
  let clerk: ApiClient, cooperative: ApiClient;
  let lease: TransferStory, other: TransferStory, renewal: TransferStory;

  beforeAll(async () => {
    given = await Given.open('2025-09-23T09:00:00+08:00');
    ({ exchange } = given);
    clerk = given.as('101-clerk');
    const term = { start: '2025-11-10', end: '2026-11-30' };
    lease = await given.transfer({ state: 'certified', term, parcels: await given.land('12.00') });
    other = await given.transfer({ state: 'certified', term, parcels: await given.land('11.00') });
    await given.on('2025-11-10');
    cooperative = await given.speaksFor('cooperative', lease, 'transferee');
  }, 180_000);
  afterAll(() => exchange.close());

  const depositOf = async (story: TransferStory): Promise<string | undefined> => {
    const ask = 'SELECT state FROM deposit WHERE subject_id = $1';
    return (await exchange.database.ask<{ state: string }>(ask, [story.id]))[0]?.state;
  };

  it('runs, and a year ahead is too early to ask for more', async () => {
    const view = await clerk.get<TransferJson>(`/transfers/${lease.id}`);
    expect(view.state).toBe('in_force');
    const act = view.acts.find((each) => each.action === 'renew');
    expect([act?.enabled, act?.blockers[0]?.rule]).toEqual([false, 'renewal-window']);
    expect(act?.blockers[0]?.text).toContain('从 2025年11月30日 起');
    const early = await refusal(clerk.post(`/transfers/${lease.id}/renewal`, { end: '2029-11-30' }));
    expect(early.type).toBe('step-blocked');
  });

  it('is about to end, and both parties are told a hundred and twenty days ahead, once', async () => {
    await given.on('2026-08-01');
    expect(await lettersOf(given, lease)).not.toContain('expiry_reminder');
    await given.on('2026-08-03');
    await given.on('2026-08-03', '15:00');
    const view = await cooperative.get<TransferJson>(`/transfers/${lease.id}`);
    const letters = view.papers.filter(({ kind }) => kind === 'expiry_reminder');
    expect(letters).toHaveLength(1);
    const [paper] = await exchange.database.ask<{ parties: string[]; view: { requestFrom: string } }>(
      'SELECT party_ids AS parties, view FROM paper WHERE number = $1',
      [letters[0]?.number],
    );
    const [deal] = await exchange.database.ask<{ holder: string; grantor: string }>(
      `SELECT t.transferee_id AS holder, tp.grantor_id AS grantor FROM transfer t JOIN transfer_parcel tp ON tp.transfer_id = t.id WHERE t.id = $1`,
      [lease.id],
    );
    expect(paper?.parties).toEqual(expect.arrayContaining([deal?.holder, deal?.grantor]));
    expect(paper?.view.requestFrom).toBe('2026-09-01');
    const soon = (path = '/desk/ending') => given.as('101-trade').get<EndingJson>(path);
    const [line] = (await soon()).rows.filter(({ id }) => id === lease.id);
    expect(line).toMatchObject({ renewalState: null, depositState: 'held', reminded: true });
    const shown = (await (await Walker.signIn(exchange, '101-trade')).open('/desk/ending')).body;
    for (const words of ['没有申请续期', '保障金：已缴存', '已提醒']) expect(shown).toContain(words);
    const first = await soon('/desk/ending?limit=1&sort=largest');
    const next = await soon(first.next.replace(/^\/api/, ''));
    expect([...first.rows, ...next.rows].map(({ id }) => id)).toEqual([lease.id, other.id]);
    expect((await soon('/desk/ending?renewal=asked')).rows).toEqual([]);
  });

  it('is followed by number and code, without names: the letter is listed and says what to do', async () => {
    const { number, followCode } = await cooperative.get<TransferJson>(`/transfers/${lease.id}`);
    const answer = await exchange.app.inject({
      method: 'POST',
      url: '/api/follow',
      payload: { number, code: followCode },
    });
    const { case: found } = answer.json<{ case: { letters: { kind: string }[] } }>();
    expect(found.letters.map(({ kind }) => kind)).toContain('expiry_reminder');
    expect(found).toMatchObject({ end: '2026-11-30', renewFrom: '2026-09-01', renewBy: '2026-11-30' });
  });

  it('is renewed by its transferee alone, neither beyond the contract nor before the day after', async () => {
    const ask = (end: string, who: ApiClient) => refusal(who.post(`/transfers/${lease.id}/renewal`, { end }));
    expect((await ask('2029-11-30', given.as('102-clerk'))).status).toBe(404);
    expect((await ask('2029-11-30', given.as('101-reviewer'))).type).toBe('not-your-step');
    expect((await ask('2029-11-30', given.as('farmer-2'))).status).toBe(404);
    await given.speaksFor('farmer-2', lease, 'transferor');
    const said = await ask('2029-11-30', given.as('farmer-2'));
    expect([said.type, said.text.includes('由受让方申请')]).toEqual(['step-blocked', true]);
    expect((await ask('2026-11-30', cooperative)).text).toContain('2026年12月1日');
    expect((await ask('2099-11-30', cooperative)).text).toContain('农村土地承包法第38条第3项');
    expect((await ask('2029-02-30', cooperative)).text).toContain('没有 2029-02-30 这一天');
    expect((await refusal(clerk.post('/transfers', { ...lease.wish, renewsId: lease.id }))).status).toBe(422);
    expect((await clerk.get<TransferJson>(`/transfers/${lease.id}`)).renewal).toBeNull();
  });

  it('begins as a draft of its own with the same parties, land and terms, from the day after the last', async () => {
    const form = `/transfers/${lease.id}/renewal`;
    expect(await cooperative.get<object>(form)).toMatchObject({ values: { priceYuan: '900.00' } });
    const { body } = await (await Walker.signIn(exchange, 'cooperative')).open(form);
    expect(body).toMatch(/name="end.years" value="P3Y">.*name="end.years" value="P10Y">/s);
    const href = await cooperative.post(form, { end: 'P2Y' });
    renewal = await given.story({
      ...lease.wish,
      term: { start: '2026-12-01', end: '2028-11-30' },
    });
    renewal.id = href.replace('/transfers/', '');
    const rows = await exchange.database.ask<{ term: string; transferee: string; price: string; parcels: string }>(
      `SELECT t.term::text AS term, t.transferee_id AS transferee, t.price_fen::text AS price,
         (SELECT string_agg(tp.parcel_id || tp.area_mu::text, ',' ORDER BY tp.seq) FROM transfer_parcel tp WHERE tp.transfer_id = t.id) AS parcels
       FROM transfer t WHERE t.id = ANY($1) ORDER BY t.created_at`,
      [[lease.id, renewal.id]],
    );
    expect(rows[1]).toEqual({ ...rows[0], term: '[2026-12-01,2028-12-01)' });
    const [before, after] = [
      await clerk.get<TransferJson>(`/transfers/${lease.id}`),
      await clerk.get<TransferJson>(`/transfers/${renewal.id}`),
    ];
    expect(before.renewal).toMatchObject({ id: renewal.id, state: 'draft', endsOn: '2028-11-30' });
    expect(after.renews).toMatchObject({ id: lease.id, state: 'in_force', endsOn: '2026-11-30' });
    const twice = await refusal(clerk.post(`/transfers/${lease.id}/renewal`, { end: '2027-11-30' }));
    expect([twice.type, twice.text.includes('已经有一件续期')]).toEqual(['step-blocked', true]);
    await expect(
      exchange.database.write(`UPDATE transfer SET renews_id = $1 WHERE id = $2`, [lease.id, other.id]),
    ).rejects.toMatchObject({ constraint: 'transfer_one_renewal' });
  });

  it('is no renewal any more for somebody else, from another day or with other land', async () => {
    const changed = {
      ...lease.wish,
      mode: 'lease',
      payment: '每年 10 月 20 日前付下一年',
      ability: '经营土地 6 年',
      term: { start: '2026-12-05', end: '2028-11-30' },
      transferee: { kind: 'outside_person', name: '演别人', number: '999999198001010011' },
    };
    const { villageCode: _village, ...application } = changed;
    await clerk.post(`/transfers/${renewal.id}/application`, application);
    const said = await refusal(clerk.post(`/transfers/${renewal.id}/submission`));
    expect(said.text).toContain('要和原流转是同一个');
    expect(said.text).toContain('从原流转到期的次日 2026年12月1日 起');
    const { transferee: _other, ...same } = application;
    await clerk.post(`/transfers/${renewal.id}/application`, {
      ...same,
      transferee: lease.wish.transferee,
      term: { start: '2026-12-01', end: '2028-11-30' },
    });
  });

  it('asks every member of the transferors anew, and tells them in a letter', async () => {
    await renewal.submit();
    const letters = await lettersOf(given, renewal);
    expect(letters).toEqual(expect.arrayContaining(['renewal_request', 'application']));
    await renewal.accept();
    expect((await refusal(renewal.endorse())).text).toContain('同意');
    await renewal.consents();
    await renewal.endorse();
  });

  it('goes the whole path beside the running right, and is certified before that ends', async () => {
    await renewal.survey();
    await renewal.submitToCounty();
    await renewal.review();
    await renewal.approve();
    const [notice] = await exchange.database.ask<{ kind: string }>('SELECT kind FROM notice WHERE subject_id = $1', [
      renewal.id,
    ]);
    expect(notice?.kind).toBe('renewal');
    await renewal.proveScreens();
    await renewal.proveBoard();
    await given.pass(8);
    await renewal.scan();
    await renewal.sign();
    await renewal.file();
    await renewal.pay();
    await renewal.record();
    await renewal.certify();
    expect([(await lease.view()).stateName, (await renewal.view()).stateName]).toEqual(['in_force', 'certified']);
    const [old, fresh] = [await verify(given, lease), await verify(given, renewal)];
    expect([old.state, fresh.state]).toEqual(['valid', 'valid']);
    expect(old.renewal).toMatchObject({ termStart: '2026-12-01' });
    expect([old.state, fresh.state, fresh.startsLater]).toEqual(['valid', 'valid', true]);
  });

  it('is handed on to its renewal at midnight; what nobody renewed expires, each with a letter to both sides', async () => {
    await given.on('2026-11-30', '23:50');
    expect([(await lease.view()).stateName, (await other.view()).stateName]).toEqual(['in_force', 'in_force']);
    await given.on('2026-12-01', '00:10');
    const states = [await lease.view(), await renewal.view(), await other.view()].map((view) => view.stateName);
    expect(states).toEqual(['renewed', 'in_force', 'expired']);
    for (const story of [lease, other]) expect(await lettersOf(given, story)).toContain('expiry');
    const rights = await exchange.database.ask<{ status: string }>(
      `SELECT status FROM management_right WHERE subject_id = ANY($1) ORDER BY lower(term)`,
      [[lease.id, renewal.id]],
    );
    expect(rights.map((right) => right.status)).toEqual(['ended', 'active']);
    // The land stays where it is with the renewal; what expired keeps its deposit until the land is back.
    expect([await depositOf(lease), await depositOf(renewal), await depositOf(other)]).toEqual([
      ...['releasing', 'held', 'held'],
    ]);
  });

  it('is told rightly to whoever checks either certificate', async () => {
    const [old, fresh, expired] = [
      await verify(given, lease),
      await verify(given, renewal),
      await verify(given, other),
    ];
    expect([old.state, fresh.state, expired.state]).toEqual(['renewed', 'valid', 'expired']);
    expect((await check(given, old.renewal?.href ?? '')).state).toBe('valid');
    expect(expired.renewal).toBeNull();
    const certifier = given.as('certifier');
    const ids = await exchange.database.ask<{ id: string }>(
      'SELECT c.id FROM certificate c JOIN transfer t ON t.id = c.transfer_id WHERE t.id = ANY($1) ORDER BY t.created_at',
      [[lease.id, renewal.id]],
    );
    const [before, after] = ids.map((row) => row.id) as [string, string];
    const seen = (id: string): Promise<object> => certifier.get(`/certificates/${id}`);
    expect([await seen(before), await seen(after)]).toMatchObject([
      { renewsId: null, renewalId: after },
      { renewsId: before, renewalId: null },
    ]);
  });

  it('leaves a desk to see that land comes back where nobody renewed', async () => {
    const trade = given.as('101-trade');
    const out = async (query = ''): Promise<string[]> =>
      (await trade.get<EndingJson>(`/desk/land-out${query}`)).rows.map((row) => row.id);
    expect([await out('?state=expired'), await out('?state=terminated')]).toEqual([[other.id], []]);
    const back = (returnedOn: string, who = trade) =>
      who.post(`/transfers/${other.id}/land-return`, { returnedOn, remark: '转出方到场验收' });
    expect((await refusal(back('2026-12-20'))).text).toContain('不能晚于今天');
    expect((await refusal(back('2026-12-01', given.as('101-finance')))).type).toBe('not-your-step');
    expect((await other.view()).stateName).toBe('expired');
    expect(await depositOf(other)).toBe('held');
    await back('2026-12-01');
    expect(await depositOf(other)).toBe('releasing');
    expect((await refusal(back('2026-12-01'))).text).toContain('已经交还');
    expect((await refusal(trade.post(`/transfers/${lease.id}/land-return`, { returnedOn: '2026-12-01' }))).type).toBe(
      'step-not-open',
    );
    expect(await out()).toEqual([]);
    expect((await clerk.get<TransferJson>(`/transfers/${other.id}`)).landReturnedOn).toBe('2026-12-01');
    expect((await refusal(clerk.post(`/transfers/${other.id}/renewal`, { end: '2029-11-30' }))).type).toBe(
      'step-not-open',
    );
  });
});
