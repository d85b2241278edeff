import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Day, clockActor, identityCheck } from '#kernel';
import { Vault } from '#parties';
import { ParameterStore } from '#platform';
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

  const fill = (key: 'capitalThresholds' | 'capitalTransfereeKinds', value: unknown): Promise<void> =>
    exchange.act(clockActor, (act) =>
      exchange.app.get(ParameterStore).set(act, { key, value, validFrom: '2026-09-01' as Day, basis: '演练' }),
    );
  const thresholds = [{ fromMu: '5.0000', toMu: null, authority: 'county', basis: '演练用分级标准' }];
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

  describe('with the table filled', () => {
    beforeAll(() => fill('capitalThresholds', thresholds));

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
  });
});
