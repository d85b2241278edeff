import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, day, mu } from '#kernel';
import { GivenLand, yinxiang } from '../../../test/support/land.js';
import { DecisionsService } from './decisions.service.js';
import { MandatesService, inForce } from './mandates.service.js';

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

const tx = <T>(work: Parameters<typeof given.exchange.database.transaction<T>>[0]): Promise<T> =>
  given.exchange.database.transaction(work);
const clerk: Actor = {
  ...yinxiang,
  accountId: randomUUID(),
  posts: [{ post: 'village_clerk', officeCode: '370126101210' }],
};

describe('A mandate and a decision', () => {
  it('of a household is kept with its powers, and revoked at will', async () => {
    const mandates = given.exchange.app.get(MandatesService);
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
    await expect(tx((t) => mandates.give(t, { ...wish, agentId: household }, clerk))).rejects.toMatchObject({
      type: 'mandate-to-oneself',
    });
    const mandate = await tx((t) => mandates.give(t, wish, clerk));
    const { reader } = given.exchange.database;
    const [standing] = await mandates.standing(reader, [household]);
    expect(standing).toMatchObject({ id: mandate.id, agentId: given.operator, powers: 'negotiate_only' });
    expect([inForce(standing!, day('2027-08-31')), inForce(standing!, day('2027-09-01'))]).toEqual([true, false]);
    expect(await mandates.behind(reader, given.operator)).toEqual([given.operator]);
    await tx((t) => mandates.revoke(t, mandate.id, '自己办', clerk));
    expect(await mandates.standing(reader, [household])).toEqual([]);
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
    await expect(tx((t) => decisions.report(t, { ...wish, inFavour: 66 }, clerk))).rejects.toMatchObject({
      type: 'too-few-votes',
    });
    await expect(tx((t) => decisions.report(t, { ...wish, attended: 60 }, clerk))).rejects.toMatchObject({
      type: 'votes-do-not-add-up',
    });
    const made = await tx((t) => decisions.report(t, wish, clerk));
    expect(await decisions.find(given.exchange.database.reader, made.id)).toMatchObject({ approvalNumber: null });
    await tx((t) =>
      decisions.approve(
        t,
        made.id,
        { number: '殷政批〔2026〕3号', on: day('2026-09-15'), fileId: randomUUID() },
        clerk,
      ),
    );
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
