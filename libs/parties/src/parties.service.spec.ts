import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, clockActor, identityCheck } from '#kernel';
import type { Act } from '#platform';
import { GivenLand, yinxiang } from '../../../test/support/land.js';
import { AssistedSessionsService } from './assisted-sessions.service.js';
import type { ConsentInput, WithdrawalInput } from './consent.input.js';
import { membersConsented } from './consent.rules.js';
import { Consent } from './consent.entity.js';
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

const by = <T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T> => given.exchange.act(actor, work);
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
    await expect(by(clerk, (act) => parties.registerPerson(act, input))).rejects.toMatchObject({
      type: 'identity-wrong',
    });
    const wish = { ...input, identityNumber: `${first}${identityCheck(first)}` };
    const one = await by(clerk, (act) => parties.registerPerson(act, wish));
    expect(
      (await by(clerk, (act) => parties.registerPerson(act, { ...wish, identityNumber: ` ${wish.identityNumber} ` })))
        .id,
    ).toBe(one.id);
    expect((await parties.findPerson(wish.identityNumber))?.id).toBe(one.id);
    await expect(by(clerk, (act) => parties.registerPerson(act, { ...wish, name: '谷雨' }))).rejects.toMatchObject({
      type: 'identity-of-another',
    });
    expect(
      (
        await by(clerk, (act) =>
          parties.registerPerson(act, { ...wish, name: '谷雨', exception: '两人号码重复，派出所证明' }),
        )
      ).id,
    ).not.toBe(one.id);
    const view = parties.view(await parties.get(one.id));
    expect(view).toMatchObject({ name: '禾苗', phone: '100****3456' });
    expect(view.code).toMatch(/^999999\*{8}/);
    expect(JSON.stringify(view)).not.toContain(wish.identityNumber);
  });

  it('whose whole number a paper needs leaves a line in the history', async () => {
    const number = await by(clerk, (act) => parties.openIdentity(act, members[0]!.personId, '打印流转合同'));
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
    personIds: [personId],
    statement: words,
    method: 'in_person',
    readAloud: true,
    ...more,
  });
  const give = (input: ConsentInput, actor: Actor) =>
    by(actor, (act) => given.exchange.app.get(ConsentsService).give(act, input));

  it('is each member’s own: signed in, present, or on paper', async () => {
    const [first, second, third] = members.filter((m) => m.coRight) as [MemberRow, MemberRow, MemberRow];
    const [own] = await give(wish(first.personId), person(first.personId));
    expect(own?.statementSha256).toMatch(/^[0-9a-f]{64}$/);
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
    await expect(give(wish(first.personId), person(first.personId))).rejects.toMatchObject({
      type: 'consent-already-given',
      members: { detail: expect.stringContaining(first.name) },
    });
    // The race that slips past every rule ends at the unique index; the filter knows its name.
    const id = randomUUID();
    await expect(
      by(clerk, async (act) => {
        const [made] = await given.exchange.app
          .get(ConsentsService)
          .give(act, wish(second.personId, { aboutId: id, method: 'scan', evidenceFileId: id }));
        await act.tx.insert(Consent, { ...made!, id: randomUUID() });
      }),
    ).rejects.toMatchObject({ constraint: 'consent_once' });
    const { consents: facts } = await given.exchange.app
      .get(ConsentsService)
      .facts(given.exchange.database.reader, 'transfer', aboutId, [household], () => [words]);
    const missing = membersConsented(facts)[0]!.text;
    expect(missing).toContain(third.name);
    expect(missing).not.toContain(`：${first.name}`);
  });

  it('may be taken back, and stays on record', async () => {
    const consents = given.exchange.app.get(ConsentsService);
    const [own] = await consents.current('transfer', aboutId);
    const taking = (reason: string, actor: Actor, more: Partial<WithdrawalInput> = {}) => {
      const { aboutKind, householdId, personId } = own!;
      const input = { aboutKind, aboutId, householdId, personId, reason, method: 'in_person' as const, ...more };
      return by(actor, (act) => consents.withdraw(act, input));
    };
    await expect(taking('替他撤', person(randomUUID()))).rejects.toMatchObject({ type: 'not-your-consent' });
    await expect(taking('没有纸', clerk, { method: 'scan' })).rejects.toMatchObject({ type: 'consent-needs-file' });
    await taking('改主意了', person(own!.personId));
    expect((await consents.current('transfer', aboutId)).map((c) => c.id)).not.toContain(own!.id);
    await expect(taking('再撤', person(own!.personId))).rejects.toMatchObject({ type: 'consent-not-found' });
  });

  it('is to its own words: to others it is stale, may be given anew, and is never rewritten', async () => {
    const consents = given.exchange.app.get(ConsentsService);
    const { reader } = given.exchange.database;
    const who = members.filter((m) => m.coRight)[1]!;
    const changed = `${words}改过一个字。`;
    const status = async () => {
      const { consents: said } = await consents.facts(reader, 'transfer', aboutId, [household], () => [changed]);
      return said[0]!.members.find((each) => each.personId === who.personId);
    };
    expect(await status()).toMatchObject({ consented: false, stale: true });
    await give(wish(who.personId, { statement: changed }), person(who.personId));
    expect(await status()).toMatchObject({ consented: true, stale: false });
    await expect(
      given.exchange.database.write('UPDATE consent SET statement = $2 WHERE about_id = $1', [aboutId, '别的话']),
    ).rejects.toMatchObject({ constraint: 'consent_keeps_its_words' });
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
    const identityNumber = await by(clerk, (act) => parties.openIdentity(act, first.personId, '测试'));
    const wish = { identityNumber, identityRead: 'card_reader' as const, witness: '谷见证', readAloud: '念了全文' };
    await expect(by(yinxiang, (act) => assisted.begin(act, wish))).rejects.toMatchObject({ type: 'not-your-consent' });
    await expect(by(clerk, (act) => assisted.begin(act, { ...wish, witness: clerk.name }))).rejects.toMatchObject({
      type: 'witness-is-clerk',
    });
    const session = await by(clerk, (act) => assisted.begin(act, wish));
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
    const [made] = await by(acting, (act) => consents.give(act, { ...consent, personIds: [first.personId] }));
    expect(made).toMatchObject({ assistedSessionId: session.id, witness: '谷见证' });
    await expect(
      by(acting, (act) => consents.give(act, { ...consent, personIds: [second.personId] })),
    ).rejects.toMatchObject({
      type: 'not-your-consent',
    });
    expect((await assisted.acts(session)).map((act) => act.label)).toEqual(['共有人同意']);
    await by(acting, (act) => assisted.end(act, 'finished'));
    await expect(
      by(acting, (act) => consents.give(act, { ...consent, aboutId: randomUUID(), personIds: [first.personId] })),
    ).rejects.toMatchObject({ type: 'not-your-consent' });
  });
});
