import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';

/** 本集体成员在同等条件下优先（农村土地承包法第38条第5项）. */
describe('A claimant takes a deal over', () => {
  let exchange: TestExchange;
  let given: Given;
  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  it('with the same land on the same terms, as a case of his own; the old one is over and its land is free', async () => {
    const story = await given.transfer({ state: 'noticed' });
    await story.proveScreens();
    await story.proveBoard();
    const trade = await given.hand('101-trade');
    expect((await refusal(trade.post(`/transfers/${story.id}/yield`))).text).toContain('没有已经成立');
    const { noticeId } = await story.view();
    const member = await given.hand('farmer');
    await member.upload(
      `/notices/${noticeId}/priority-claims`,
      { accepts: 'yes', statement: '我家要租，条件一样' },
      'proof',
      await scan('member'),
    );
    const [claim] = await exchange.database.ask<{ id: string }>('SELECT id FROM priority_claim WHERE notice_id = $1', [
      noticeId,
    ]);
    const desk = await given.hand('101-coordination');
    await desk.post(`/notices/${noticeId}/priority-claims/${claim?.id}/verification`);
    await desk.post(`/notices/${noticeId}/priority-claims/${claim?.id}/consent`);
    const seen = await trade.get<{ papers: { name: string; href: string }[] }>(`/transfers/${story.id}`);
    expect(seen.papers.map((paper) => paper.name)).toContain('优先权主张答复书');
    const other = await (await given.hand('cooperative')).get<{ papers: { name: string }[] }>(`/transfers/${story.id}`);
    expect(other.papers.map((paper) => paper.name)).not.toContain('优先权主张答复书');
    const next = (await trade.post(`/transfers/${story.id}/yield`)).split('/').at(-1);
    const rows = await exchange.database.ask<{ state: string; kind: string; area: string; standing: string | null }>(
      `SELECT t.state, t.transferee_kind AS kind, t.area_mu AS area,
         (SELECT standing FROM management_right r WHERE r.subject_id = t.id ORDER BY reserved_at DESC LIMIT 1) AS standing
       FROM transfer t WHERE t.id = ANY($1) ORDER BY t.created_at`,
      [[story.id, next]],
    );
    expect(rows.map((row) => [row.state, row.kind, row.standing])).toEqual([
      ['yielded', 'cooperative', 'released'],
      ['draft', 'member', null],
    ]);
    expect(rows[0]?.area).toBe(rows[1]?.area);
  });
});
