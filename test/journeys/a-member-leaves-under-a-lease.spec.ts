import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, village } from '../support/given.js';
import { wordsOf } from '../support/read-pdf.js';

interface Seen {
  state: string;
  papers: { id: string; kind: string }[];
}

describe('A member leaves a household whose land is let', () => {
  let given: Given;
  let running: TransferStory;
  let waiting: TransferStory;
  let other: TransferStory;
  let minutes = 0;

  /** Cases of three households that have somebody beside who speaks for them. */
  beforeAll(async () => {
    given = await Given.open();
    const homes = await given.exchange.database.ask<{ code: string }>(
      `SELECT min(p.code) AS code FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id
       WHERE p.office_code = $1 AND c.ends_on > '2040-01-01' AND p.category <> '21'
         AND (SELECT count(*) FROM member m WHERE m.household_id = h.id AND m.co_right) >= 3
         AND NOT EXISTS (SELECT FROM right_portion r WHERE r.parcel_id = p.id) GROUP BY h.id ORDER BY 1 LIMIT 3`,
      [village],
    );
    const parcelsOf = (at: number) => [{ code: homes[at]!.code }];
    running = await given.transfer({ state: 'certified', parcels: parcelsOf(0) });
    waiting = await given.transfer({ state: 'submitted', parcels: parcelsOf(1) });
    other = await given.transfer({ state: 'submitted', parcels: parcelsOf(2) });
  }, 180_000);
  afterAll(() => given.close());

  const later = () => given.on(given.exchange.today, `16:${String(++minutes).padStart(2, '0')}`);
  const seen = ({ id }: TransferStory) => given.as('director').get<Seen>(`/transfers/${id}`);
  const letters = async (story: TransferStory) =>
    (await seen(story)).papers.filter(({ kind }) => kind === 'member_change');
  const printed = async (id: string) =>
    wordsOf(await given.as('101-clerk').file(`/papers/${id}`)).replaceAll(/\s/g, '');
  /** The clerk enters that somebody but the representative left. */
  const leave = async (story: TransferStory, coRight: boolean) => {
    const [member] = await given.exchange.database.ask<{ id: string; household: string; name: string }>(
      `SELECT m.person_id AS id, h.id AS household, n.name FROM transfer_parcel tp JOIN household h ON h.id = tp.grantor_id
       JOIN member m ON m.household_id = h.id AND m.person_id <> h.representative_id JOIN person n ON n.id = m.person_id
       WHERE tp.transfer_id = $1 AND m.co_right = $2 AND m.valid_to IS NULL LIMIT 1`,
      [story.id, coRight],
    );
    const fields = { why: 'died', on: given.exchange.today, reason: '派出所注销证明', file: await scan('proof') };
    const at = `/register/households/${member!.household}/members/${member!.id}/end`;
    await given.as('101-clerk').post(at, fields);
    return member!.name;
  };

  it('tells both sides of a right in force, once, and neither who it was nor why', async () => {
    const name = await leave(running, true);
    await later();
    const [letter, ...more] = await letters(running);
    expect(more).toEqual([]);
    expect((await seen(running)).state).toBe('certified');
    const words = await printed(letter!.id);
    expect(words).toContain('1位共有人不再是这一户的成员');
    expect(words).toContain('合同继续有效');
    expect(words).not.toContain(name);
    expect(words).not.toContain('去世');
    await later();
    expect(await letters(running)).toHaveLength(1);
  });

  it('tells the town and both sides of a case that his consent was given to, and goes on without it', async () => {
    await leave(waiting, true);
    await later();
    const [letter] = await letters(waiting);
    const words = await printed(letter!.id);
    expect(words).toContain('以现在登记的每位共有人的同意为准');
    await given.go(waiting, 'town_review', 'town_review');
    expect((await seen(waiting)).state).toBe('town_review');
  });

  it('says nothing to the parties of another household’s land', async () => {
    expect(await letters(other)).toEqual([]);
  });
});
