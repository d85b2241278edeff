import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Workflow, actorsOf, clockActor, inPhase, origins, statesIn } from '#kernel';
import { Acts } from '#platform';
import { TransferReader, type TransferFacts, transferWorkflow } from '#transfers';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

const noticed = statesIn(transferWorkflow, 'notice') as readonly string[];

/** Every arrow by which a case under notice goes back, or ends without a right. */
const arrows = transferWorkflow.steps.filter(
  (step) =>
    origins(step).some((from) => noticed.includes(from)) &&
    inPhase(transferWorkflow, step.to, 'writing', 'town', 'review', 'fallen'),
);

/**
 * The arrow alone, without posts and rules: what any method that takes it would do at least. It bears another name, so that
 * nobody takes it for an arrow that a story has walked.
 */
const bare = (on: string): Workflow<string, string, TransferFacts> => ({
  ...transferWorkflow,
  steps: arrows.filter((step) => step.on === on).map((step) => ({ ...step, on: `bare ${on}`, by: 'clock', needs: [] })),
});

describe('A notice stands only with its case', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-07-01T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  it('is walked over arrows of people and of the clock', () => {
    expect(arrows.map(({ on }) => on)).toEqual(expect.arrayContaining(['recall', 'reject', 'lapse', 'withdraw']));
    expect(new Set(arrows.flatMap((step) => [...actorsOf(step)])).size).toBeGreaterThan(3);
  });

  it.each(arrows.map(({ on, to }) => [on, to]))('“%s” to %s leaves none that runs, and says why', async (on, to) => {
    const story = await given.transfer({ state: 'on_notice' });
    await story.proveScreens();
    await story.proveBoard();
    await exchange.app.get(Acts).begin(clockActor, async (act) => {
      const facts = await exchange.app.get(TransferReader).locked(act, story.id);
      await act.take(bare(on), facts, `bare ${on}`, { remark: '走一遍' });
    });
    const rows = await exchange.database.ask(
      `SELECT t.state AS "case", n.state AS notice, n.ended_reason AS why, p.id AS posted
       FROM transfer t JOIN notice n ON n.subject_id = t.id
         LEFT JOIN venue_posting p ON p.publication_id = n.publication_id AND p.removed_at IS NULL
       WHERE t.id = $1`,
      [story.id],
    );
    expect(rows).toEqual([{ case: to, notice: 'withdrawn', why: '走一遍', posted: null }]);
  });
});
