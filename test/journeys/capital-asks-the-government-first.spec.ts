import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Day, clockActor, identityCheck } from '#kernel';
import { Vault } from '#parties';
import { ParameterStore } from '#platform';
import { applicationOf } from '../../apps/exchange/src/training/made-up-wishes.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal, village } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

const number = (seventeen: string): string => seventeen + identityCheck(seventeen);

describe('Outside capital asks the government first', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const fill = (
    key: 'capitalThresholds' | 'capitalTransfereeKinds',
    value: unknown,
    from = '2026-09-01',
  ): Promise<void> =>
    exchange.act(clockActor, (act) =>
      exchange.app.get(ParameterStore).set(act, { key, value, validFrom: from as Day, basis: '演练' }),
    );
  const thresholds = [
    { fromMu: '0', toMu: '5', authority: 'none', basis: '演政发〔2026〕1号' },
    { fromMu: '5', toMu: null, authority: 'county', basis: '演练用分级标准' },
  ];
  const farmer = { kind: 'large_grower', name: '谷演丰', number: number('99999919800101003') };
  const reviewed = async (transferee: { kind: string; name: string; number: string }, area = '6.00') => {
    const story = await given.transfer({ state: 'county_review', parcels: await given.land(area), transferee });
    await story.review();
    return story;
  };
  /** A person of the village itself, whose household’s land is not asked for. */
  const villager = async (): Promise<{ name: string; number: string }> => {
    const [row] = await exchange.database.ask<{ name: string; sealed: Buffer }>(
      `SELECT n.name, n.identity_sealed AS sealed FROM person n JOIN member m ON m.person_id = n.id JOIN household h ON h.id = m.household_id
       WHERE h.office_code = $1 AND n.born BETWEEN '1970-01-01' AND '1995-01-01' ORDER BY h.contractor_code DESC LIMIT 1`,
      [village],
    );
    return { name: row!.name, number: exchange.app.get(Vault).open('identity', row!.sealed) };
  };

  describe('while the county’s table is empty', () => {
    beforeAll(() => fill('capitalThresholds', []));

    it('passes nobody from outside, and the administrator is told on the page of numbers', async () => {
      const story = await reviewed(farmer, '3.00');
      const refused = await refusal(story.approve());
      expect(refused.text).toContain('社会资本分级表还没有填');
      const administrator = await Walker.signIn(exchange, 'administrator');
      expect(said((await administrator.open('/parameters')).body)).toContain('一件也通不过县级审核');
    });

    it('passes a member of the collective, whatever he calls himself', async () => {
      const story = await reviewed({ kind: 'large_grower', ...(await villager()) });
      const reviewer = given.as('101-reviewer');
      const asked = { applicationNumber: '社审 1', acceptedOn: '2026-09-23' };
      const refused = await refusal(reviewer.post(`/transfers/${story.id}/capital-application`, asked));
      expect(refused.type).toBe('capital-approval-not-needed');
      await story.approve();
    });
  });

  describe('with a table that was kept before it had to begin at 0 mu', () => {
    const kept = [{ fromMu: '5.0000', toMu: null, authority: 'county', basis: '演练用分级标准' }];

    it('exempts nobody below it, says so on the page of numbers, and cannot be set anew', async () => {
      await expect(fill('capitalThresholds', kept)).rejects.toThrow();
      const parameter = '/parameters/capitalThresholds/values';
      const sent = { value: JSON.stringify(kept), validFrom: exchange.today, basis: '演练会议纪要' };
      const told = await refusal(given.as('administrator').post(parameter, sent));
      expect(told.text).toContain('第一行从 0 亩写起');
      await fill('capitalThresholds', thresholds);
      await exchange.database.write(
        `INSERT INTO parameter_value (key, value, valid_from, basis, set_by, set_at)
         VALUES ('capitalThresholds', $1, '2026-09-02', '演练', '演练', $2)`,
        [JSON.stringify(kept), exchange.clock.now()],
      );
      const stranger = { kind: 'outside_person', name: '江演舟', number: number('99999919810303006') };
      const story = await reviewed(stranger, '3.00');
      expect((await refusal(story.approve())).text).toContain('3.00 亩，社会资本分级表还没有填到这个数');
      const administrator = await Walker.signIn(exchange, 'administrator');
      expect(said((await administrator.open('/parameters')).body)).toContain('没有从 0 亩写起');
    });
  });

  describe('with the table filled', () => {
    beforeAll(() => fill('capitalThresholds', thresholds, '2026-09-03'));

    it.each([
      ['a large grower from outside', farmer],
      ['a family farm', null],
    ])('stops %s as it stops a company', async (_who, person) => {
      const [farm] = await exchange.database.ask<{ name: string; number: string; legalRepresentative: string }>(
        `SELECT name, credit_code AS number, legal_representative AS "legalRepresentative" FROM body WHERE kind = 'family_farm' LIMIT 1`,
      );
      const story = await reviewed(person ?? { kind: 'family_farm', ...farm! });
      expect((await refusal(story.approve())).text).toContain('要由县政府审批，还没有审批');
    });

    it('lets a family farm pass where the county took farms off its list, and a person never', async () => {
      await fill('capitalTransfereeKinds', ['cooperative', 'leading_enterprise', 'enterprise', 'other']);
      const [farm] = await exchange.database.ask<{ name: string; number: string; legalRepresentative: string }>(
        `SELECT name, credit_code AS number, legal_representative AS "legalRepresentative" FROM body WHERE kind = 'family_farm' LIMIT 1`,
      );
      await (await reviewed({ kind: 'family_farm', ...farm! })).approve();
      expect((await refusal((await reviewed(farmer)).approve())).text).toContain('要由县政府审批');
    });

    it('takes the answer with its paper, its days in order and its own land, and the notice prints its number', async () => {
      const story = await reviewed(farmer);
      const reviewer = given.as('101-reviewer');
      const town = await Walker.signIn(exchange, '101-reviewer');
      const path = `/transfers/${story.id}`;
      expect((await town.open(path)).body).toContain(`${path}/capital-application`);
      await reviewer.post(`${path}/capital-application`, { applicationNumber: '社审 7', acceptedOn: '2026-09-23' });
      expect(said((await town.open(`${path}/capital-decision`)).body)).toContain('批文的扫描件一定要传');
      const answer = {
        ...{ decision: 'approved', decisionNumber: '商政批 7', decidedOn: '2026-09-23' },
        ...{ validAreaMu: '6.00', validTo: '2033-01-01' },
      };
      const send = async (more: object = {}) =>
        reviewer.post(`${path}/capital-decision`, { ...answer, ...more, file: await scan('licence') });
      expect((await refusal(reviewer.post(`${path}/capital-decision`, answer))).text).toContain('请传“批文”');
      expect((await refusal(send({ decidedOn: '2026-09-24' }))).text).toContain('不能晚于今天');
      expect((await refusal(send({ decidedOn: '2026-09-22' }))).text).toContain('不能早于受理');
      await send();
      await story.approve();
      const { noticeId } = await story.view();
      expect(said((await town.open(`/notices/${noticeId}`)).body)).toContain('县政府审批同意，文号 商政批 7');
    });

    it('does not carry over to other land of the same size', async () => {
      const story = await reviewed(farmer);
      const reviewer = given.as('101-reviewer');
      const path = `/transfers/${story.id}`;
      await reviewer.post(`${path}/capital-application`, { applicationNumber: '社审 8', acceptedOn: '2026-09-23' });
      const answer = {
        ...{ decision: 'approved', decisionNumber: '商政批 8', decidedOn: '2026-09-23' },
        ...{ validAreaMu: '60.00', validTo: '2033-01-01' },
      };
      await reviewer.post(`${path}/capital-decision`, { ...answer, file: await scan('licence 8') });
      await story.countyReturn();
      await story.returnForCorrection('地块', '换成双方说好的地块');
      const { villageCode: _village, ...wish } = { ...story.wish, parcels: await given.land('6.00') };
      const clerk = given.as('101-clerk');
      const body = { ...wish, mode: 'lease', payment: '每年 10 月 20 日前付下一年', ability: '经营土地 6 年' };
      await clerk.post(`${path}/application`, body);
      const seen = await Walker.signIn(exchange, '101-reviewer');
      expect(said((await seen.open(path)).body)).toContain('现在的受让方、地块、面积或者期限不在批准的范围里');
    });

    it('adds what he has under way in all towns: two at once do not slip below the row, and a lone one passes', async () => {
      const grower = { kind: 'outside_person', name: '林演远', number: number('99999919820202005') };
      const first = await given.transfer({
        state: 'county_review',
        parcels: await given.land('4.00'),
        transferee: grower,
      });
      const [plot] = await given.plots(1, 2);
      const parcels = [{ code: plot!.parcels[0]!.code, side: 'east', areaMu: '2.00' }];
      const second = await given.transfer({ state: 'county_review', ...plot!, parcels, transferee: grower });
      for (const each of [first, second]) await each.review();
      expect((await refusal(first.approve())).text).toContain(
        '本件 4.00 亩，加上他已经有的和在办的 2.00 亩，一共 6.00 亩要由县政府审批',
      );
      expect((await refusal(second.approve())).text).toContain('本件 2.00 亩，加上他已经有的和在办的 4.00 亩');
      const seen = await Walker.signIn(exchange, '101-reviewer');
      expect(said((await seen.open(`/transfers/${first.id}`)).body)).toContain('他在全县已经有的和在办的 2.00 亩');
      await second.withdraw();
      await first.approve();
    });

    it('wants the letter of intent with the application', async () => {
      const story = await given.story({ parcels: await given.land('6.00'), transferee: farmer });
      const clerk = given.as('101-clerk');
      const id = (await clerk.post('/transfers', applicationOf(story.wish))).replace('/transfers/', '');
      await clerk.post(`/transfers/${id}/files`, { kind: 'identity', file: await scan('both identities') });
      const refused = await refusal(clerk.post(`/transfers/${id}/submission`));
      expect(refused.text).toContain('还没有传双方签字的流转意向协议书');
      await clerk.post(`/transfers/${id}/files`, { kind: 'intent', file: await scan('letter of intent') });
      await clerk.post(`/transfers/${id}/submission`);
    });
  });
});
