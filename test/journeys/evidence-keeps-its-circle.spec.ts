import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { EvidenceSight, Files } from '#platform';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { speakFor } from '../support/people.js';

const agentNumber = `99999919780808004${identityCheck('99999919780808004')}`;

describe('Evidence', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;
  let parties: Record<'grantor' | 'sibling' | 'transferee' | 'stranger' | 'agent', ApiClient>;
  let [household, member] = ['', ''];
  const file: Record<string, string> = {};

  const idOf = async (kind: string, subject = 'transfer'): Promise<string> => {
    const [row] = await exchange.database.ask<{ id: string }>(
      `SELECT id FROM evidence_file WHERE subject = $1 AND kind = $2 AND (subject <> 'transfer' OR subject_id = $3) ORDER BY added_at DESC LIMIT 1`,
      [subject, kind, story.id],
    );
    return row?.id ?? '';
  };
  const opens = async (who: ApiClient | null, id: string): Promise<number> => {
    if (who) return (await who.ask(`/files/${id}`)).statusCode;
    return (await exchange.app.inject({ url: `/files/${id}`, headers: { accept: 'text/html' } })).statusCode;
  };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    story = await given.story({ parcels: (await given.land('2.00')).slice(0, 1) });
    await story.draft();
    await story.consents(1);
    const clerk = given.as('101-clerk');
    const members = await exchange.database.ask<{ household: string; person: string; transferee: string }>(
      `SELECT tp.grantor_id AS household, m.person_id AS person, t.transferee_id AS transferee
       FROM transfer t JOIN transfer_parcel tp ON tp.transfer_id = t.id JOIN member m ON m.household_id = tp.grantor_id
       WHERE t.id = $1 AND m.valid_to IS NULL ORDER BY m.person_id`,
      [story.id],
    );
    [household, member] = [members[0]?.household ?? '', members[0]?.person ?? ''];
    const [other] = await exchange.database.ask<{ id: string }>(
      `SELECT h.representative_id AS id FROM household h WHERE h.office_code = $1 AND h.id <> $2 ORDER BY h.id LIMIT 1`,
      [village, household],
    );
    const letter = {
      householdId: household,
      agentName: '辛代耘',
      agentIdNumber: agentNumber,
      powers: 'negotiate_and_sign',
      validTo: '2026-10-31',
      witness: '禾见证',
      readAloud: 'yes',
    };
    await clerk.post(`/transfers/${story.id}/powers-of-attorney`, { ...letter, file: await scan('power_of_attorney') });
    const [agent] = await exchange.database.ask<{ id: string }>(`SELECT id FROM person WHERE name = '辛代耘'`);
    parties = await speakFor(exchange, {
      grantor: member,
      sibling: members[1]?.person ?? '',
      transferee: members[0]?.transferee ?? '',
      stranger: other?.id ?? '',
      agent: agent?.id ?? '',
    });
    // The household's own title, handed in by a member; the contract, handed in at the counter.
    await parties.grantor.post(`/transfers/${story.id}/files`, {
      kind: 'contract_title',
      file: await scan('own title'),
    });
    await clerk.post(`/transfers/${story.id}/files`, { kind: 'intent', file: await scan('intent') });
    for (const kind of ['identity', 'consent', 'power_of_attorney', 'contract_title', 'intent'])
      file[kind] = await idOf(kind);
  });
  afterAll(() => exchange.close());

  it.each(['identity', 'consent', 'power_of_attorney', 'contract_title', 'intent'])(
    'of the kind %s is open to the offices that cover the case, and to no sister office',
    async (kind) => {
      for (const login of ['101-clerk', '101-reviewer', `101-village-${village.slice(9)}`, 'reviewer', 'supervisor'])
        expect([login, await opens(given.as(login), file[kind]!)]).toEqual([login, 200]);
      for (const login of ['102-clerk', '102-reviewer', '102-information'])
        expect([login, await opens(given.as(login), file[kind]!)]).toEqual([login, 404]);
    },
  );

  it.each([
    ['a consent', 'consent', { grantor: 200, sibling: 200, agent: 200, transferee: 404, stranger: 404 }],
    [
      'a letter to an agent',
      'power_of_attorney',
      { grantor: 200, sibling: 200, agent: 200, transferee: 404, stranger: 404 },
    ],
    ['a title that a member handed in', 'contract_title', { grantor: 200, transferee: 404, stranger: 404 }],
    [
      'an identity paper taken at the counter',
      'identity',
      { grantor: 404, transferee: 404, agent: 404, stranger: 404 },
    ],
    ['what both sides signed', 'intent', { grantor: 200, sibling: 200, agent: 200, transferee: 200, stranger: 404 }],
  ] as const)('that is %s is open to whose it is, and to nobody else', async (_what, kind, expected) => {
    for (const [who, status] of Object.entries(expected))
      expect([who, await opens(parties[who as 'grantor'], file[kind]!)]).toEqual([who, status]);
    expect(await opens(null, file[kind]!)).toBe(404);
  });

  it('is linked on the case page exactly where it opens', async () => {
    for (const who of [parties.grantor, parties.transferee, parties.agent, given.as('101-clerk')]) {
      const page = await who.get<{ materials: { href: string }[] }>(`/transfers/${story.id}`);
      expect(page.materials.length).toBeGreaterThan(0);
      for (const { href } of page.materials) expect([href, await opens(who, href.slice(7))]).toEqual([href, 200]);
    }
  });

  it('is no longer the agent’s when the letter is taken back', async () => {
    await exchange.database.transaction((tx) =>
      tx.query(`UPDATE power_of_attorney SET revoked_at = $2, revocation_reason = '不用了' WHERE principal_id = $1`, [
        household,
        exchange.clock.now(),
      ]),
    );
    expect(await opens(parties.agent, file['intent']!)).toBe(404);
    expect(await opens(parties.grantor, file['intent']!)).toBe(200);
  });

  it('goes with its case to the office that has it after a change of divisions', async () => {
    const move = (code: string): Promise<unknown> =>
      exchange.database.transaction((tx) =>
        tx.query('UPDATE transfer SET office_code = $2 WHERE id = $1', [story.id, code]),
      );
    await move('370126102201');
    expect(await opens(given.as('102-reviewer'), file['intent']!)).toBe(200);
    expect(await opens(given.as('101-reviewer'), file['intent']!)).toBe(404);
    await move(village);
  });

  it('that is on a public page is everybody’s', async () => {
    const other = await given.transfer({ state: 'on_notice' });
    await other.proveBoard();
    const photo = await idOf('venue:village_board', 'venue_posting');
    expect(await opens(null, photo)).toBe(200);
    const survey = await idOf('survey-photo', 'inspection');
    expect(await opens(null, survey)).toBe(404);
    expect(await opens(parties.transferee, survey)).toBe(404);
    expect(await opens(given.as('101-surveyor'), survey)).toBe(200);
    expect(await opens(given.as('102-surveyor'), survey)).toBe(404);
  });

  it('of a kind of record that nobody answers for is not taken in', async () => {
    expect(() => exchange.app.get(EvidenceSight).of('rumour')).toThrow('Nobody says');
    const paper = await scan('rumour');
    const received = await exchange.app
      .get(Files)
      .receive({ fileName: paper.name, content: Buffer.from(await paper.arrayBuffer()) }, 20);
    const nobody = { kind: 'clock', accountId: null, name: '', posts: [], partyId: null, assisting: null } as const;
    await expect(
      exchange.act(nobody, (act) =>
        exchange.app.get(Files).attach(act, received, { subject: 'rumour', subjectId: '1', kind: 'x' }),
      ),
    ).rejects.toThrow('Nobody says');
  });
});
