import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal } from '../support/given.js';
import { GivenRights, rightsOf, terms } from '../support/rights.js';
import type { Lot } from '../support/lots.js';

describe('A right of another kind than contracted land', () => {
  let given: Given;
  let rights: GivenRights;
  const trade = () => given.as('101-trade');
  const reviewer = () => given.as('reviewer');

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    rights = await GivenRights.of(given);
  }, 120_000);
  afterAll(() => given.close());

  describe('goes from entry to closed on its own fields', () => {
    const kinds = Object.keys(rightsOf);
    const lots = new Map<string, string>();
    const bids = new Map<string, string>();
    const deals = new Map<string, string>();
    const at = (ids: Map<string, string>, kind: string): string => ids.get(kind) ?? '';

    it.each(kinds)('%s is listed, and somebody wants it', async (kind) => {
      const lot = await rights.listedRight(kind);
      expect(lot).toMatchObject({ kind, state: 'listed', parcels: [], consents: [] });
      lots.set(kind, lot.id);
      const { priceYuan = terms.priceYuan } = rightsOf[kind] as { priceYuan?: string };
      bids.set(kind, await rights.wanted(lot.id, given.as('cooperative'), priceYuan));
    });

    it('with its period over', async () => {
      await given.pass(8);
      const states = await Promise.all(kinds.map(async (kind) => (await rights.see(at(lots, kind))).state));
      expect(new Set(states)).toEqual(new Set(['qualifying']));
    });

    it('and four wastes to an outsider with the township’s approval alone', async () => {
      const id = at(lots, 'wasteland');
      expect((await refusal(reviewer().post(`/listings/${id}/agreement`))).text).toContain('乡镇人民政府批准');
      const approval = { number: '演政批〔2026〕1号', approvedOn: given.exchange.today, file: await scan('approval') };
      await given.as('101-clerk').post(`/listings/${id}/township-approval`, approval);
    });

    it.each(kinds)('%s is a deal whose result is on notice', async (kind) => {
      await reviewer().post(`/listings/${at(lots, kind)}/agreement`);
      const deal = await rights.dealOf(at(lots, kind));
      expect(deal).toMatchObject({ state: 'on_notice', contractNumber: null, papers: [{ title: '成交结果公示' }] });
      deals.set(kind, deal.id);
      await rights.proven(deal);
      expect((await given.page(`/notices/${deal.notice!.id}`)).statusCode).toBe(200);
      const [period] = await given.exchange.database.ask<{ days: number }>(
        `SELECT working_days AS days FROM deadline WHERE subject = 'notice' AND subject_id = $1 AND kind = 'state:running'`,
        [deal.notice!.id],
      );
      expect(period).toEqual({ days: 5 });
    });

    it('and its contract is drawn when the notice is over', async () => {
      await given.pass(7);
      const states = await Promise.all(kinds.map(async (kind) => (await rights.deal(at(deals, kind))).state));
      expect(new Set(states)).toEqual(new Set(['signing']));
    });

    it.each(kinds)('%s is signed', async (kind) => {
      const drawn = await rights.deal(at(deals, kind));
      expect(drawn).toMatchObject({ contractNumber: expect.stringContaining('农权合') });
      await rights.signed(drawn.id);
      expect((await given.page(`/right-deals/${drawn.id}`, trade())).body).toContain(drawn.contractNumber!);
    });

    it('and all of it is closed', async () => {
      await given.pass(1);
      for (const kind of kinds) {
        expect(await rights.deal(at(deals, kind))).toMatchObject({ state: 'closed', signedOn: expect.any(String) });
        expect(await rights.see(at(lots, kind))).toMatchObject({ state: 'closed' });
        expect(await given.as('director').get(`/interests/${at(bids, kind)}`)).toMatchObject({ state: 'over' });
        expect((await given.page(`/listings/${at(lots, kind)}`)).statusCode).toBe(200);
      }
    });

    it('with the clauses that its own law demands', async () => {
      const articles = async (kind: string) =>
        (await rights.deal(at(deals, kind))).clauses.map(({ name, article }) => `${name} ${article}`);
      expect(await articles('forest')).toContain('流转期限届满林地上的林木和固定生产设施的处置 森林法第十九条');
      expect(await articles('waterworks')).toContain('租赁物维修 民法典第七百零四条');
      expect(await articles('wasteland')).toContain('质量等级 农村土地承包法第二十二条、第四十九条');
      expect(await articles('knowledge')).toContain('技术信息和资料的保密 民法典第八百四十五条');
      expect(await articles('equipment')).toContain('违约责任 民法典第四百七十条');
    });
  });

  describe('from its holder to its result', () => {
    let lot: Lot;

    it('waits for the yes of its holder, and for a new one when its terms were typed over', async () => {
      const form = await given.page('/listings/rights?kind=forest', rights.station);
      expect(form.body).toContain('树种');
      expect(form.body).not.toContain('型号');
      expect(await rights.station.get('/listings/rights')).toBeDefined();
      expect((await given.page('/listings/desk', rights.station)).body).toContain('小型水利设施使用权</a>');
      lot = await rights.enteredRight('forest');
      const { id } = lot;
      expect((await given.page(`/listings/${id}/right-offer`, rights.station)).body).toContain('东山杨树林');
      await rights.station.post(`/listings/${id}/gathering`);
      expect((await refusal(rights.station.post(`/listings/${id}/submission`))).text).toContain('还没有决议');
      await rights.decided(id);
      await rights.station.post(`/listings/${id}/reopening`);
      const { kind: _kind, ...fields } = { ...terms, ...rightsOf['forest'], kind: '' };
      const { village: _village, ...typed } = fields;
      await rights.station.post(`/listings/${id}/right-offer`, {
        ...typed,
        treeAge: 9,
        priceYuan: '320',
        floorYuan: '310',
      });
      await rights.station.post(`/listings/${id}/gathering`);
      expect((await refusal(rights.station.post(`/listings/${id}/submission`))).text).toContain('还没有决议');
      await rights.decided(id, false);
      await rights.station.post(`/listings/${id}/submission`);
      await given.as('101-reviewer').post(`/listings/${id}/acceptance`);
      await reviewer().post(`/listings/${id}/approval`);
      lot = await rights.see(id);
      expect(lot).toMatchObject({ priceUnit: 'mu_year', areaMu: '42.5000', yearlyFen: 1_360_000 });
      expect(lot).toMatchObject({ own: expect.arrayContaining([{ name: 'species', label: '树种', value: '杨树' }]) });
      const { rows } = await given.stranger.get<{ rows: { id: string }[] }>(
        `/listings?q=${encodeURIComponent('东山杨树')}`,
      );
      expect(rows.map((row) => row.id)).toContain(id);
    });

    it('does not go to an outsider whom the assembly has not let in', async () => {
      await rights.wanted(lot.id, given.as('cooperative'), '330');
      await given.pass(8);
      expect((await refusal(reviewer().post(`/listings/${lot.id}/agreement`))).text).toContain('没有同意给外面的人');
      const ended = { reason: '集体不愿意给外面的人', rule: '农村土地承包法第五十二条' };
      await given.as('director').post(`/listings/${lot.id}/termination`, ended);
    });

    it('of a household leaves with its signed letter', async () => {
      const [home] = await rights.households(1);
      const { id } = await rights.enteredRight('equipment', { holder: home!.code });
      await rights.station.post(`/listings/${id}/gathering`);
      expect((await refusal(rights.station.post(`/listings/${id}/submission`))).text).toContain('委托书还没有交');
      await rights.station.post(`/listings/${id}/mandate`, { file: await scan('letter') });
      await rights.station.post(`/listings/${id}/submission`);
      expect(await rights.see(id)).toMatchObject({
        state: 'town_check',
        priceUnit: 'total',
        termEnd: null,
        areaMu: null,
      });
    });

    it('is on notice again after an objection that stands, and ends by the county', async () => {
      const { id } = await rights.listedRight('assets');
      await rights.wanted(id, given.as('cooperative'), '400');
      const { id: beside } = await rights.listedRight('other');
      await rights.wanted(beside, given.as('cooperative'), '300');
      await given.pass(8);
      await reviewer().post(`/listings/${id}/agreement`);
      const deal = await rights.dealOf(id);
      await reviewer().post(`/listings/${beside}/agreement`);
      const other = await rights.dealOf(beside);
      await rights.proven(other);
      const first = deal.notice!;
      const notice = await given.stranger.get<{
        text: { title: string; facts: { label: string; value: string }[] };
        acts: { action: string }[];
      }>(`/notices/${first.id}`);
      expect(notice.text.title).toContain('村仓库成交结果的公示');
      expect(notice.text.facts).toContainEqual(expect.objectContaining({ label: '价款', value: '400.00 元/年' }));
      expect(notice.acts.map(({ action }) => action)).not.toContain('claim');
      const reasons = { reason: '补正标的间数', rule: '平台规则 示-02' };
      expect((await refusal(reviewer().post(`/right-deals/${deal.id}/notice`, reasons))).text).toContain(
        '没有成立的异议',
      );
      await rights.proven(deal);
      const object = {
        kind: 'procedure',
        facts: '仓库只有五间，公示写了六间',
        name: '李演三',
        phone: '13900000001',
        relation: 'household',
      };
      const told = await given
        .as('101-village-226')
        .send(`/notices/${first.id}/objections`, { ...object, readBack: true });
      expect(told.statusCode).toBeLessThan(400);
      const { id: objection } = told.json();
      const coordination = given.as('101-coordination');
      await coordination.post(`/cases/${objection}/acceptance`);
      await given.pass(6);
      expect(await rights.deal(deal.id)).toMatchObject({ state: 'on_notice' });
      await coordination.post(`/cases/${objection}/decision`, {
        ...{
          outcome: 'upheld_curable',
          findings: '到现场数过，仓库一共是五间。',
          reasons: '公示的标的数量写错了，要改。',
          rule: '平台规则 示-02',
        },
      });
      await coordination.post(`/cases/${objection}/service`, { way: 'in_person' });
      await reviewer().post(`/right-deals/${deal.id}/notice`, reasons);
      const again = await rights.deal(deal.id);
      expect(again).toMatchObject({ state: 'on_notice' });
      expect(again.notice!.id).not.toBe(first.id);
      expect(await given.stranger.get(`/notices/${first.id}`)).toMatchObject({ state: 'withdrawn' });
      const end = { reason: '标的和公示不一样', rule: '平台规则 终-02' };
      await given.as('director').post(`/right-deals/${deal.id}/termination`, end);
      expect(await rights.deal(other.id)).toMatchObject({ state: 'signing' });
      await given.as('supervisor').post(`/right-deals/${other.id}/termination`, end);
      expect(await rights.deal(other.id)).toMatchObject({ state: 'fallen', endedReason: end.reason });
      expect(await given.stranger.get(`/notices/${again.notice!.id}`)).toMatchObject({ state: 'withdrawn' });
      await given.pass(1);
      expect(await rights.see(id)).toMatchObject({ state: 'failed', endedCode: 'deal_fell' });
    });
  });
});
