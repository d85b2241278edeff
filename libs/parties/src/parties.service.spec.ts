import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, clockActor, identityCheck } from '#kernel';
import { GivenLand, yinxiang } from '../../../test/support/land.js';
import { AssistedSessionsService } from './assisted-sessions.service.js';
import type { ConsentInput, WithdrawalInput } from './consent.input.js';
import { membersConsented } from './consent.rules.js';
import { ConsentsService } from './consents.service.js';
import type { MemberRow } from './parties.queries.js';
import { PartiesService } from './parties.service.js';

let given: GivenLand;
let parties: PartiesService;
let household: string;
let members: MemberRow[];

beforeAll(async () => {
  given = await GivenLand.open(10, 'parties');
  parties = given.exchange.app.get(PartiesService);
  const [row] = await given.exchange.database.ask<{ id: string }>(
    'SELECT household_id AS id FROM member WHERE co_right GROUP BY 1 HAVING count(*) >= 3 LIMIT 1',
  );
  household = row!.id;
  members = await parties.members([household]);
}, 60_000);
afterAll(() => given.exchange.close());

const tx = <T>(work: Parameters<typeof given.exchange.database.transaction<T>>[0]): Promise<T> =>
  given.exchange.database.transaction(work);
const clerk: Actor = {
  ...yinxiang,
  accountId: randomUUID(),
  posts: [{ post: 'village_clerk', officeCode: '370126101210' }],
};
const person = (id: string): Actor => ({
  ...clockActor,
  kind: 'party',
  name: '本人',
  posts: [{ post: 'applicant', officeCode: '' }],
  partyId: id,
});

describe('A person', () => {
  const input = { name: '禾苗', identityNumber: '999999199001010010', phone: '10000123456' };
  const first = '99999919900101001';

  it('is registered once, whoever asks again, and found by the number alone', async () => {
    await expect(tx((t) => parties.registerPerson(t, input))).rejects.toMatchObject({ type: 'identity-wrong' });
    const wish = { ...input, identityNumber: `${first}${identityCheck(first)}` };
    const one = await tx((t) => parties.registerPerson(t, wish));
    expect(
      (await tx((t) => parties.registerPerson(t, { ...wish, identityNumber: ` ${wish.identityNumber} ` }))).id,
    ).toBe(one.id);
    expect((await parties.findPerson(wish.identityNumber))?.id).toBe(one.id);
    await expect(tx((t) => parties.registerPerson(t, { ...wish, name: '谷雨' }))).rejects.toMatchObject({
      type: 'identity-of-another',
    });
    expect(
      (await tx((t) => parties.registerPerson(t, { ...wish, name: '谷雨', exception: '两人号码重复，派出所证明' }))).id,
    ).not.toBe(one.id);
    const view = parties.view(await parties.get(one.id));
    expect(view).toMatchObject({ name: '禾苗', phone: '100****3456' });
    expect(view.code).toMatch(/^999999\*{8}/);
    expect(JSON.stringify(view)).not.toContain(wish.identityNumber);
  });

  it('whose whole number a paper needs leaves a line in the history', async () => {
    const number = await tx((t) => parties.openIdentity(t, members[0]!.personId, '打印流转合同', clerk));
    expect(number).toMatch(/^999999\d{11}[\dX]$/);
    const lines = await given.exchange.database.ask<{ remark: string; detail: object }>(
      `SELECT remark, detail FROM step_history WHERE action = 'open-identity'`,
    );
    expect(lines).toEqual([{ remark: '打印流转合同', detail: {} }]);
  });
});

