import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { Walker } from '../support/walker.js';

interface Outcome {
  work: string;
  at: string;
  number: string;
  problem: { type: string; title: string } | null;
}
type Row = Outcome & { blockers: { text: string }[] };

const path = browserPath();
const push = '/desk/acts/transfer/submit_to_county';

/** A heap on the desk is done with one press: each record by its own gate, with its own outcome. */
describe('One act on many', () => {
  let exchange: TestExchange;
  let given: Given;
  let browser: Browser | null = null;
  let base: string;
  const reviewer = () => given.as('101-reviewer');
  const surveyed = async (count: number): Promise<TransferStory[]> => {
    const stories: TransferStory[] = [];
    for (const { parcels, villageCode } of await given.plots(count))
      stories.push(await given.transfer({ state: 'survey', parcels, villageCode }));
    for (const story of stories) await story.survey();
    return stories;
  };
  const work = (...stories: readonly TransferStory[]): string[] => stories.map(({ id }) => `transfer:${id}`);
  const asked = async (chosen: readonly string[], who = reviewer()): Promise<Row[]> => {
    const query = new URLSearchParams(chosen.map((one): [string, string] => ['work', one])).toString();
    return (await who.get<{ rows: Row[] }>(`${push}?${query}`)).rows;
  };
  const pressed = async (chosen: readonly string[], key = randomUUID(), at = push, who = reviewer()) => {
    const answer = await who.send(at, { work: chosen }, { 'idempotency-key': key });
    expect(answer.statusCode).toBe(200);
    return answer.json<{ outcomes: Outcome[] }>().outcomes;
  };
  const why = (outcomes: readonly Outcome[]) => outcomes.map(({ problem }) => problem?.type ?? 'done');
  const states = async (stories: readonly TransferStory[]): Promise<string[]> =>
    Promise.all(stories.map(async (story) => (await story.view()).stateName));

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    given = new Given(exchange);
    if (path === null) return;
    await exchange.app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(exchange.app.getHttpServer().address() as { port: number }).port}`;
    browser = await openBrowser(path);
  });
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  it('tells beforehand what would come of each, and changes nothing', async () => {
    const [ready] = await surveyed(1);
    const unsurveyed = await given.transfer({ state: 'survey', ...(await given.plots(1))[0] });
    const over = await given.transfer({ state: 'county_review', ...(await given.plots(1))[0] });
    const rows = await asked(work(ready!, unsurveyed, over));
    expect(rows.map(({ blockers, problem }) => [blockers.length > 0, problem?.type ?? null])).toEqual([
      [false, null],
      [true, null],
      [false, 'step-not-open'],
    ]);
    expect(rows[0]).toMatchObject({ at: `/transfers/${ready!.id}`, number: expect.stringMatching(/^370126101A/) });
    expect(rows[0]!.work).toMatch(new RegExp(`^transfer:${ready!.id}:\\d+$`));
    expect(await states([ready!, unsurveyed, over])).toEqual(['survey', 'survey', 'county_review']);
    const outcomes = await pressed(work(ready!, unsurveyed, over));
    expect(why(outcomes)).toEqual(['done', 'step-blocked', 'step-not-open']);
    expect(await states([ready!, unsurveyed, over])).toEqual(['county_review', 'survey', 'county_review']);
    const told = await exchange.database.ask<{ name: string }>(
      `SELECT actor_name AS name FROM step_history WHERE subject = 'transfer' AND subject_id = $1 AND action = 'submit_to_county'`,
      [ready!.id],
    );
    expect(told).toHaveLength(1);
  }, 60_000);

  it('is done once, however often and however fast it is pressed', async () => {
    const stories = await surveyed(2);
    const unsurveyed = await given.transfer({ state: 'survey', ...(await given.plots(1))[0] });
    const chosen = work(stories[0]!, unsurveyed, stories[1]!);
    const key = randomUUID();
    const [one, other] = await Promise.all([pressed(chosen, key), pressed(chosen, key)]);
    expect(why(one!)).toEqual(['done', 'step-blocked', 'done']);
    expect(other).toEqual(one);
    // What was refused the first time is told again, though by now it could be done.
    await unsurveyed.survey();
    expect(await pressed(chosen, key)).toEqual(one);
    expect(await states([unsurveyed])).toEqual(['survey']);
    const body = { work: work(unsurveyed) };
    const foreign = await reviewer().send(push, body, { 'idempotency-key': key });
    expect(foreign.json()).toMatchObject({ type: '/problems/idempotency-other-body' });
    const pushes = await exchange.database.ask(
      `SELECT 1 FROM step_history WHERE action = 'submit_to_county' AND subject_id = ANY($1)`,
      [stories.map(({ id }) => id)],
    );
    expect(pushes).toHaveLength(2);
  }, 60_000);

  it('refuses by itself the record that was changed since it was seen, of another town, or of another kind', async () => {
    const [kept, changed] = await surveyed(2);
    const seen = (await asked(work(kept!, changed!))).map((row) => row.work);
    await changed!.suspend();
    await given.as('director').post(`/transfers/${changed!.id}/resumption`);
    const sister = await given.transfer({ state: 'survey', villageCode: await villageOf('370126102') });
    await sister.survey();
    const outcomes = await pressed([
      ...seen,
      ...work(sister),
      `inspection:${randomUUID()}`,
      `transfer:${randomUUID()}`,
    ]);
    expect(why(outcomes)).toEqual([
      'done',
      'changed-meanwhile',
      'transfer-not-found',
      'act-of-another-kind',
      'transfer-not-found',
    ]);
    expect(outcomes[2]).toMatchObject({ number: '' });
    expect(JSON.stringify(outcomes[2])).not.toContain('370126102');
    expect(await states([changed!, sister])).toEqual(['survey', 'survey']);
  }, 60_000);

  it('is nobody’s whose post it is not, and exists for what a table says alone', async () => {
    const [ready] = await surveyed(1);
    expect(why(await pressed(work(ready!), randomUUID(), push, given.as('101-clerk')))).toEqual(['not-your-step']);
    for (const at of ['/desk/acts/transfer/accept', '/desk/acts/transfer/x', '/desk/acts/nothing/submit_to_county'])
      expect((await reviewer().send(at, { work: work(ready!) })).statusCode).toBe(404);
    expect(
      (await given.as('101-finance').send('/desk/acts/inspection/complete', { work: work(ready!) })).statusCode,
    ).toBe(404);
    expect((await given.stranger.send(push, { work: work(ready!) })).statusCode).toBe(401);
    expect(await states([ready!])).toEqual(['survey']);
  }, 60_000);

  it('refuses a heap too large, the same record twice, and what is no record', async () => {
    const many = Array.from({ length: 10_000 }, () => `transfer:${randomUUID()}`);
    const one = many[0]!;
    for (const chosen of [many, many.slice(0, 51), [one, `${one}:3`], [], ['transfer'], [{ id: one }], one.repeat(2)])
      expect((await reviewer().send(push, { work: chosen })).statusCode).toBe(422);
    expect((await reviewer().send(push, { work: [one], to: 'x' })).statusCode).toBe(422);
  });

  it('ends a heap of surveys too', async () => {
    const story = await given.transfer({ state: 'survey', ...(await given.plots(1))[0] });
    const other = await given.transfer({ state: 'survey', ...(await given.plots(1))[0] });
    const visited = await story.visit();
    const { inspectionId } = await other.view();
    const chosen = [visited, inspectionId].map((id) => `inspection:${id}`);
    const at = '/desk/acts/inspection/complete';
    expect(why(await pressed(chosen, randomUUID(), at, given.as('101-surveyor')))).toEqual(['done', 'step-blocked']);
    const [row] = await exchange.database.ask(`SELECT state FROM inspection WHERE id = $1`, [visited]);
    expect(row).toEqual({ state: 'done' });
  }, 60_000);

  it('is pressed on a page: chosen, looked at, done, with a way to each', async () => {
    const [ready, changed] = await surveyed(2);
    const walker = await Walker.signIn(exchange, '101-reviewer');
    expect((await walker.open('/desk')).body).toContain(`formaction="${push}"`);
    const chosen = new URLSearchParams(work(ready!, changed!).map((one): [string, string] => ['work', one])).toString();
    const { body } = await walker.open(`${push}?${chosen}&to=`);
    expect(body).toContain('能办的 2 件');
    const fields = [...body.matchAll(/name="work" value="([^"]+)"/g)].map(([, value = '']) => value);
    const once = /name="_once" value="([^"]+)"/.exec(body)?.[1] ?? '';
    await changed!.suspend();
    const first = await walker.send(push, { work: fields, _once: once });
    expect(first.body).toContain('2 件里办成 1 件');
    expect(first.body).toContain(`href="/transfers/${changed!.id}"`);
    await walker.open('/desk');
    expect((await walker.send(push, { work: fields, _once: once })).body).toContain('2 件里办成 1 件');
    expect(await states([ready!, changed!])).toEqual(['county_review', 'suspended']);
  }, 60_000);

  it('is offered by the lists of such records too, to whom it could be done by', async () => {
    const [ready] = await surveyed(1);
    const walker = await Walker.signIn(exchange, '101-reviewer');
    const listed = (await walker.open('/transfers?state=survey')).body;
    expect(listed).toContain(`formaction="${push}"`);
    expect(listed).toContain(`name="work" value="transfer:${ready!.id}"`);
    const clerk = await Walker.signIn(exchange, '101-clerk');
    expect((await clerk.open('/transfers?state=survey')).body).not.toContain('name="work"');
    const surveyor = await Walker.signIn(exchange, '101-surveyor');
    expect((await surveyor.open('/inspections')).body).toContain('formaction="/desk/acts/inspection/complete"');
    expect((await surveyor.open('/inspections?state=done')).body).not.toContain('name="work"');
  }, 60_000);

  (path === null ? it.skip : it)(
    'and so on a phone',
    async () => {
      const [ready] = await surveyed(1);
      const person = await Person.of(browser!, base, '101-reviewer', 360);
      await person.open('/desk?kind=transfer');
      await person.page.locator(`input[value="transfer:${ready!.id}"]`).check();
      await person.press('报县审核');
      expect(await person.text()).toContain('能办的 1 件');
      const wide = await person.page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBe(360);
      await person.press('办这 1 件');
      expect(await person.text()).toContain('1 件里办成 1 件');
      await person.picture('many-done');
      expect(await states([ready!])).toEqual(['county_review']);
    },
    60_000,
  );

  async function villageOf(town: string): Promise<string> {
    const [row] = await exchange.database.ask<{ code: string }>(
      `SELECT p.office_code AS code FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code LIKE $1 AND c.ends_on > '2040-01-01' GROUP BY p.office_code ORDER BY sum(p.contract_mu) DESC, 1 LIMIT 1`,
      [`${town}%`],
    );
    return row?.code ?? '';
  }
});
