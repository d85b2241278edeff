import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { identityCheck } from '#kernel';
import { Given, refusal } from '../support/given.js';
import { photoOf, scanOf } from '../support/made-up-files.js';
import { GivenLots, type Lot, offered } from '../support/lots.js';

interface Letter {
  agent: string;
  signers: string[];
  inForce: boolean;
  validTo: string;
}
type Home = Lot['consents'][number] & { letters: Letter[] };

describe('A household signs a letter in place of its consents', () => {
  let given: Given;
  let lots: GivenLots;
  let lot: Lot;
  let people: Record<string, string[]>;
  let names: string[];
  const card = `99999919700101010`;
  const agent = { agentName: '赵演托', agentIdNumber: `${card}${identityCheck(card)}`, powers: 'negotiate_and_sign' };
  const homes = async (): Promise<Home[]> => (await lots.see(lot.id)).consents as Home[];
  const letter = (home: Home, more: object = {}) =>
    lots.station.post(`/listings/${lot.id}/powers-of-attorney`, {
      ...{ householdId: home.householdId, ...agent, validTo: '2027-03-31', signers: people[home.householdId] },
      ...{ file: scanOf(`letter of ${home.householdId}`), ...more },
    });

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    const [one, other] = await lots.households(2);
    lot = await lots.entered({ household: one!.code });
    await lots.station.post(`/listings/${lot.id}/parcels`, { household: other!.code });
    await lots.station.post(`/listings/${lot.id}/gathering`);
    const rows = await given.exchange.database.ask<{ home: string; person: string; name: string }>(
      `SELECT DISTINCT m.household_id AS home, m.person_id AS person, p.name FROM listing_parcel lp JOIN member m ON m.household_id = lp.grantor_id
       JOIN person p ON p.id = m.person_id WHERE lp.listing_id = $1 AND m.co_right AND m.valid_to IS NULL`,
      [lot.id],
    );
    people = {};
    for (const { home, person } of rows) (people[home] ??= []).push(person);
    names = rows.map(({ name }) => name);
  }, 120_000);
  afterAll(() => given.close());

  it('is a list of households to walk, with a sheet for each that takes a consent or a letter', async () => {
    const page = (await given.page(`/listings/${lot.id}/round`, lots.station)).body;
    expect(page.match(/class="paper/g)).toHaveLength(2);
    for (const words of [...names, '受托人签字', '委托到', '证件号码＿', '记委托书']) expect(page).toContain(words);
    const [home] = await homes();
    const form = (
      await given.page(`/listings/${lot.id}/powers-of-attorney?household=${home!.householdId}`, lots.station)
    ).body;
    expect(form).toContain('哪些共有人签了字');
    for (const id of people[home!.householdId]!) expect(form).toContain(id);
  });

  it('refuses a signer of another household, a household of another lot, a body that nobody knows, a day that is over', async () => {
    const [one, other] = await homes();
    const fault = async (more: object): Promise<string> => (await refusal(letter(one!, more))).text;
    expect(await fault({ signers: people[other!.householdId] })).toContain('都是这一户的共有人');
    expect(await fault({ signers: [] })).toContain('选签了委托书的共有人');
    expect(await fault({ householdId: lot.id })).toContain('从这宗挂牌的各户里选一户');
    expect(await fault({ agentBody: '91370126MA3C00003D' })).toContain('没有您选的这一个');
    expect(await fault({ validTo: '2026-10-11' })).toContain('不能早于今天');
    const farmer = await refusal(given.as('farmer-2').post(`/listings/${lot.id}/powers-of-attorney`, {}));
    expect(farmer.status).toBeGreaterThanOrEqual(403);
  });

  it('counts who signed and nobody else; the lot leaves when everybody has signed or said yes', async () => {
    const [one, other] = await homes();
    const [first, ...rest] = people[one!.householdId]!;
    await letter(one!, { signers: [first] });
    expect((await homes())[0]!.missing).toHaveLength(rest.length);
    if (rest.length > 0) await letter(one!, { signers: rest });
    expect((await homes())[0]).toMatchObject({ missing: [], letters: [{ agent: '赵演托', inForce: true }, {}] });
    const said = await refusal(lots.station.post(`/listings/${lot.id}/submission`));
    expect(said.text).toContain(other!.name);
    expect(said.text).not.toContain(one!.name);
    // Nobody takes a consent back that was never given by himself.
    const asked = await lots.station.send(`/listings/${lot.id}/consent-withdrawals`, {
      personId: first,
      reason: '想再想想',
    });
    expect(asked.statusCode).toBeGreaterThanOrEqual(400);
    await lots.consents(lot.id);
    await lots.station.post(`/listings/${lot.id}/submission`);
    expect((await lots.see(lot.id)).state).toBe('town_check');
    expect((await given.page(`/listings/${lot.id}`, lots.station)).body).toContain('委托赵演托');
    // Who is of neither household learns nothing of it.
    expect((await given.as('farmer-2').ask(`/listings/${lot.id}`)).statusCode).toBe(404);
  });

  it('asks anew when the terms change: a letter is to its own words', async () => {
    await given.as('101-reviewer').post(`/listings/${lot.id}/return`, { reason: '价钱写错了', rule: '平台规则 牌-07' });
    await lots.station.post(`/listings/${lot.id}/offer`, { ...offered, floorYuan: '800' });
    await lots.station.post(`/listings/${lot.id}/gathering`);
    expect((await homes()).map((home) => home.missing.length > 0)).toEqual([true, true]);
    expect((await refusal(lots.station.post(`/listings/${lot.id}/submission`))).text).toContain('条件改过');
    const [one] = await homes();
    await letter(one!, { validTo: '2026-10-28' });
    await lots.consents(lot.id);
    await lots.station.post(`/listings/${lot.id}/submission`);
    await given.as('101-reviewer').post(`/listings/${lot.id}/acceptance`);
    await given.as('reviewer').post(`/listings/${lot.id}/approval`);
  });

  it('stops the deal of a lot that is listed when a letter ends or is revoked, as a consent taken back does', async () => {
    const [one] = await homes();
    const cooperative = given.as('cooperative');
    const wish = await lots.interested(lot.id, cooperative);
    const [body] = await given.exchange.database.ask<{ code: string }>(
      'SELECT b.credit_code AS code FROM interest i JOIN body b ON b.id = i.party_id WHERE i.id = $1',
      [wish],
    );
    await lots.paid(wish, { paidOn: '2026-10-12', paidTime: '09:00' });
    await given.as('101-trade').post(`/interests/${wish}/qualification`);
    await given.on('2026-10-29');
    expect((await lots.see(lot.id)).state).toBe('qualifying');
    const agree = () => given.as('reviewer').post(`/listings/${lot.id}/agreement`);
    // Over by its own last day.
    expect((await homes())[0]).toMatchObject({
      letters: expect.arrayContaining([expect.objectContaining({ inForce: false })]),
    });
    expect((await refusal(agree())).text).toContain('重新同意');
    expect((await refusal(letter(one!, { agentName: '', agentIdNumber: '', agentBody: body!.code }))).text).toContain(
      '不能代理转出方',
    );
    await letter(one!);
    const form = await lots.station.get<{ choices: { powerOfAttorneyId: string[] } }>(
      `/listings/${lot.id}/power-of-attorney-revocations`,
    );
    const last = form.choices.powerOfAttorneyId.at(-1)!;
    const back = { powerOfAttorneyId: last, reason: '儿子回来自己种', file: photoOf('revocation') };
    await lots.station.post(`/listings/${lot.id}/power-of-attorney-revocations`, back);
    expect((await refusal(agree())).text).toContain('重新同意');
    const gone = await refusal(lots.station.post(`/listings/${lot.id}/power-of-attorney-revocations`, back));
    expect(gone.status).toBe(404);
    expect((await lots.see(lot.id)).consents.some((home) => home.missing.length > 0)).toBe(true);
    await letter(one!);
    await agree();
    expect((await lots.see(lot.id)).state).toBe('agreed');
  });
});