describe('A consent', () => {
  const aboutId = randomUUID();
  const words = '同意将本户承包的北大洼地块出租给禾野合作社，期限六年。';
  const wish = (personId: string, more: Partial<ConsentInput> = {}): ConsentInput => ({
    aboutKind: 'transfer',
    aboutId,
    householdId: household,
    personId,
    statement: words,
    method: 'in_person',
    readAloud: true,
    ...more,
  });
  const give = (input: ConsentInput, actor: Actor) =>
    tx((t) => given.exchange.app.get(ConsentsService).give(t, input, actor));

  it('is each member’s own: signed in, present, or on paper', async () => {
    const [first, second, third] = members.filter((m) => m.coRight) as [MemberRow, MemberRow, MemberRow];
    const own = await give(wish(first.personId), person(first.personId));
    expect(own.statementSha256).toMatch(/^[0-9a-f]{64}$/);
    await expect(give(wish(second.personId), person(first.personId))).rejects.toMatchObject({
      type: 'not-your-consent',
    });
    await expect(give(wish(second.personId, { method: 'assisted' }), clerk)).rejects.toMatchObject({
      type: 'not-your-consent',
    });
    await expect(give(wish(second.personId, { method: 'scan' }), clerk)).rejects.toMatchObject({
      type: 'consent-needs-file',
    });
    await give(wish(second.personId, { method: 'scan', evidenceFileId: randomUUID() }), clerk);
    // The race that slips past every rule ends at the unique index; the filter knows its name.
    await expect(give(wish(first.personId), person(first.personId))).rejects.toMatchObject({
      driverError: { constraint: 'consent_once' },
    });
    const facts = await given.exchange.app
      .get(ConsentsService)
      .facts(given.exchange.database.reader, 'transfer', aboutId, [household], () => words);
    const missing = membersConsented(facts)[0]!.text;
    expect(missing).toContain(third.name);
    expect(missing).not.toContain(`：${first.name}`);
  });

  it('may be taken back, and stays on record', async () => {
    const consents = given.exchange.app.get(ConsentsService);
    const [own] = await consents.standing('transfer', aboutId);
    const taking = (reason: string, actor: Actor, more: Partial<WithdrawalInput> = {}) => {
      const { aboutKind, householdId, personId } = own!;
      const input = { aboutKind, aboutId, householdId, personId, reason, method: 'in_person' as const, ...more };
      return tx((t) => consents.withdraw(t, input, actor));
    };
    await expect(taking('替他撤', person(randomUUID()))).rejects.toMatchObject({ type: 'not-your-consent' });
    await expect(taking('没有纸', clerk, { method: 'scan' })).rejects.toMatchObject({ type: 'consent-needs-file' });
    await taking('改主意了', person(own!.personId));
    expect((await consents.standing('transfer', aboutId)).map((c) => c.id)).not.toContain(own!.id);
    await expect(taking('再撤', person(own!.personId))).rejects.toMatchObject({ type: 'consent-not-found' });
  });

  it('is to its own words: to others it is stale, may be given anew, and is never rewritten', async () => {
    const consents = given.exchange.app.get(ConsentsService);
    const { reader } = given.exchange.database;
    const who = members.filter((m) => m.coRight)[1]!;
    const changed = `${words}改过一个字。`;
    const standing = async () => {
      const [facts] = await consents.facts(reader, 'transfer', aboutId, [household], () => changed);
      return facts!.members.find((each) => each.personId === who.personId);
    };
    expect(await standing()).toMatchObject({ consented: false, stale: true });
    await give(wish(who.personId, { statement: changed }), person(who.personId));
    expect(await standing()).toMatchObject({ consented: true, stale: false });
    await expect(
      tx((t) => t.query('UPDATE consent SET statement = $2 WHERE about_id = $1', [aboutId, '别的话'])),
    ).rejects.toMatchObject({ driverError: { constraint: 'consent_keeps_its_words' } });
  });

  it('cannot be given by a stranger to the household', async () => {
    const stranger = given.operator;
    await expect(give(wish(stranger), person(stranger))).rejects.toMatchObject({ type: 'not-a-member' });
  });
});

describe('Acting for a person who is present', () => {
  it('lets that person consent, and nobody else in the family', async () => {
    const assisted = given.exchange.app.get(AssistedSessionsService);
    const [first, second] = members.filter((m) => m.coRight) as [MemberRow, MemberRow];
    const identityNumber = await tx((t) => parties.openIdentity(t, first.personId, '测试', clerk));
    const wish = { identityNumber, identityRead: 'card_reader' as const, witness: '谷见证', readAloud: '念了全文' };
    await expect(tx((t) => assisted.begin(t, wish, yinxiang))).rejects.toMatchObject({ type: 'not-your-consent' });
    await expect(tx((t) => assisted.begin(t, { ...wish, witness: clerk.name }, clerk))).rejects.toMatchObject({
      type: 'witness-is-clerk',
    });
    const session = await tx((t) => assisted.begin(t, wish, clerk));
    expect(session).toMatchObject({ partyId: household, personId: first.personId });
    const acting: Actor = {
      ...clerk,
      assisting: { sessionId: session.id, partyId: household, name: first.name, witness: '谷见证' },
    };
    const consent = {
      aboutKind: 'transfer',
      aboutId: randomUUID(),
      householdId: household,
      statement: '同意出租本户承包地六年。',
      method: 'assisted' as const,
      readAloud: true,
    };
    const consents = given.exchange.app.get(ConsentsService);
    const made = await tx((t) => consents.give(t, { ...consent, personId: first.personId }, acting));
    expect(made).toMatchObject({ assistedSessionId: session.id, witness: '谷见证' });
    await expect(tx((t) => consents.give(t, { ...consent, personId: second.personId }, acting))).rejects.toMatchObject({
      type: 'not-your-consent',
    });
    expect((await assisted.acts(session)).map((act) => act.label)).toEqual(['共有人同意']);
    await tx((t) => assisted.end(t, acting, 'finished'));
    await expect(
      tx((t) => consents.give(t, { ...consent, aboutId: randomUUID(), personId: first.personId }, acting)),
    ).rejects.toMatchObject({ type: 'not-your-consent' });
  });
});
