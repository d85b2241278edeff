import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { Vault } from '#parties';
import { Sweeper } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { village } from '../support/given.js';
import { photoOf } from '../support/made-up-files.js';
import { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Walker, faultsOf, said, wayTo } from '../support/walker.js';

interface Home extends Record<string, unknown> {
  household: string;
  contract: string;
  parcel: string;
  head: string;
  name: string;
  sealed: Buffer;
  other: string;
  body: string;
  code: string;
}

const card = (seventeen: string): string => seventeen + identityCheck(seventeen);

describe('A clerk acts for a farmer who has no smartphone', () => {
  let exchange: TestExchange;
  let clerk: Walker;
  let home: Home;
  let number = '';
  let here = '';
  let session = '';
  const wish = { identityRead: 'card_reader', witness: '禾见证', readAloud: '念了全部内容，本人点头' };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    clerk = await Walker.signIn(exchange, `101-village-${village.slice(9)}`);
    const [row] = await exchange.database.ask<Home>(
      `SELECT h.id AS household, c.id AS contract, p.code AS parcel, n.id AS head, n.name, n.identity_sealed AS sealed,
         (SELECT m.person_id FROM member m WHERE m.household_id = h.id AND m.co_right AND m.person_id <> n.id LIMIT 1) AS other,
         b.name AS body, b.credit_code AS code
       FROM household h JOIN contract c ON c.contractor_id = h.id JOIN parcel p ON p.contract_id = c.id JOIN person n ON n.id = h.representative_id,
         (SELECT name, credit_code FROM body WHERE kind = 'cooperative' ORDER BY credit_code LIMIT 1) b
       WHERE h.office_code = $1 AND c.ends_on = '2059-09-30' AND (SELECT count(*) FROM member m WHERE m.household_id = h.id AND m.co_right) > 1
       ORDER BY h.contractor_code LIMIT 1`,
      [village],
    );
    home = row!;
    number = exchange.app.get(Vault).open('identity', home.sealed);
  });
  afterAll(() => exchange.close());

  it('is told at the field that a number fails its check', async () => {
    await clerk.open('/assisted/new');
    const wrong = `${card('99999919700101001').slice(0, 17)}${card('99999919700101001').endsWith('1') ? '2' : '1'}`;
    const refused = await clerk.send('/assisted', { ...wish, identityNumber: wrong });
    expect(faultsOf(refused.body)[0]).toContain('校验位不符');
    expect(refused.body).toContain('禾见证');
  });

  it('begins with card, witness and words, and every page says so', async () => {
    await clerk.open('/assisted/new');
    const begun = await clerk.send('/assisted', { ...wish, identityNumber: number, name: home.name });
    expect(begun.url).toBe('/transfers/new');
    expect(said(begun.body)).toContain(`正在代 ${home.name}户 办理`);
    expect(said((await clerk.open('/notices')).body)).toContain('正在代');
    const [row] = await exchange.database.ask<{ id: string }>('SELECT id FROM assisted_session WHERE ended_at IS NULL');
    session = row?.id ?? '';
  });

  it('fills in the application in the farmer’s name, from who to terms', async () => {
    here = (await clerk.send('/transfers/new', { side: 'out' })).url.replace('/who', '');
    const who = {
      kind: 'contracted',
      contractIds: home.contract,
      'transferee.kind': 'cooperative',
      'transferee.name': home.body,
      ability: '种粮 6 年，农机 8 台',
    };
    await clerk.open(`${here}/who`);
    const refused = await clerk.send(`${here}/who`, { ...who, 'transferee.number': '91370126MA3C000000' });
    expect(faultsOf(refused.body)[0]).toContain('统一社会信用代码校验位不符');
    expect(refused.body).toContain('91370126MA3C000000');
    expect((await clerk.send(`${here}/who`, { ...who, 'transferee.number': home.code })).url).toBe(`${here}/land`);
    expect((await clerk.send(`${here}/land`, { [`parcels.${home.parcel}.code`]: home.parcel })).url).toBe(
      `${here}/terms`,
    );
    const terms = {
      mode: 'lease',
      'term.start.year': '2026', 'term.start.month': '11', 'term.start.day': '10',
      'term.end.year': '2031', 'term.end.month': '11', 'term.end.day': '9',
      priceYuan: '900', payment: '一年一付，先付钱后种地', purpose: 'grain', 'declared.lease': '无', 'declared.dispute': '无', 'declared.credit': '无',
    }; // prettier-ignore
    expect((await clerk.send(`${here}/terms`, terms)).url).toBe(`${here}/materials`);
  });

  it('records the consent of the one who is there, and of nobody else without a signed paper', async () => {
    const way = wayTo((await clerk.open(`${here}/materials`)).body, 'consents');
    const consent = (personId: string | string[]) => clerk.send(way, { householdId: home.household, personId });
    const astray = await clerk.open(`${way.split('?')[0]}?next=//elsewhere.example`);
    expect(astray.body).not.toMatch(/href="\/\/elsewhere|action="[^"]*elsewhere/);
    expect((await clerk.open(way)).body).toContain(`href="${here}/materials"`);
    expect((await consent([home.head, home.other])).url).toContain('/consents');
    expect((await consent(home.other)).status).toBe(403);
    const given = await consent(home.head);
    expect(given.url).toBe(`${here}/materials`);
    const rows = await exchange.database.ask<{ method: string; session: string }>(
      `SELECT method, assisted_session_id AS session FROM consent WHERE about_kind = 'transfer' AND household_id = $1`,
      [home.household],
    );
    expect(rows).toEqual([{ method: 'assisted', session }]);
  });

  it('hands it in, and every act is marked as assisted', async () => {
    const [row] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM transfer ORDER BY created_at DESC LIMIT 1',
    );
    await clerk.open(`${here}/check`);
    const without = await clerk.send(`/transfers/${row?.id}/submission`);
    expect(said(without.body)).toContain('还没有传双方的身份证、营业执照');
    await clerk.upload(wayTo((await clerk.open(`${here}/materials`)).body, 'files'), {
      kind: 'identity',
      file: photoOf('both cards'),
    });
    const handed = await clerk.send(`/transfers/${row?.id}/submission`);
    expect(said(handed.body)).toMatch(/370126101A2609\d{4}/);
    const acts = await exchange.database.ask<{ action: string; assisted: { witness: string } | null }>(
      `SELECT action, assisted FROM step_history WHERE subject = 'transfer' AND subject_id = $1`,
      [row?.id],
    );
    expect(acts.map((act) => act.action)).toEqual(expect.arrayContaining(['draft', 'consent', 'submit']));
    expect(acts.every((act) => act.assisted?.witness === '禾见证')).toBe(true);
  });

  it('gives the farmer a receipt in large print, the same one when asked twice', async () => {
    const receipt = await clerk.open(`/assisted/${session}/receipt`);
    expect(receipt.body.slice(0, 5)).toBe('%PDF-');
    await clerk.open(`/assisted/${session}/receipt`);
    const papers = await exchange.database.ask<{ view: { person: string; done: string[]; nextBy: string } }>(
      `SELECT view FROM paper WHERE kind = 'case_receipt' AND subject_id = $1`,
      [session],
    );
    expect(papers).toHaveLength(1);
    expect(papers[0]?.view.person).toBe(home.name);
    expect(papers[0]?.view.done).toContain('提交到镇里');
    const town = await Walker.signIn(exchange, '101-clerk');
    const [row] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM transfer ORDER BY created_at DESC LIMIT 1',
    );
    expect(said((await town.open(`/transfers/${row?.id}`)).body)).toContain('办件回执');
    const [clock] = await exchange.database.ask<{ lastDay: string }>(
      'SELECT last_day AS "lastDay" FROM deadline WHERE subject_id = $1 AND closed_at IS NULL',
      [row?.id],
    );
    expect(papers[0]?.view.nextBy).toBe(clock?.lastDay);
  });

  it('cannot open the farmer’s draft once the farmer has gone', async () => {
    const ended = await clerk.send('/assisted/end');
    expect(ended.url).toBe(`/assisted/${session}`);
    expect((await clerk.open(`${here}/who`)).status).toBe(404);
  });

  it('cannot consent for everybody at once, nor for anybody, from the station alone', async () => {
    const [row] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM transfer ORDER BY created_at DESC LIMIT 1',
    );
    const station = new ApiClient(exchange.app, '101-village-226');
    const refused = await station.send(`/transfers/${row?.id}/consents`, {
      householdId: home.household,
      personId: home.other,
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('缺签字的同意书');
  });

  it('cannot hand in an application without the person', async () => {
    const draft = (await clerk.send('/transfers/new', { side: 'desk' })).url;
    expect(said((await clerk.open(draft)).body)).toContain('录入申请');
    expect(said((await clerk.open('/transfers/new')).body)).toContain('没有本人在场，只能先录草稿');
  });

  it('has its record closed by the clock when the clerk signs out in the middle', async () => {
    await clerk.open('/assisted/new');
    await clerk.send('/assisted', { ...wish, identityNumber: number });
    await clerk.send('/sign-out');
    await exchange.app.get(Sweeper).sweep();
    const open = await exchange.database.ask('SELECT id FROM assisted_session WHERE ended_at IS NULL');
    expect(open).toEqual([]);
  });
});
