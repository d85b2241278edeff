import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal, village } from '../support/given.js';
import { scanOf } from '../support/made-up-files.js';
import { GivenLots } from '../support/lots.js';
import { speakFor } from '../support/people.js';

interface Person {
  id: string;
  name: string;
}

describe('A household signs one sheet', () => {
  let given: Given;
  let clerk: ApiClient;
  const ask = <Row extends object>(text: string, values: readonly unknown[]) =>
    given.exchange.database.ask<Row & Record<string, unknown>>(text, values);

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    clerk = given.as('101-clerk');
  }, 60_000);
  afterAll(() => given.close());

  const members = (household: string): Promise<Person[]> =>
    ask<Person>(
      `SELECT n.id, n.name FROM member m JOIN person n ON n.id = m.person_id
       WHERE m.household_id = $1 AND m.co_right AND m.valid_to IS NULL ORDER BY 1`,
      [household],
    );
  /** What stands in the books of a matter: whose consent on which sheet, how many sheets and lines of its history. */
  const kept = async (about: string) => {
    const consents = await ask<{ person: string; file: string; witness: string }>(
      `SELECT person_id AS person, evidence_file_id AS file, witness FROM consent WHERE about_id = $1 AND withdrawn_at IS NULL ORDER BY 1`,
      [about],
    );
    const sheets = await ask<{ id: string; parties: string[] }>(
      `SELECT id, party_ids AS parties FROM evidence_file WHERE kind = 'consent' AND subject_id = $1`,
      [about],
    );
    const lines = await ask<{ person: string }>(
      `SELECT detail ->> 'person' AS person FROM step_history WHERE subject_id = $1 AND action = 'consent' ORDER BY id`,
      [about],
    );
    return { consents, sheets, lines: lines.map(({ person }) => person) };
  };

  describe('for a transfer', () => {
    let story: TransferStory;
    let household: string;
    let [one, two, three]: Person[] = [];
    const at = () => `/transfers/${story.id}/consents`;
    const sign = (personId: string | readonly string[], who = clerk) =>
      who.post(at(), {
        householdId: household,
        personId,
        witness: '演见证',
        file: scanOf(`sheet ${String(personId)}`),
      });

    beforeAll(async () => {
      const plots = await given.plots(20);
      const [plot] = await ask<{ code: string; villageCode: string; household: string }>(
        `SELECT p.code, p.office_code AS "villageCode", c.contractor_id AS household
         FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN member m ON m.household_id = c.contractor_id AND m.co_right
         WHERE p.code = ANY ($1) GROUP BY 1, 2, 3 HAVING count(*) >= 3 ORDER BY 1 LIMIT 1`,
        [plots.map(({ parcels }) => parcels[0]!.code)],
      );
      household = plot!.household;
      [one, two, three] = await members(household);
      story = await given.story({ villageCode: plot!.villageCode, parcels: [{ code: plot!.code }] });
      await story.draft();
    }, 60_000);

    it('with a child or a stranger among them: refused by name, and nothing is written', async () => {
      await clerk.post(`/register/households/${household}/members`, {
        ...{ name: '禾小苗', identityKind: '9', sex: 'female', relation: '30', from: '2026-09-01' },
        ...{ reason: '出生证明', file: await scan('proof') },
      });
      const [child, neighbour, elsewhere] = await ask<Person>(
        `SELECT n.id, n.name FROM (
           (SELECT person_id, 1 AS seq FROM member WHERE household_id = $1 AND NOT co_right ORDER BY valid_from DESC NULLS LAST LIMIT 1) UNION ALL
           (SELECT m.person_id, 2 FROM member m JOIN household h ON h.id = m.household_id WHERE h.office_code = $2 AND h.id <> $1 LIMIT 1) UNION ALL
           (SELECT m.person_id, 3 FROM member m JOIN household h ON h.id = m.household_id WHERE h.office_code LIKE '370126102%' LIMIT 1)) x
         JOIN person n ON n.id = x.person_id ORDER BY seq`,
        [household, village],
      );
      const said = await refusal(sign([one!.id, child!.id, neighbour!.id, elsewhere!.id]));
      expect(said).toMatchObject({ status: 422, type: 'not-a-member' });
      // Who is of another town is nobody that this clerk may learn of.
      expect(said.text).toContain(`禾小苗、${neighbour!.name}、第 4 个人不是这一户的共有人`);
      expect(said.text).not.toContain(one!.name);
      expect(await refusal(sign([]))).toMatchObject({ status: 422, text: expect.stringContaining('请选谁同意') });
      expect(await kept(story.id)).toEqual({ consents: [], sheets: [], lines: [] });
    });

    it('without a sheet: each says it himself, and it is told who has not', async () => {
      const { own } = await speakFor(given.exchange, { own: one!.id });
      const both = { householdId: household, personId: [one!.id, two!.id] };
      const said = await refusal(own.post(at(), both));
      expect(said).toMatchObject({ status: 403, type: 'not-your-consent' });
      expect(said.text).toContain(`${two!.name}自己没有来说`);
      expect(said.text).not.toContain(one!.name);
      expect((await refusal(clerk.post(at(), both))).type).toBe('consent-needs-file');
      expect((await kept(story.id)).consents).toEqual([]);
    });

    it('is one act, one sheet and a consent each, also where it is sent twice at once', async () => {
      const form = await given.page(`${at()}?household=${household}`, clerk);
      expect(form.body.match(/type="checkbox" name="personId"/g)?.length).toBeGreaterThanOrEqual(3);
      const sent = await Promise.allSettled([sign([one!.id, two!.id]), sign([one!.id, two!.id, two!.id])]);
      expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const { consents, sheets, lines } = await kept(story.id);
      const [sheet] = sheets;
      expect(consents).toEqual([
        { person: one!.id, file: sheet!.id, witness: '演见证' },
        { person: two!.id, file: sheet!.id, witness: '演见证' },
      ]);
      expect(sheets).toHaveLength(1);
      expect(sheet!.parties.toSorted()).toEqual([household, one!.id, two!.id].toSorted());
      expect(lines).toHaveLength(1);
      expect(lines[0]!.split('、').toSorted()).toEqual([one!.name, two!.name].toSorted());
    });

    it('names who has said it before, records nobody beside him, and takes a single text as before', async () => {
      const said = await refusal(sign([two!.id, three!.id]));
      expect(said).toMatchObject({ status: 409, type: 'consent-already-given' });
      expect(said.text).toContain(`${two!.name}已经同意过了`);
      expect(said.text).not.toContain(three!.name);
      expect((await kept(story.id)).consents).toHaveLength(2);
      await sign(three!.id);
      const { consents, sheets } = await kept(story.id);
      expect([consents.length, sheets.length]).toEqual([3, 2]);
    });

    it('is signed anew by all of them when the terms change', async () => {
      await story.revise({ priceYuan: '950' });
      const { consents, sheets } = await kept(story.id);
      expect(new Set(consents.map(({ file }) => file)).size).toBe(1);
      expect(sheets).toHaveLength(3);
      await story.submit();
      expect(await story.view()).toMatchObject({ stateName: 'submitted' });
    });
  });

  it('for a lot: one sheet a household, and whoever is of another is told by name', async () => {
    const lots = new GivenLots(given, await scan('signed paper'));
    const [home, other] = await lots.households(2);
    const { id } = await lots.entered({ household: home!.code });
    await lots.station.post(`/listings/${id}/parcels`, { household: other!.code });
    await lots.station.post(`/listings/${id}/gathering`);
    const { consents } = await lots.see(id);
    const [own, others] = await Promise.all(consents.map(({ householdId }) => members(householdId)));
    const sign = (personId: string | readonly string[]) =>
      lots.station.post(`/listings/${id}/consents`, { personId, witness: '禾见证', file: scanOf(`lot ${personId}`) });
    const said = await refusal(sign([...own!.map((each) => each.id), others![0]!.id]));
    expect(said).toMatchObject({ status: 422, type: 'not-a-member' });
    expect(said.text).toContain(`${others![0]!.name}不是这一户的共有人`);
    expect(said.text).toContain('一张纸只记一户的人');
    expect(await kept(id)).toEqual({ consents: [], sheets: [], lines: [] });
    await sign(own!.map((each) => each.id));
    for (const each of others!) await sign(each.id);
    expect((await kept(id)).consents).toHaveLength(own!.length + others!.length);
    await lots.station.post(`/listings/${id}/submission`);
    expect((await lots.see(id)).state).toBe('town_check');
  });
});
