import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import { photoOf } from '../support/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, type GivenNotice } from '../support/given.js';

const card = (seventeen: string): string => `${seventeen}${identityCheck(seventeen)}`;
let born = 0;
/** Another person's card each time; the numbers belong to nobody. */
const nextCard = (): string => card(`9999991970010100${(born += 1)}`);
const signed = { statement: photoOf('signed') };

describe('A member claims priority', () => {
  let given: Given;
  let neighbour: ApiClient;
  let notice: GivenNotice;
  let claim: string;

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    neighbour = await given.hire('neighbour', ['village_clerk', '370126101227']);
    notice = await given.runningNotice();
  });
  afterAll(() => given.close());

  const claims = (): string => `/notices/${notice.id}/priority-claims`;
  const own = (): string => `/cases/${claim}`;
  const rules = (): Promise<string[]> => given.hinders(notice.id);
  const atCounter = (name: string, files: Record<string, File>) =>
    given.as('101-village-226').send(claims(), {
      accepts: 'yes',
      name,
      idNumber: nextCard(),
      phone: '10000000002',
      statement: '种了二十年地',
      ...files,
    });

  it('only after somebody knows who it is', async () => {
    expect((await given.stranger.ask(claims())).statusCode).toBe(401);
    expect((await given.stranger.send(claims(), { accepts: true })).statusCode).toBe(401);
    expect((await given.page(claims(), given.as('101-village-226'))).body).toContain('同样的条件');
  });

  it('only on the same terms', async () => {
    const refused = await given.as('101-village-226').send(claims(), {
      accepts: false,
      name: '李演禾',
      idNumber: nextCard(),
    });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/accepts' }] });
  });

  it('only under a name and a number by which the claim can be carried out', async () => {
    const nameless = await given.as('101-village-226').send(claims(), { accepts: true, name: '李演禾' });
    expect(nameless.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/idNumber' }] });
    const misread = await given.as('101-village-226').send(claims(), {
      accepts: true,
      name: '李演禾',
      idNumber: '999999197001010011',
    });
    expect(misread.json()).toMatchObject({ status: 422, errors: [{ detail: expect.stringContaining('校验位') }] });
    expect((await given.page(claims(), given.as('101-village-226'))).body).toContain('身份证号');
    const party = (): Promise<unknown> =>
      given.exchange.database.transaction((tx) =>
        tx.query(
          `INSERT INTO case_file (number, kind, subject, subject_id, subject_number, town, village, relation, name, phone_masked, topic, facts, request, received_at, received_by, channel, state, state_since, office_code, office_code_born, revision, rules_day)
           VALUES ('x', 'priority_claim', 'notice', $1, '', '', '', 'claimant', '无', '', 'member', '', '', '2026-10-10', '', 'counter', 'received', '2026-10-10', '1', '1', 1, '2026-10-10')`,
          [notice.id],
        ),
      );
    await expect(party()).rejects.toThrow('case_file_claim_party');
  });

  it('and is answered within three working days', async () => {
    const made = await atCounter('赵演种', { proof: photoOf('member') });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      number: '商农优申〔2026〕第0001号',
      phoneMasked: '100****0002',
      dueAt: '2026-10-14T16:00:00.000Z',
      state: 'received',
    });
    claim = made.json().id;
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({ claims: 1, openClaims: 1 });
    expect((await given.stranger.ask(`/notices/${notice.id}`)).body).not.toContain('赵演种');
  });

  it('is shown to the desk and to nobody else', async () => {
    expect((await given.page(own(), given.as('101-coordination'))).statusCode).toBe(200);
    expect((await given.as('farmer-2').ask(own())).statusCode).toBe(404);
    expect((await neighbour.ask(own())).statusCode).toBe(404);
  });

  it('holds the case after the period as long as nobody has answered', async () => {
    given.exchange.setDay('2026-10-21', '09:00');
    await given.sweep();
    expect(await rules()).toEqual(['priority-unanswered']);
  });

  it('needs the proof of membership before the transferor is asked', async () => {
    const bare = (await given.as('101-coordination').send(`${own()}/consent`)).json();
    expect(bare).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    const verified = await given.as('101-coordination').send(`${own()}/verification`);
    expect(verified.json()).toMatchObject({ state: 'proven', handler: '卫演一' });
    expect((await given.as('101-village-226').send(`${own()}/consent`)).json()).toMatchObject({
      status: 403,
    });
  });

  it('is declined on a lawful ground only, with what the transferor signed, and then the notice is clear', async () => {
    const decline = `${own()}/decline`;
    const rulesOf = (answer: { json(): { blockers?: { rule: string }[] } }): string[] =>
      (answer.json().blockers ?? []).map((each) => each.rule);
    const bare = await given.as('101-coordination').send(decline, { reasons: '不' });
    expect(rulesOf(bare)).toEqual(['claim-ungrounded', 'claim-unreasoned', 'claim-unsigned']);
    const dislike = { reasons: '转出方就是想租给合作社。' };
    expect(rulesOf(await given.as('101-coordination').send(decline, { ...dislike, ...signed }))).toEqual([
      'claim-ungrounded',
    ]);
    const answer = { ground: 'terms_differ', reasons: '主张人不能按期付款，条件不相同。' };
    expect(rulesOf(await given.as('101-coordination').send(decline, answer))).toEqual(['claim-unsigned']);
    const unheard = { ...answer, ground: 'prefers_the_outsider' };
    expect((await given.as('101-coordination').send(decline, { ...unheard, ...signed })).json()).toMatchObject({
      status: 422,
    });
    const no = await given.as('101-coordination').send(decline, { ...answer, ...signed });
    expect(no.json()).toMatchObject({ decision: { outcome: 'declined', ground: 'terms_differ' }, state: 'declined' });
    expect(await rules()).toEqual([]);
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({ state: 'clear' });
  });

  it('and the database keeps no refusal without its ground', async () => {
    const strip = (): Promise<unknown> =>
      given.exchange.database.transaction((tx) =>
        tx.query('UPDATE case_file SET ground = NULL WHERE id = $1', [claim]),
      );
    await expect(strip()).rejects.toThrow('case_file_claim_declined');
  });

  it('is too late after the period', async () => {
    expect((await atCounter('钱演迟', {})).json()).toMatchObject({
      status: 409,
      type: '/problems/priority-claim-late',
    });
  });
});

