import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { TransferJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { commonLand, memberOf } from '../support/collective.js';
import { Given, refusal } from '../support/given.js';

/** What the database and the rules hold against short cuts with a collective's land, asked for over the API. */
describe('Land of a collective, asked for by a program,', () => {
  let exchange: TestExchange;
  let given: Given;
  let code = '';
  let outsider: { name: string; code: string; head: string };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    const [parcel] = await commonLand(given);
    code = parcel?.code ?? '';
    const [body] = await exchange.database.ask<typeof outsider>(
      `SELECT name, credit_code AS code, legal_representative AS head FROM body WHERE kind = 'family_farm' ORDER BY credit_code LIMIT 1`,
    );
    outsider = body!;
  });
  afterAll(() => exchange.close());

  const wish = (more: object) => ({
    mode: 'lease',
    payment: '每年十月前付下一年',
    ability: '有农机 3 台',
    term: { start: '2027-03-01', end: '2030-02-28' },
    priceYuan: '700',
    purpose: 'grain',
    crops: '小麦',
    parcels: [{ code: code }],
    ...more,
  });
  it('cannot mix land under contract with land that is not: one asks each household, the other the assembly', async () => {
    const clerk = given.as('101-clerk');
    const [contracted] = await given.land('2.00');
    const parcels = [{ code: code }, { code: contracted?.code ?? '' }];
    const refused = await refusal(clerk.post('/transfers', wish({ parcels, transferee: await memberOf(given) })));
    expect(refused).toMatchObject({ status: 422, type: 'transfer-parcels-mixed' });
  });

  it('cannot call it a household’s: the register says whose it is', async () => {
    const asked = wish({ kind: 'contracted', transferee: await memberOf(given) });
    expect((await refusal(given.as('101-clerk').post('/transfers', asked))).text).toContain('不是这一类');
  });

  it('cannot call an outsider a member', async () => {
    const clerk = given.as('101-clerk');
    const transferee = {
      kind: 'member',
      name: '外乡人',
      number: `99999919750505001${identityCheck('99999919750505001')}`,
    };
    const refused = await refusal(clerk.post('/transfers', wish({ transferee })));
    expect(refused.text).toContain('不是这个集体的成员');
  });

  it('needs no township for a member; a decision for a member does not serve an outsider who comes after', async () => {
    const clerk = given.as('101-clerk');
    const path = await clerk.post('/transfers', wish({ transferee: await memberOf(given) }));
    const counts = {
      ...{ electorate: '60', attended: '52', inFavour: '43', opposed: '6' },
      decidingBody: 'member_assembly',
    };
    const days = { calledOn: '2026-09-01', decidedOn: '2026-09-15' };
    await clerk.post(`${path}/decision`, { ...counts, ...days, file: await scan('minutes') });
    const { consents, decision } = await clerk.get<TransferJson>(path);
    expect(consents).toEqual([]);
    expect(decision).toMatchObject({ ...{ electorate: 60, attended: 52, inFavour: 43, opposed: 6 }, again: false });
    expect(decision).toMatchObject({ body: 'member_assembly', decidedOn: '2026-09-15', outsider: false });
    const other = {
      kind: 'family_farm',
      name: outsider.name,
      number: outsider.code,
      legalRepresentative: outsider.head,
    };
    await clerk.post(`${path}/application`, wish({ transferee: other }));
    const again = await clerk.get<TransferJson>(path);
    expect(again.decision).toMatchObject({ again: true, outsider: true, approval: null });
    expect(again.decision?.blocker?.text).toContain('重新决议');
  });

  it('cannot let the transferee enter the collective’s decision', async () => {
    const cooperative = given.as('cooperative');
    const path = await cooperative.post('/transfers', wish({}));
    const counts = {
      electorate: '60',
      attended: '52',
      inFavour: '43',
      opposed: '6',
      decidingBody: 'member_assembly',
    };
    const days = { calledOn: '2026-09-01', decidedOn: '2026-09-15' };
    const work = cooperative.post(`${path}/decision`, { ...counts, ...days, file: await scan('minutes') });
    expect(await refusal(work)).toMatchObject({ status: 403, type: 'not-the-collective' });
  });
});
