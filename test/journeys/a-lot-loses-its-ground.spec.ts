import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#rights';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal } from '../support/given.js';
import { scanOf } from '../support/made-up-files.js';
import { GivenLots, type Lot } from '../support/lots.js';
import { parcelFile } from '../support/overlapping.js';
import { contractRow, takeIn } from '../support/register-rows.js';

/** What the register and the bank do while a lot is listed. */
describe('A lot loses its ground while it is listed', () => {
  let given: Given;
  let lots: GivenLots;
  let homes: { code: string }[];
  const term = { startsOn: '2027-01-01', endsOn: '2030-12-31' };
  const agree = (lot: Lot) => given.as('reviewer').post(`/listings/${lot.id}/agreement`);
  const contractOf = async (parcel: string): Promise<{ id: string; code: string }> => {
    const [row] = await given.exchange.database.ask<{ id: string; code: string }>(
      'SELECT c.id, c.code FROM parcel p JOIN contract c ON c.id = p.contract_id WHERE p.code = $1',
      [parcel],
    );
    return row!;
  };
  const mortgaged = async (parcel: string, number: string): Promise<string> =>
    given.as('101-finance').post('/encumbrances', {
      ...{
        contractId: (await contractOf(parcel)).id,
        mortgagee: '商河演练农商行',
        claim: 'ordinary',
        amount: '1000.00',
      },
      ...{ startsOn: '2026-09-01', endsOn: '2027-08-31', contractNumber: number, file: scanOf(`deed ${number}`) },
      ...{ registeredNumber: `鲁（2026）商河县不动产证明第${number}号`, registeredOn: '2026-10-12' },
    });
  /** Listed, with one who is admitted. */
  const wanted = async (home: number): Promise<Lot> => {
    const lot = await lots.listed({ ...term, household: homes[home]!.code });
    const wish = await lots.interested(lot.id, given.as('cooperative'));
    await lots.paid(wish, { paidOn: '2026-10-12' });
    await given.as('101-trade').post(`/interests/${wish}/qualification`);
    return lot;
  };
  let pledged: Lot;
  let doubled: Lot;
  let shortened: Lot;
  let contested: Lot;
  let other: string;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    homes = await lots.households(8);
    pledged = await wanted(0);
    doubled = await wanted(1);
    shortened = await wanted(2);
    contested = await lots.listed({ ...term, household: homes[3]!.code });
    const [land] = await given.exchange.database.ask<{ code: string }>(
      `SELECT p.code FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id WHERE h.contractor_code = $1 AND p.category <> '21' ORDER BY 1 LIMIT 1`,
      [homes[5]!.code],
    );
    other = land!.code;
  }, 180_000);
  afterAll(() => given.close());

  it('admits two who paid in the last second, and lets them bid', async () => {
    const closes = contested.closesOn!;
    // Whom a body sends has its letter with him.
    const sent = { agent: '孙演办' };
    const alone = await refusal(lots.interested(contested.id, given.as('cooperative'), sent));
    expect(alone.text).toContain('要传单位的授权委托书');
    const letter = { authorization: scanOf('letter of the cooperative') };
    expect((await refusal(lots.interested(contested.id, given.as('cooperative'), letter))).text).toContain(
      '写上派来办的人',
    );
    const wishes = [
      await lots.interested(contested.id, given.as('cooperative'), { ...sent, ...letter }),
      await lots.interested(contested.id, given.as('farmer')),
    ];
    expect(await given.as('101-trade').get(`/interests/${wishes[0]!}`)).toMatchObject({
      agent: '孙演办',
      papers: [{}],
    });
    expect((await given.page(`/interests/${wishes[0]!}`, given.as('101-trade'))).body).toContain('孙演办');
    for (const each of wishes) await given.as('101-trade').post(`/interests/${each}/qualification`);
    await given.on(closes, '17:30');
    await lots.paid(wishes[0]!, { paidOn: closes, paidTime: '16:59:59' });
    await lots.paid(wishes[1]!, { paidOn: closes, paidTime: '17:00:00' });
    const seen = await lots.see(contested.id);
    expect(seen.interests.map(({ state }) => state)).toEqual(['qualified', 'qualified']);
    expect((await refusal(agree(contested))).text).toContain('要正好有一方');
    await lots.bidFor(contested.id);
  });

  it('is not let while a mortgage that was registered meanwhile stands without the bank’s word', async () => {
    await mortgaged(pledged.parcels[0]!.code, '0000031');
    const said = await refusal(agree(pledged));
    expect(said.text).toContain('抵押给商河演练农商行');
  });

  it('is not let while the same ground is mortgaged under another code', async () => {
    const mine = doubled.parcels[0]!.code;
    const [shape] = await given.exchange.database.ask<{ rings: unknown; measuredMu: string }>(
      'SELECT s.rings, p.measured_mu AS "measuredMu" FROM parcel p JOIN parcel_shape s ON s.parcel_id = p.id AND s.current WHERE p.code = $1',
      [mine],
    );
    const { fileName, content } = parcelFile([
      { code: other, coordinates: shape!.rings, measuredMu: shape!.measuredMu },
    ]);
    const file = new File([new Uint8Array(content)], fileName);
    const at = await given.as('administrator').post('/register/imports', { file });
    const imports = given.exchange.app.get(ImportsService);
    await imports.settled(at.split('/').at(-1)!);
    await given.as('administrator').post(`${at}/run`);
    await imports.settled(at.split('/').at(-1)!);
    await mortgaged(other, '0000032');
    const said = await refusal(agree(doubled));
    expect(said.text).toContain(`和地块 ${other} 在图上是同一处，那块抵押给商河演练农商行`);
  });

  it('is told of a contract that an import would end, and not let beyond its end', async () => {
    const { code } = await contractOf(shortened.parcels[0]!.code);
    const taken = await takeIn(given, [await contractRow(given, code, { CBQXZ: '2028-12-31' })]);
    expect(taken).toMatchObject({ held: 1, changed: 0 });
    const coordination = given.as('101-coordination');
    const { rows } = await coordination.get<{ rows: { id: string; code: string }[] }>('/register/changes');
    const change = rows.find((row) => row.code === code)!;
    await coordination.post(`/register/changes/${change.id}/adoption`, { reason: '合同确实改短了，村里有书面说明' });
    expect((await refusal(agree(shortened))).text).toContain('2028');
  });

  it('is kept for five years when nobody took it, longer when it was let, and stands in a list of what is due', async () => {
    await lots.station.post(`/listings/${pledged.id}/withdrawal`, { reason: '农户自己种' });
    const director = given.as('director');
    type Kept = { rows: { id: string; keptUntil: string }[] };
    const today = given.exchange.clock.today();
    const keptUntil = `${Number(today.slice(0, 4)) + 5}${today.slice(4)}`;
    expect((await director.get<Kept>('/listings/records')).rows).toMatchObject([{ id: pledged.id, keptUntil }]);
    expect((await director.get<Kept>(`/listings/records?until=${keptUntil}`)).rows).toHaveLength(1);
    expect((await director.get<Kept>(`/listings/records?until=${today}`)).rows).toEqual([]);
    const page = (await given.page('/listings/records', director)).body;
    expect(page).toContain('不会自己删掉');
    expect((await given.as('cooperative').ask('/listings/records')).statusCode).toBe(403);
  });
});
