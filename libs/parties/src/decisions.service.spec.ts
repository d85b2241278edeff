import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, day, mu } from '#kernel';
import type { Act } from '#platform';
import { GivenLand, yinxiang } from '../../../test/support/land.js';
import { DecisionsService } from './decisions.service.js';
import { PowersOfAttorneyService, inForce } from './powers-of-attorney.service.js';

let given: GivenLand;
let household: string;

beforeAll(async () => {
  given = await GivenLand.open(10, 'decisions');
  const [row] = await given.exchange.database.ask<{ id: string }>(
    'SELECT household_id AS id FROM member WHERE co_right GROUP BY 1 HAVING count(*) >= 3 LIMIT 1',
  );
  household = row!.id;
}, 60_000);
afterAll(() => given.exchange.close());

const by = <T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T> => given.exchange.act(actor, work);
const clerk: Actor = {
  ...yinxiang,
  accountId: randomUUID(),
  posts: [{ post: 'village_clerk', officeCode: '370126101210' }],
};

describe('A power of attorney and a decision', () => {
  it('of a household is kept with its powers, and revoked at will', async () => {
    const powersOfAttorney = given.exchange.app.get(PowersOfAttorneyService);
    const wish = {
      principalId: household,
      agentId: given.operator,
      matter: '出租本户承包地',
      powers: 'negotiate_only' as const,
      parcelCodes: [],
      minimumPriceFen: null,
      mayRemandate: false,
      validFrom: day('2026-09-01'),
      validTo: day('2027-08-31'),
      witness: null,
      readAloud: true,
      evidenceFileId: randomUUID(),
    };
    await expect(by(clerk, (act) => powersOfAttorney.give(act, { ...wish, agentId: household }))).rejects.toMatchObject(
      {
        type: 'power-of-attorney-to-oneself',
      },
    );
    const powerOfAttorney = await by(clerk, (act) => powersOfAttorney.give(act, wish));
    const { reader } = given.exchange.database;
    const [status] = await powersOfAttorney.current(reader, [household]);
    expect(status).toMatchObject({ id: powerOfAttorney.id, agentId: given.operator, powers: 'negotiate_only' });
    expect([inForce(status!, day('2027-08-31')), inForce(status!, day('2027-09-01'))]).toEqual([true, false]);
    expect(await powersOfAttorney.behind(reader, given.operator)).toEqual([given.operator]);
    await by(clerk, (act) => powersOfAttorney.revoke(act, powerOfAttorney.id, '自己办'));
    expect(await powersOfAttorney.current(reader, [household])).toEqual([]);
  });

  it('of a collective needs two thirds of all who may vote, by rule and by the table’s own check', async () => {
    const decisions = given.exchange.app.get(DecisionsService);
    const [body] = await given.exchange.database.ask<{ id: string }>(`SELECT id FROM body WHERE kind = 'collective'`);
    const wish = {
      collectiveId: body!.id,
      issuerCode: '37012610121000',
      decidingBody: 'member_assembly' as const,
      legalBasis: '承包法第五十二条',
      matter: '机动地对外发包',
      transfereeId: given.operator,
      parcelCodes: ['3701261012100000001'],
      areaMu: mu('10'),
      electorate: 100,
      attended: 90,
      inFavour: 67,
      opposed: 3,
      calledOn: day('2026-09-01'),
      decidedOn: day('2026-09-12'),
      toOutsiders: true,
      minutesFileId: randomUUID(),
    };
    await expect(by(clerk, (act) => decisions.report(act, { ...wish, inFavour: 66 }))).rejects.toMatchObject({
      type: 'too-few-votes',
    });
    await expect(by(clerk, (act) => decisions.report(act, { ...wish, attended: 60 }))).rejects.toMatchObject({
      type: 'votes-do-not-add-up',
    });
    const made = await by(clerk, (act) => decisions.report(act, wish));
    expect(await decisions.find(given.exchange.database.reader, made.id)).toMatchObject({ approvalNumber: null });
    const approval = { number: '殷政批〔2026〕3号', on: day('2026-09-15'), fileId: randomUUID() };
    await by(clerk, (act) => decisions.approve(act, made.id, approval));
    expect(await decisions.find(given.exchange.database.reader, made.id)).toMatchObject({
      approvalNumber: '殷政批〔2026〕3号',
    });
    await expect(given.exchange.database.write('UPDATE collective_decision SET in_favour = 60')).rejects.toMatchObject({
      constraint: 'decision_keeps_its_matter',
    });
    const thin = JSON.stringify({ id: randomUUID(), in_favour: 60 });
    await expect(
      given.exchange.database.write(
        'INSERT INTO collective_decision SELECT (jsonb_populate_record(d, $1::jsonb)).* FROM collective_decision d',
        [thin],
      ),
    ).rejects.toMatchObject({ constraint: 'collective_decision_two_thirds' });
  });
});
