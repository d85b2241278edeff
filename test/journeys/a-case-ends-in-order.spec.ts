import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, clockActor, day } from '#kernel';
import { ParameterStore, Sweeper } from '#platform';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { TransferJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';

/** What an end lets go, and what it must not: a reservation ends with its time, a contract only with itself. */
describe('A case that ends', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());
  // Years without a calendar count nothing, so the clock goes back; each story begins a week after the one before.
  let stories = 0;
  beforeEach(() => exchange.setDay(addDays(day('2026-07-01'), 7 * (stories += 1)), '09:00'));

  const one = async <T>(sql: string, id: string): Promise<T> =>
    ((await exchange.database.ask<{ it: T }>(sql, [id]))[0] as { it: T }).it;
  const stateOf = (story: TransferStory): Promise<string> =>
    one('SELECT state AS it FROM transfer WHERE id = $1', story.id);
  const landOf = (story: TransferStory): Promise<string> =>
    one('SELECT status AS it FROM management_right WHERE subject_id = $1 ORDER BY reserved_at DESC LIMIT 1', story.id);
  const lettersOf = (story: TransferStory): Promise<string[]> =>
    one(`SELECT coalesce(array_agg(kind ORDER BY made_at), '{}') AS it FROM paper WHERE subject_id = $1`, story.id);
  const pass = async (days: number): Promise<void> => {
    exchange.passDays(days, '10:00');
    await exchange.app.get(Sweeper).sweep();
  };

  describe('for want of a decision', () => {
    it('keeps its land for half a year, warns a month before, then lets go of land and survey with a letter', async () => {
      const story = await given.transfer({ state: 'survey' });
      await pass(155);
      expect([await stateOf(story), await landOf(story)]).toEqual(['survey', 'reserved']);
      const { warnings } = await given.as('101-clerk').get<TransferJson>(`/transfers/${story.id}`);
      expect(warnings).toMatchObject([{ code: 'reservation_ends', limit: 180 }]);
      await pass(26);
      expect([await stateOf(story), await landOf(story)]).toEqual(['lapsed', 'released']);
      expect(await one('SELECT state AS it FROM inspection WHERE subject_id = $1', story.id)).toBe('cancelled');
      expect(await lettersOf(story)).toContain('case_end');
    });

    it('does not count the days of a suspension', async () => {
      const story = await given.transfer({ state: 'county_review' });
      await pass(100);
      await story.suspend();
      await pass(100);
      await given.as('director').post(`/transfers/${story.id}/resumption`);
      await pass(60);
      expect([await stateOf(story), await landOf(story)]).toEqual(['county_review', 'reserved']);
      await pass(30);
      expect([await stateOf(story), await landOf(story)]).toEqual(['lapsed', 'released']);
    });

    it('never takes the land from under a signed contract', async () => {
      const story = await given.transfer({ state: 'filing', term: { start: '2028-11-10', end: '2034-11-09' } });
      await pass(300);
      expect([await stateOf(story), await landOf(story)]).toEqual(['filing', 'reserved']);
    });
  });

  const attach = async (story: TransferStory, login: string, kind: string): Promise<void> =>
    void (await given.as(login).post(`/transfers/${story.id}/files`, { kind, file: await scan(kind) }));

  describe('for want of its deposit', () => {
    const unpaid = async (): Promise<TransferStory> => {
      const story = await given.transfer({ state: 'deposit', parcels: await given.land('12.00') });
      await given.pass(7);
      return story;
    };

    it('does not end: the contract stands, its land stays, the letter says so, and late money goes on', async () => {
      const story = await unpaid();
      expect([await stateOf(story), await landOf(story)]).toEqual(['unpaid', 'reserved']);
      expect(await lettersOf(story)).toContain('deposit_overdue');
      expect(await lettersOf(story)).not.toContain('case_end');
      await pass(200);
      expect([await stateOf(story), await landOf(story)]).toEqual(['unpaid', 'reserved']);
      exchange.setDay('2026-12-01', '10:00');
      await story.pay();
      expect(await stateOf(story)).toBe('recording');
    });

    it('ends with the paper that ends the contract, and then the land is free and the deposit is asked for no more', async () => {
      const story = await unpaid();
      const trade = given.as('101-trade');
      const reasons = { reason: '双方协商解除', rule: '民法典第562条' };
      const early = await refusal(trade.post(`/transfers/${story.id}/rescission`, reasons));
      expect([early.type, early.text]).toEqual(['step-blocked', expect.stringContaining('在解除以前一直有效')]);
      await attach(story, '101-trade', 'rescission');
      await trade.post(`/transfers/${story.id}/rescission`, reasons);
      expect([await stateOf(story), await landOf(story)]).toEqual(['withdrawn', 'released']);
      expect(await one('SELECT state AS it FROM deposit WHERE subject_id = $1', story.id)).toBe('cancelled');
    });

    it('is not ended over the parties’ heads either: who stopped a signed case needs the same paper', async () => {
      const story = await given.transfer({ state: 'filing' });
      await story.suspend();
      const director = given.as('director');
      const reasons = { reason: '当事人之间的纠纷已有结论，合同解除', rule: '平台规则 止-02' };
      expect((await refusal(director.post(`/transfers/${story.id}/rejection`, reasons))).type).toBe('step-blocked');
      expect(await landOf(story)).toBe('reserved');
      await attach(story, '101-trade', 'rescission');
      await director.post(`/transfers/${story.id}/rejection`, reasons);
      expect([await stateOf(story), await landOf(story)]).toEqual(['rejected', 'released']);
    });
  });

  describe('at the wish of the applicant', () => {
    it('ends by the clerk’s hand only with the applicant’s own letter', async () => {
      const story = await given.transfer({ state: 'town_review' });
      const clerk = given.as('101-clerk');
      const said = await refusal(clerk.post(`/transfers/${story.id}/withdrawal`, { remark: '他说不办了' }));
      expect([said.type, said.text]).toEqual(['step-blocked', expect.stringContaining('签字的撤回申请书')]);
      await attach(story, '101-clerk', 'withdrawal');
      await clerk.post(`/transfers/${story.id}/withdrawal`, { remark: '申请人书面撤回' });
      expect([await stateOf(story), await landOf(story)]).toEqual(['withdrawn', 'released']);
    });
  });

  describe('with a right too short for a certificate', () => {
    it('comes into force all the same, told from the draft on; a long one is certified and nothing else', async () => {
      const long = await given.transfer({ state: 'certifying' });
      const certifier = given.as('certifier');
      const both = await refusal(certifier.post(`/transfers/${long.id}/registration-only`));
      expect([both.type, both.text]).toEqual(['step-blocked', expect.stringContaining('应当发证书')]);
      const row = { key: 'certificateMinYears', value: 5, validFrom: exchange.today, basis: '县里规定' };
      await exchange.act(clockActor, (act) => exchange.app.get(ParameterStore).set(act, row));
      const term = { start: '2026-12-10', end: '2028-12-09' };
      const short = await given.transfer({ state: 'draft', term });
      const { warnings } = await given.as('101-clerk').get<TransferJson>(`/transfers/${short.id}`);
      expect(warnings).toMatchObject([{ code: 'no_certificate', limit: 5 }]);
      await given.go(short, 'certifying', 'submitted');
      expect((await refusal(short.certify())).text).toContain('不发证书');
      await certifier.post(`/transfers/${short.id}/registration-only`);
      expect([await stateOf(short), await landOf(short)]).toEqual(['registered', 'active']);
      exchange.setDay('2026-12-10', '09:00');
      await exchange.app.get(Sweeper).sweep();
      expect(await stateOf(short)).toBe('in_force');
      await short.terminate();
      const [letter] = await exchange.database.ask<{ view: { certificateIssued: boolean; cause: string } }>(
        `SELECT view FROM paper WHERE subject_id = $1 AND kind = 'termination'`,
        [short.id],
      );
      expect(letter?.view).toMatchObject({ certificateIssued: false, cause: 'agreement' });
    });
  });
});
