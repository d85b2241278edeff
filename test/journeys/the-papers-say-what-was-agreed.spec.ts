import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, identityCheck } from '#kernel';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

/** What these papers say, as far as this story asks. */
interface Said {
  terms: Record<string, unknown>;
  rent: object;
  consents: object;
  lessor: { representativeId: string };
  deposit: { agreed: boolean; fen: number | null; waiver: string };
  breach: { lateRent: string };
  disputes: { court: boolean | null };
  subsidies: string;
  declared: object;
  missingConsents: number;
}

const number = (seventeen: string): string => seventeen + identityCheck(seventeen);

describe('The papers say what was agreed, and nothing that nobody was asked', () => {
  let exchange: TestExchange;
  let given: Given;
  let clerk: ApiClient;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
    clerk = given.as('101-clerk');
  });
  afterAll(() => exchange.close());

  /** The story’s application with more in it than the story types. */
  const story = async (more: object, area = '12.00', changes: Parameters<Given['wish']>[0] = {}) => {
    const made = await given.story({ parcels: await given.land(area), ...changes });
    const { villageCode: _village, ...wish } = made.wish;
    const body = { ...wish, mode: 'lease', payment: '每年 10 月 20 日前付下一年', ability: '经营土地 6 年', ...more };
    const path = await clerk.post('/transfers', body);
    made.id = path.replace('/transfers/', '');
    await clerk.post(`${path}/files`, { kind: 'identity', file: await scan(`identity ${made.id}`) });
    return made;
  };
  const viewOf = async (kind: 'application' | 'contract', id: string): Promise<Said> => {
    const [row] = await exchange.database.ask<{ view: Said }>(
      'SELECT view FROM paper WHERE kind = $1 AND subject_id = $2 ORDER BY made_at DESC LIMIT 1',
      [kind, id],
    );
    return row!.view;
  };
  const none = { lease: '无', dispute: '无', credit: '无' };

  it('ticks the way of paying, what was asked, and the very deposit that will be asked for', async () => {
    const asked = await story({
      ...{ payment: '一次付清；合同签订后十日内', permits: ['soil', 'facilities'], fixtures: '机井一眼，期满归转出方' },
      declared: none,
    });
    await asked.consents();
    await given.go(asked, 'signing', 'submitted');
    const view = await viewOf('contract', asked.id);
    expect(view.rent).toMatchObject({ oneOff: true, instalments: false });
    expect(view.consents).toMatchObject({ soil: true, facilities: true, mortgage: false, retransfer: false });
    expect(view.terms['fixtures']).toBe('机井一眼，期满归转出方');
    expect(view.lessor.representativeId).toMatch(/^999999/);
    expect(view.deposit.agreed).toBe(true);
    await given.go(asked, 'deposit', 'filing');
    const [deposit] = await exchange.database.ask<{ amount: number }>(
      'SELECT amount_fen AS amount FROM deposit WHERE subject_id = $1',
      [asked.id],
    );
    expect(view.deposit.fen).toBe(deposit?.amount);
  });

  it('leaves empty boxes where nobody was asked, and a waived deposit is crossed with its reason', async () => {
    const plain = await story({}, '4.00');
    await plain.consents();
    await given.go(plain, 'signing', 'submitted');
    const view = await viewOf('contract', plain.id);
    expect(view.rent).toMatchObject({ oneOff: false, instalments: true });
    expect(view.consents).toMatchObject({ soil: null, facilities: null, mortgage: null, retransfer: null });
    expect(view.deposit).toMatchObject({ agreed: false, fen: null });
    expect(view.deposit.waiver).toContain('免缴');
    expect([view.subsidies, view.terms['fixtures'], view.breach.lateRent, view.disputes.court]).toEqual([
      '',
      '',
      '',
      null,
    ]);
  });

  it('is no contract older than the end of its notice, nor by a scan that was brought before', async () => {
    const early = await given.transfer({ state: 'on_notice' });
    await early.scan();
    await given.go(early, 'signing', 'signing');
    const trade = given.as('101-trade');
    const path = `/transfers/${early.id}/signing`;
    const today = dayOf(exchange.clock.now());
    expect((await refusal(trade.post(path, { signedOn: today }))).text).toContain('还没有上传双方签字');
    await early.scan();
    expect((await refusal(trade.post(path, { signedOn: '2026-09-23' }))).text).toContain('合同不能早于这一天');
    await expect(
      exchange.database.write(`UPDATE transfer SET signed_on = '2026-09-23' WHERE id = $1`, [early.id]),
    ).rejects.toMatchObject({ constraint: 'transfer_signed_after_notice' });
    await trade.post(path, { signedOn: today });
    expect((await early.view()).stateName).toBe('filing');
  });

  it('has an application with what both sides declared, and how far consent has come on that day', async () => {
    const asked = await story({ declared: { ...none, credit: '2024 年有一件买卖合同诉讼，已结' } }, '3.00');
    await asked.submit();
    const view = await viewOf('application', asked.id);
    expect(view.declared).toEqual({ ...none, credit: '2024 年有一件买卖合同诉讼，已结' });
    expect(view).toMatchObject({ householdCount: expect.any(Number), member: false, mortgages: [] });
    expect(view.terms['handoverOn']).toBe('2026-11-10');
    expect(view.missingConsents).toBeGreaterThan(0);
    const town = await Walker.signIn(exchange, '101-clerk');
    expect(said((await town.open(`/transfers/${asked.id}`)).body)).toContain('申明受让方有失信、诉讼记录');
  });

  it('is not handed in over a dispute that its own sides declare', async () => {
    const asked = await story({ declared: { ...none, dispute: '东边和邻居差两尺' } }, '3.00');
    expect((await refusal(asked.submit())).text).toContain('申明有争议：东边和邻居差两尺');
  });

  it('is refused a permit that the form does not know, and two of one kind', async () => {
    expect((await refusal(story({ permits: ['building'] }, '3.00'))).text).toContain('从列表里选');
    expect((await refusal(story({ permits: ['soil', 'soil'] }, '3.00'))).text).toContain('选了两次');
  });

  it('lets a grower above the age in with a guarantor of age who signs, and with nobody else', async () => {
    const old = { kind: 'outside_person', name: '谷演翁', number: number('99999919480101003') };
    const asked = await story({}, '3.00', { transferee: old });
    const path = `/transfers/${asked.id}`;
    expect((await refusal(asked.submit())).text).toContain('要有担保人签字');
    const town = await Walker.signIn(exchange, '101-clerk');
    expect(said((await town.open(`${path}/guarantor`)).body)).toContain('担保人要满 18 周岁');
    const send = async (name: string, seventeen: string) =>
      clerk.post(`${path}/guarantor`, { name, identityNumber: number(seventeen), file: await scan(name) });
    expect((await refusal(send('谷演翁', '99999919480101003'))).text).toContain('不能是受让方自己');
    expect((await refusal(send('谷演媪', '99999919490101004'))).text).toContain('不超过 70 周岁');
    const unsigned = { name: '谷演壮', identityNumber: number('99999919850101005') };
    expect((await refusal(clerk.post(`${path}/guarantor`, unsigned))).text).toContain('担保书');
    const [near] = await exchange.database.ask<{ id: string }>(
      `SELECT n.id FROM member m JOIN person n ON n.id = m.person_id JOIN household h ON h.id = m.household_id
       WHERE h.office_code LIKE '370126101%' AND m.valid_to IS NULL AND n.born BETWEEN '1975-01-01' AND '2000-01-01' LIMIT 1`,
    );
    await clerk.post(`${path}/guarantor`, { guarantorId: near?.id ?? '', file: await scan('register') });
    const [kept] = await exchange.database.ask('SELECT guarantor_id AS id FROM transfer WHERE id = $1', [asked.id]);
    expect(kept).toEqual(near);
    await send('谷演壮', '99999919850101005');
    await asked.submit();
    expect((await viewOf('application', asked.id)).terms['guarantor']).toEqual({ name: '谷演壮' });
    expect((await clerk.get<{ parts: { guarantor: object } }>(path)).parts.guarantor).toEqual({ name: '谷演壮' });
    expect(said((await town.open(path)).body)).toContain('担保人 谷演壮');
    const [row] = await exchange.database.ask<{ clear: boolean }>(
      `SELECT strpos(encode(n.identity_sealed, 'escape'), '19850101') > 0 AS clear FROM person n JOIN transfer t ON t.guarantor_id = n.id WHERE t.id = $1`,
      [asked.id],
    );
    expect(row?.clear).toBe(false);
  });

  it('has no private plot in it, though no contract names one', async () => {
    const [plot] = await exchange.database.ask<{ id: string; code: string }>(
      `SELECT id, code FROM parcel WHERE contract_id IS NULL AND category <> '21' AND office_code = '370126101226' ORDER BY code LIMIT 1`,
    );
    await exchange.database.write(`UPDATE parcel SET category = '21' WHERE id = $1`, [plot?.id]);
    const refused = await refusal(story({}, '3.00', { parcels: [{ code: plot?.code ?? '' }] }));
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.text).toContain('是自留地，不能流转');
    const into = `INSERT INTO transfer_parcel (transfer_id, seq, parcel_id, grantor_id, whole, area_mu)
      SELECT t.id, 99, $1::uuid, t.transferee_id, true, 1 FROM transfer t LIMIT 1`;
    await expect(exchange.database.write(into, [plot?.id])).rejects.toMatchObject({
      constraint: 'transfer_no_private_plot',
    });
  });

  it('stops an orchard where the survey found permanent basic farmland that the register did not know', async () => {
    const parcels = await given.land('3.00');
    await exchange.database.write('UPDATE parcel SET basic_farmland = false WHERE code = ANY($1)', [
      parcels.map((each) => each.code),
    ]);
    const orchard = await given.transfer({ state: 'survey', parcels, purpose: 'orchard', crops: '苹果' });
    const at = `/inspections/${await orchard.visit()}`;
    const surveyor = given.as('101-surveyor');
    const farmland = { farmland: 'yes', farmlandNote: '现场有保护标志牌，登记簿漏登' };
    const measured = await exchange.database.ask<{ code: string; mu: string }>(
      'SELECT parcel_code AS code, measured_mu AS mu FROM inspection_parcel WHERE inspection_id = $1',
      [at.split('/').at(-1)],
    );
    for (const { code, mu } of measured) {
      const seen = { measuredMu: mu, points: '117.15103,37.30912', ...farmland };
      await surveyor.post(`${at}/parcels/${code}/measurements`, seen);
    }
    await surveyor.post(`${at}/completion`);
    expect((await refusal(orchard.submitToCounty())).text).toContain('是永久基本农田，不能种果树');
  });
});
