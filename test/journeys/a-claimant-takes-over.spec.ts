import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { TransferJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal, missingOf } from '../support/given.js';

interface Row {
  id: string;
  state: string;
  kind: string;
  area: string;
  ability: string;
  declared: object;
  due: Date | null;
  status: string | null;
}

/** 本集体成员在同等条件下优先（农村土地承包法第38条第5项）. */
describe('A claimant takes a deal over', () => {
  let exchange: TestExchange;
  let given: Given;
  let people = 0;
  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const posted = async (): Promise<TransferStory> => {
    const story = await given.transfer({ state: 'on_notice' });
    await story.proveScreens();
    await story.proveBoard();
    return story;
  };
  const claimsOf = async (
    story: TransferStory,
  ): Promise<{ id: string; name: string; state: string; outcome: string }[]> =>
    exchange.database.ask(
      `SELECT c.id, c.name, c.state, c.outcome FROM case_file c JOIN notice n ON n.id = c.subject_id AND c.kind = 'priority_claim'
       WHERE n.subject_id = $1 ORDER BY c.received_at, c.number`,
      [story.id],
    );
  const verdict = (claimId: string, act: string): Promise<unknown> =>
    given.as('101-coordination').post(`/cases/${claimId}/${act}`);
  /** Written down at the counter from an identity card: nobody is signed in. */
  const atCounter = async (story: TransferStory, name: string): Promise<void> => {
    const seventeen = `9999991971010100${(people += 1)}`;
    await given.as('101-coordination').post(`/notices/${(await story.view()).noticeId}/priority-claims`, {
      accepts: 'yes',
      name,
      idNumber: `${seventeen}${identityCheck(seventeen)}`,
      phone: '10000000003',
      proof: await scan('member'),
    });
  };
  const choose = async (story: TransferStory, claimId: string | undefined): Promise<string> =>
    (
      await given
        .as('101-trade')
        .post(`/transfers/${story.id}/claimant`, { claimId: claimId ?? '', choice: await scan('choice') })
    )
      .split('/')
      .at(-1) ?? '';
  const rowsOf = (ids: string[]): Promise<Row[]> =>
    exchange.database.ask<Row & Record<string, unknown>>(
      `SELECT t.id, t.state, t.transferee_kind AS kind, t.area_mu AS area, t.ability, t.declared, t.due_at AS due,
         (SELECT status FROM management_right r WHERE r.subject_id = t.id ORDER BY reserved_at DESC LIMIT 1) AS status
       FROM transfer t WHERE t.id = ANY($1) ORDER BY t.created_at`,
      [ids],
    );

  describe('of several, the one whom the transferor chose', () => {
    let story: TransferStory;
    let next: string;

    it('not before anybody has claimed, nor while the period runs and others may still claim', async () => {
      story = await posted();
      const trade = given.as('101-trade');
      const seen = await trade.get<TransferJson>(`/transfers/${story.id}`);
      expect(seen.papers.map(({ kind }) => kind)).toContain('application');
      const { lastDay, venues = [], objections } = seen.notice ?? {};
      expect(lastDay).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect([venues.length, missingOf({ venues })]).toEqual([4, []]);
      expect(objections).toEqual([]);
      const member = given.as('farmer');
      await member.post(`/notices/${(await story.view()).noticeId}/priority-claims`, {
        accepts: 'yes',
        statement: '我家要租，条件一样',
        proof: await scan('member'),
      });
      const [own] = await claimsOf(story);
      expect((await refusal(choose(story, own?.id))).text).toContain('没有已经成立');
      await verdict(own?.id ?? '', 'verification');
      await verdict(own?.id ?? '', 'consent');
      expect((await refusal(choose(story, own?.id))).text).toContain('才满');
      await atCounter(story, '赵演后');
      const [, second] = await claimsOf(story);
      await given.pass(8);
      expect((await refusal(choose(story, own?.id))).text).toContain('还没有答复');
      await verdict(second?.id ?? '', 'verification');
      await verdict(second?.id ?? '', 'consent');
      expect((await refusal(trade.post(`/transfers/${story.id}/claimant`, { claimId: second?.id }))).text).toContain(
        '转出方签字',
      );
      expect((await refusal(choose(story, story.id))).status).toBe(409);
    });

    it('takes over, even from the counter: same land, same terms, a case of his own that already holds the land', async () => {
      const asks = await given
        .as('101-trade')
        .get<{ choices: { claimId: string[] } }>(`/transfers/${story.id}/claimant`);
      expect(asks.choices.claimId.toSorted()).toEqual((await claimsOf(story)).map((each) => each.id).toSorted());
      const second = (await claimsOf(story)).find((each) => each.name === '赵演后');
      next = await choose(story, second?.id);
      const rows = await rowsOf([story.id, next]);
      expect(rows.map((row) => [row.state, row.kind, row.status])).toEqual([
        ['superseded', 'cooperative', 'released'],
        ['draft', 'member', 'reserved'],
      ]);
      expect(rows[0]?.area).toBe(rows[1]?.area);
      expect(rows[0]?.ability).not.toBe('');
      expect(rows[1]?.ability).toBe('');
      expect([rows[0]?.declared, rows[1]?.declared]).toEqual([
        { lease: '无', dispute: '无', credit: '无' },
        { lease: '无', dispute: '无', credit: '' },
      ]);
      expect((await claimsOf(story)).map((each) => [each.state, each.outcome])).toEqual([
        ['not_chosen', 'not_chosen'],
        ['chosen', 'claimant_takes_over'],
      ]);
    });

    it('and everybody is told: both sides of the old case, the chosen and the other claimant', async () => {
      const kinds = async (login: string) =>
        (await given.as(login).get<TransferJson>(`/transfers/${story.id}`)).papers.map(({ kind }) => kind);
      const seen = await kinds('101-trade');
      expect(seen.filter((kind) => kind === 'priority_answer')).toHaveLength(4);
      expect(seen).toContain('case_end');
      const outsider = await kinds('cooperative');
      expect([outsider.includes('case_end'), outsider.includes('priority_answer')]).toEqual([true, false]);
    });

    it('and if he never hands in, the land is free again', async () => {
      const [row] = await rowsOf([next]);
      expect(row?.due).not.toBeNull();
      await given.pass(11);
      expect((await rowsOf([next]))[0]).toMatchObject({ state: 'withdrawn', status: 'released' });
    });
  });

  it('or nobody gets the land: the transferor who lets to none ends the case, and the outsider does not get it either', async () => {
    const story = await posted();
    const trade = given.as('101-trade');
    expect((await refusal(trade.post(`/transfers/${story.id}/discontinuation`))).text).toContain(
      '没有“转出方不再流转”',
    );
    await atCounter(story, '赵演三');
    const [claim] = await claimsOf(story);
    await verdict(claim?.id ?? '', 'verification');
    await given.as('101-coordination').post(`/cases/${claim?.id}/decline`, {
      ground: 'not_letting',
      reasons: '转出方自己种，谁也不租。',
      statement: await scan('signed'),
    });
    await given.pass(8);
    expect((await story.view()).stateName).toBe('on_notice');
    const stopped = async () =>
      (await trade.get<{ rows: { at: string }[] }>('/desk?kind=stopped_transfer')).rows.map(({ at }) => at);
    expect(await stopped()).toEqual([`/transfers/${story.id}`]);
    await trade.post(`/transfers/${story.id}/discontinuation`);
    expect(await stopped()).toEqual([]);
    expect((await rowsOf([story.id]))[0]).toMatchObject({ state: 'withdrawn', status: 'released' });
    const { papers } = await trade.get<TransferJson>(`/transfers/${story.id}`);
    expect(papers.map(({ kind }) => kind)).toContain('case_end');
  });
});
