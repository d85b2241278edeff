import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Sweeper, requestContext } from '#platform';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

interface Answer {
  status: number;
  location: string;
  replayed: boolean;
  body: Record<string, unknown> & { id?: string; type?: string; state?: string };
}

/**
 * The server dies after an act is committed and before its answer is kept. Here the answer is lost by a trigger that lets nobody
 * keep one; `killed-in-the-middle` does the same with kill -9.
 */
describe('An act whose answer was lost', () => {
  let exchange: TestExchange;
  let given: Given;
  let owner: pg.Client;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    await owner.query(`
      CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'lost'; END $$`);
  });
  afterAll(async () => {
    await owner.end();
    await exchange.close();
  });

  async function send(url: string, key: string, payload: object = {}, more: object = {}): Promise<Answer> {
    const headers = { ...(await given.as('101-clerk').headers()), 'idempotency-key': key, ...more };
    const answer = await exchange.app.inject({ method: 'POST', url, headers, payload });
    const { statusCode: status, headers: told } = answer;
    const json = String(told['content-type']).includes('json');
    const body = json ? answer.json<Answer['body']>() : {};
    return { status, location: String(told.location), replayed: told['idempotency-replayed'] === 'true', body };
  }

  /** The first try ends without an answer though the act is done. */
  async function losing(url: string, key: string, payload: object = {}, more: object = {}): Promise<void> {
    await owner.query(
      'CREATE TRIGGER lose BEFORE UPDATE OF answer ON idempotency_key FOR EACH ROW EXECUTE FUNCTION lose()',
    );
    const { status, body } = await send(url, key, payload, more);
    expect([status, body.type ?? '/problems/outcome-unknown']).toEqual([503, '/problems/outcome-unknown']);
    await owner.query('DROP TRIGGER lose ON idempotency_key');
  }

  const many = async (table: string): Promise<number> =>
    (await exchange.database.ask<{ many: number }>(`SELECT count(*)::int AS many FROM ${table}`))[0]?.many ?? 0;
  const wish = async () => {
    const { villageCode: _village, ...rest } = await given.wish();
    return { ...rest, mode: 'lease', payment: '每年 10 月 20 日前付下一年', ability: '经营土地 6 年' };
  };

  it('is answered when it is asked again: the same draft, done once', async () => {
    const draft = await wish();
    const before = await many('transfer');
    await losing('/api/transfers', 'draft-1', draft);
    expect(await many('transfer')).toBe(before + 1);
    const again = await send('/api/transfers', 'draft-1', draft);
    expect([again.status, again.replayed]).toEqual([201, true]);
    expect(again.location).toBe(`/api/transfers/${again.body.id}`);
    expect(await send('/api/transfers', 'draft-1', draft)).toEqual(again);
    expect(await many('transfer')).toBe(before + 1);
  });

  it('is another act with other content, and another with the key of somebody else', async () => {
    expect((await send('/api/transfers', 'draft-1', { ...(await wish()), priceYuan: '901' })).body.type).toBe(
      '/problems/idempotency-other-body',
    );
    const reviewer = given.as('101-reviewer');
    await expect(
      reviewer.post(
        '/transfers/00000000-0000-4000-8000-000000000000/county-submission',
        {},
        { 'idempotency-key': 'draft-1' },
      ),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('tells what was done, rendered for this reader, though the case would refuse the same step now', async () => {
    const story: TransferStory = await given.transfer({ state: 'submitted' });
    const url = `/api/transfers/${story.id}/acceptance`;
    await losing(url, 'accept-1');
    const papers = await many('paper');
    expect((await send(url, 'accept-2')).body.type).toBe('/problems/step-not-open');
    const again = await send(url, 'accept-1');
    expect([again.status, again.body.state, again.replayed]).toEqual([201, 'town_review', true]);
    expect(again.body).toMatchObject(await given.as('101-clerk').get(`/transfers/${story.id}`));
    expect(await many('paper')).toBe(papers);
  });

  it('is answered to a person’s form as well: where to look next', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const letter = await scan('letter of the applicant');
    await given.as('101-clerk').post(`/transfers/${story.id}/files`, { kind: 'withdrawal', file: letter });
    const url = `/transfers/${story.id}/withdrawal`;
    const form = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
    await losing(url, 'withdraw-1', { remark: '不租了' }, form);
    const again = await send(url, 'withdraw-1', { remark: '不租了' }, form);
    expect([again.status, again.location]).toEqual([303, `/transfers/${story.id}`]);
  });

  it('keeps nothing that can be read: results are sealed, and gone once the answer is kept', async () => {
    const draft = await wish();
    await losing('/api/transfers', 'draft-2', draft);
    const rows = () =>
      exchange.database.ask<{ results: string[]; answer: string | null }>(
        `SELECT results, answer FROM idempotency_key WHERE key = 'draft-2'`,
      );
    const [lost] = await rows();
    expect([lost?.results.length, lost?.answer]).toEqual([1, null]);
    const { body } = await send('/api/transfers', 'draft-2', draft);
    const [kept] = await rows();
    expect(kept?.results).toEqual([]);
    for (const text of [...(lost?.results ?? []), kept?.answer ?? ''])
      expect(Buffer.from(text, 'base64').includes(String(body.id))).toBe(false);
  });

  it('is not done twice where nothing was kept of it: the repeat is told that it was done', async () => {
    const draft = await wish();
    await losing('/api/transfers', 'draft-3', draft);
    await exchange.database.write(`UPDATE idempotency_key SET results = '{}' WHERE key = 'draft-3'`);
    const before = await many('transfer');
    expect((await send('/api/transfers', 'draft-3', draft)).body.type).toBe('/problems/already-done');
    expect(await many('transfer')).toBe(before);
  });

  it('tells of each of many what came of it the first time, refused or done', async () => {
    const story: TransferStory = await given.transfer({ state: 'submitted' });
    const work = ['transfer:00000000-0000-4000-8000-000000000000', `transfer:${story.id}`];
    await losing('/api/desk/claims', 'claim-1', { work });
    const { body } = await send('/api/desk/claims', 'claim-1', { work });
    expect(body['outcomes']).toEqual([
      { work: work[0], problem: expect.objectContaining({ type: 'work-not-waiting' }) },
      { work: work[1], problem: null },
    ]);
  });

  it('goes on where it was cut off, if it has several transactions', async () => {
    const asked = {
      ...{ scope: 'probe', key: 'two', fingerprint: 'f'.repeat(64), secret: Buffer.alloc(32, 1) },
      at: exchange.clock.now(),
    };
    const fresh = { claimed: false, turn: 0, begun: false, replayed: false, answered: false };
    const ran: string[] = [];
    const turn = (name: string) =>
      exchange.database.transaction(async () => {
        ran.push(name);
        return `${name} done`;
      });
    const request = <T>(work: () => Promise<T>) =>
      requestContext.run(
        {
          idempotency: { ...asked, ...fresh },
          ifMatch: null,
          person: false,
          reads: false,
          known: null,
          keeping: null,
          committed: false,
        },
        work,
      );
    await request(() => turn('first'));
    expect(await request(async () => [await turn('first'), await turn('second')])).toEqual([
      'first done',
      'second done',
    ]);
    expect(await request(async () => [await turn('first'), await turn('second')])).toEqual([
      'first done',
      'second done',
    ]);
    expect(ran).toEqual(['first', 'second']);
  });

  it('is answered as the first time for ninety days, and its key is forgotten after them', async () => {
    const draft = await wish();
    const first = await send('/api/transfers', 'draft-4', draft);
    const kept = async () =>
      (await exchange.database.ask('SELECT 1 FROM idempotency_key WHERE key = $1', ['draft-4'])).length;
    exchange.passDays(90);
    await exchange.app.get(Sweeper).sweep();
    expect(await send('/api/transfers', 'draft-4', draft)).toMatchObject({ replayed: true, body: first.body });
    exchange.passDays(1, '23:00');
    await exchange.app.get(Sweeper).sweep();
    expect(await kept()).toBe(0);
  });
});