describe('Claims on the same terms', () => {
  let given: Given;
  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
  });
  afterAll(() => given.close());

  it('without papers of one whom the register does not know is not proven; several stand side by side', async () => {
    const notice = await given.runningNotice();
    const base = `/notices/${notice.id}/priority-claims`;
    const make = async (name: string, proof: boolean): Promise<string> =>
      (
        await given.as('101-village-226').send(base, {
          accepts: 'yes',
          name,
          idNumber: nextCard(),
          ...(proof ? { proof: photoOf('member') } : {}),
        })
      ).json().id;
    const bare = await make('钱演空', false);
    const blocked = await given.as('101-coordination').send(`/cases/${bare}/verification`);
    expect(blocked.json()).toMatchObject({ status: 409, blockers: [{ rule: 'claim-no-proof' }] });
    const refused = await given.as('101-coordination').send(`/cases/${bare}/refusal`, { reasons: '村里查无此户' });
    expect(refused.json()).toMatchObject({ outcome: 'not_proven' });
    const ids = [await make('赵演一', true), await make('赵演二', true)];
    for (const id of ids) {
      await given.as('101-coordination').send(`/cases/${id}/verification`);
      const granted = await given.as('101-coordination').send(`/cases/${id}/consent`);
      expect(granted.json()).toMatchObject({ outcome: 'stands', state: 'granted' });
    }
    const shown = (await given.page(`/cases/${ids[0]}`, given.as('101-coordination'))).body;
    expect(shown).toContain('由转出方从成立的主张里选定');
    expect(shown).not.toContain('竞价');
    given.exchange.setDay('2026-10-21', '09:00');
    expect(await given.hinders(notice.id)).toEqual(['priority-granted', 'priority-granted']);
  });

  it('stop the whole notice when the transferor lets to nobody any more', async () => {
    const notice = await given.runningNotice();
    const base = `/notices/${notice.id}/priority-claims`;
    const made = await given.as('101-village-226').send(base, {
      accepts: 'yes',
      name: '赵演三',
      idNumber: nextCard(),
      proof: photoOf('member'),
    });
    await given.as('101-coordination').send(`/cases/${made.json().id}/verification`);
    const answer = { ground: 'not_letting', reasons: '家里自己种，谁也不租了。' };
    const no = await given.as('101-coordination').send(`/cases/${made.json().id}/decline`, { ...answer, ...signed });
    expect(no.json()).toMatchObject({ decision: { outcome: 'declined', ground: 'not_letting' } });
    given.exchange.setDay('2026-11-10', '09:00');
    expect(await given.hinders(notice.id)).toEqual(['priority-not-letting']);
  });

  it('for whom the register knows and the clerk picks, and for nobody of another town', async () => {
    const other = await given.runningNotice();
    const someone = async (office: string): Promise<{ id: string; name: string } | undefined> =>
      (
        await given.exchange.database.ask<{ id: string; name: string }>(
          `SELECT p.id, p.display_name AS name FROM member m JOIN party p ON p.id = m.person_id JOIN household h ON h.id = m.household_id
           WHERE h.office_code LIKE '${office}%' AND m.valid_to IS NULL ORDER BY p.id LIMIT 1`,
        )
      )[0];
    const [near, far] = [await someone('370126101226'), await someone('370126102')];
    const claimed = (claimantId?: string) =>
      given.as('101-village-226').send(`/notices/${other.id}/priority-claims`, {
        ...{ accepts: 'yes', claimantId: claimantId ?? '', proof: photoOf('picked') },
      });
    expect((await claimed(far?.id)).json()).toMatchObject({ status: 422, type: '/problems/find-unknown' });
    expect((await claimed(near?.id)).statusCode).toBe(201);
    const rows = await given.exchange.database.ask(
      `SELECT party_id AS id, name FROM case_file WHERE kind = 'priority_claim' AND subject_id = $1`,
      [other.id],
    );
    expect(rows).toEqual([near]);
  });
});
