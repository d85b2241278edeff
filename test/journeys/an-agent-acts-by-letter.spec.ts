import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { AccountsService, hashPassword, trainingPassword } from '#platform';
import { Vault } from '#parties';
import { clockActor, type Day } from '#kernel';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { TransferJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { said } from '../support/walker.js';

const agentNumber = `99999919780808004${identityCheck('99999919780808004')}`;
const agentName = '辛代耘';

describe('An agent acts for a household by its written letter', () => {
  let exchange: TestExchange;
  let given: Given;
  let clerk: ApiClient;
  let agent: ApiClient;
  let story: TransferStory;
  let household = '';
  let path = '';

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    clerk = given.as('101-clerk');
    story = await given.story({ parcels: (await given.land('2.00')).slice(0, 1) });
    await story.draft();
    await story.consents(1);
    path = `/transfers/${story.id}`;
    const [row] = await exchange.database.ask<{ id: string }>(
      'SELECT grantor_id AS id FROM transfer_parcel WHERE transfer_id = $1',
      [story.id],
    );
    household = row?.id ?? '';
  });
  afterAll(() => exchange.close());

  const letter = (more: Record<string, string> = {}) => ({
    householdId: household,
    agentName,
    agentIdNumber: agentNumber,
    powers: 'negotiate_and_sign',
    validTo: '2026-10-31',
    witness: '禾见证',
    readAloud: 'yes',
    ...more,
  });
  const give = async (more: Record<string, string> = {}) =>
    clerk.post(`${path}/powers-of-attorney`, {
      ...letter(more),
      file: await scan(`powerOfAttorney ${more['powers'] ?? ''}`),
    });
  const papers = async (kind: string) =>
    exchange.database.ask<{ number: string; view: { agentId: string; agent: string; validity: { text: string } } }>(
      `SELECT number, view FROM paper WHERE kind = $1 AND subject_id = $2`,
      [kind, story.id],
    );

  it('prints the letter first, numbered, without the agent’s number in clear, and one paper for one text', async () => {
    await clerk.post(`${path}/power-of-attorney-sheets`, letter());
    await clerk.post(`${path}/power-of-attorney-sheets`, letter());
    const printed = await papers('mandate');
    expect(printed.map((each) => each.number)).toEqual(['商农委〔2026〕第0001号']);
    expect(printed[0]?.view.agentId).not.toContain('19780808');
    const certifier = given.as('certifier');
    expect(await refusal(certifier.post(`${path}/power-of-attorney-sheets`, letter()))).toMatchObject({
      status: 409,
      type: 'sheet-not-now',
    });
  });

  it('prints it for somebody of the register as well, who is picked and not typed, and of no other town', async () => {
    const someone = async (town: string): Promise<{ id: string; name: string }> => {
      const [found] = await exchange.database.ask<{ id: string; name: string }>(
        `SELECT p.id, p.display_name AS name FROM member m JOIN party p ON p.id = m.person_id JOIN household h ON h.id = m.household_id
         WHERE h.office_code LIKE '${town}%' AND m.valid_to IS NULL AND h.id <> $1 ORDER BY p.id LIMIT 1`,
        [household],
      );
      return found!;
    };
    const [near, far] = [await someone('370126101'), await someone('370126102')];
    const { agentName: _name, agentIdNumber: _number, ...picked } = letter();
    await clerk.post(`${path}/power-of-attorney-sheets`, { ...picked, agentId: near.id });
    expect((await papers('mandate')).map(({ view }) => view.agent)).toContain(near.name);
    for (const agentId of [far.id, '00000000-0000-4000-8000-000000000000'])
      expect(await refusal(clerk.post(`${path}/power-of-attorney-sheets`, { ...picked, agentId }))).toMatchObject({
        ...{ status: 422, type: 'find-unknown' },
      });
    expect((await refusal(clerk.post(`${path}/power-of-attorney-sheets`, picked))).text).toContain('先找到这个人');
    const { found } = await clerk.get<{ found: { value: string }[] }>('/finders/person');
    expect(found.map(({ value }) => value)).toEqual([near.id]);
  });

  it('is asked until when, with 3, 5 and 10 years to pick and nothing chosen; the letter says the term in words', async () => {
    const form = (await given.page(`${path}/power-of-attorney-sheets`, clerk)).body;
    expect(said(form)).toMatch(/3 年.*5 年.*10 年.*写日期/);
    expect(form).not.toMatch(/value="P\d+Y" checked/);
    await clerk.post(`${path}/power-of-attorney-sheets`, letter({ validTo: 'P3Y' }));
    const texts = (await papers('mandate')).map(({ view }) => view.validity.text);
    expect(texts).toContain('3年');
    expect((await refusal(give({ validTo: 'P99X' }))).text).toContain('委托到哪天');
  });

  it.each([
    ['a day that has passed', { validTo: '2026-09-22' }, '不能早于今天'],
    [
      'a number that fails its check',
      { agentIdNumber: `${agentNumber.slice(0, 17)}${agentNumber.endsWith('1') ? '2' : '1'}` },
      '校验位',
    ],
  ])('is refused a letter with %s', async (_what, more, words) => {
    expect((await refusal(give(more))).text).toContain(words);
  });

  it('is refused as agent who is the transferee: the case is not handed in', async () => {
    const other = await given.story({ parcels: (await given.land('2.00')).slice(0, 1) });
    const [member] = await exchange.database.ask<{ name: string; sealed: Buffer }>(
      `SELECT n.name, n.identity_sealed AS sealed FROM household h JOIN person n ON n.id = h.representative_id
       WHERE h.office_code = '370126101226' AND n.born > '1960-01-01' AND h.id <> $1 ORDER BY h.contractor_code DESC LIMIT 1`,
      [household],
    );
    const number = exchange.app.get(Vault).open('identity', member!.sealed);
    const transferee = { kind: 'large_grower', name: member!.name, number };
    const { villageCode: _village, ...wish } = { ...other.wish, transferee };
    const body = { ...wish, mode: 'lease', payment: '每年十月前付下一年', ability: '有农机' };
    const here = await clerk.post('/transfers', body);
    await clerk.post(`${here}/files`, { kind: 'identity', file: await scan('identities') });
    const [grantor] = await exchange.database.ask<{ id: string }>(
      'SELECT grantor_id AS id FROM transfer_parcel WHERE transfer_id = $1',
      [here.split('/').at(-1)],
    );
    const own = { ...letter(), householdId: grantor?.id ?? '', agentName: member!.name, agentIdNumber: number };
    await clerk.post(`${here}/powers-of-attorney`, { ...own, file: await scan('own agent') });
    const blocked = await refusal(clerk.post(`${here}/submission`));
    expect(blocked).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(blocked.text).toContain('不能再代理转出方');
    await clerk.post(`${here}/withdrawal`, { remark: '代理人不对' });
  });

  it('acts from the day its scan is registered: sees the case and hands it in, within land and price', async () => {
    await give();
    const [person] = await exchange.database.ask<{ id: string }>(`SELECT id FROM person WHERE name = $1`, [agentName]);
    const accounts = exchange.app.get(AccountsService);
    const hash = await hashPassword(trainingPassword);
    await exchange.act(clockActor, async (act) => {
      const account = {
        login: 'agent', name: agentName, kind: 'party' as const, posts: [], password: trainingPassword,
        totpSecret: null, from: '2019-01-01' as Day, role: '演练代理人',
      }; // prettier-ignore
      const id = await accounts.openReady(act, account, hash);
      await act.tx.query('UPDATE account SET party_id = $2 WHERE id = $1', [id, person?.id]);
      await act.tx.query('UPDATE party SET account_id = $2 WHERE id = $1', [person?.id, id]);
    });
    agent = given.as('agent');
    const { powersOfAttorney } = await clerk.get<TransferJson>(path);
    expect(powersOfAttorney).toMatchObject([{ agent: agentName, inForce: true, blocker: null, validTo: '2026-10-31' }]);
    expect(JSON.stringify(await agent.get('/transfers'))).toContain(story.id);
    const { villageCode: _village, transferee: _same, ...wish } = story.wish;
    // The members consented to these very words.
    const terms = {
      ...wish,
      mode: 'lease',
      payment: '每年 10 月 20 日前付下一年',
      ability: '有农机',
      permits: ['soil'],
    };
    await agent.post(`${path}/application`, { ...terms, priceYuan: '850' });
    const low = await refusal(agent.post(`${path}/submission`));
    expect(low.text).toContain('委托书写的最低价是每亩每年 900.00 元，现在是 850.00 元');
    await agent.post(`${path}/application`, terms);
    await agent.post(`${path}/submission`);
    expect((await story.view()).stateName).toBe('submitted');
  });

  it('cannot consent for a member, and without every member the case is not reviewed', async () => {
    const [missing] = await exchange.database.ask<{ person: string }>(
      `SELECT person_id AS person FROM member m WHERE household_id = $1 AND co_right
         AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.about_id = $2 AND c.person_id = m.person_id)`,
      [household, story.id],
    );
    const said = await refusal(agent.post(`${path}/consents`, { householdId: household, personId: missing?.person }));
    expect(said).toMatchObject({ status: 403, type: 'not-your-consent' });
    await story.accept();
    expect((await refusal(story.endorse())).text).toContain('名共有人没有同意');
    await story.consents();
    await story.endorse();
  });

  it('stands at the station for the household while the letter runs; a stranger does not', async () => {
    const station = given.as('101-village-226');
    const [row] = await exchange.database.ask<{ code: string }>(
      'SELECT contractor_code AS code FROM household WHERE id = $1',
      [household],
    );
    const wish = {
      identityRead: 'card_reader',
      witness: '禾见证',
      readAloud: '念了全部内容，本人点头',
      actsFor: row?.code,
      name: '路人甲',
    };
    const stranger = `99999919790909001${identityCheck('99999919790909001')}`;
    const refused = await refusal(station.post('/assisted', { ...wish, identityNumber: stranger }));
    expect(refused.text).toContain('也没有在有效期里的委托书');
    await station.post('/assisted', { ...wish, name: agentName, identityNumber: agentNumber });
  });

  it('signs only while the letter runs and lets him sign; after its last day he is a stranger to the case', async () => {
    await given.go(story, 'signing', 'county_review');
    await story.scan();
    const trade = given.as('101-trade');
    const [today] = [exchange.today];
    expect(today < '2026-10-31').toBe(true);
    // The letter is taken back, and given anew to negotiate only.
    const [first] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM power_of_attorney WHERE principal_id = $1',
      [household],
    );
    await clerk.post(`${path}/power-of-attorney-revocations`, { powerOfAttorneyId: first?.id, reason: '换一份委托书' });
    expect((await refusal(trade.post(`${path}/signing`, { signedOn: today, signedBy: 'agent' }))).text).toContain(
      '没有登记过委托书',
    );
    await give({ powers: 'negotiate_only' });
    expect((await refusal(trade.post(`${path}/signing`, { signedOn: today, signedBy: 'agent' }))).text).toContain(
      '合同要委托人本人签',
    );
    const [second] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM power_of_attorney WHERE principal_id = $1 AND revoked_at IS NULL',
      [household],
    );
    await clerk.post(`${path}/power-of-attorney-revocations`, { powerOfAttorneyId: second?.id, reason: '可以代签了' });
    await give();
    await agent.get(path);
    await trade.post(`${path}/signing`, { signedOn: today, signedBy: 'agent' });
    exchange.setDay('2026-11-02');
    expect((await refusal(agent.get(path))).status).toBe(404);
  });
});
