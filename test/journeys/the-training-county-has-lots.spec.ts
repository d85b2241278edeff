import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { lotPlots } from '../../apps/exchange/src/training/lot-plots.js';
import { play } from '../../apps/exchange/src/training/play.js';
import { Given } from '../support/given.js';

const evening = '2026-11-25T18:30:00+08:00';

/** A newcomer finds land on offer, in every state that the path reaches. */
describe('The training county has lots', () => {
  let given: Given;
  let told: { played: number; stopped: string[] };

  beforeAll(async () => {
    given = await Given.open(evening);
    const { app, clock } = given.exchange;
    told = await play(app, clock, { cases: 0, lots: lotPlots.length, real: { now: () => instant(evening) } });
  }, 300_000);
  afterAll(() => given.close());

  it('which were all played to their end', () => {
    expect(told).toEqual({ played: lotPlots.length, stopped: [] });
  });

  it('in every state', async () => {
    const rows = await given.exchange.database.ask<{ state: string; many: number }>(
      'SELECT state, count(*)::int AS many FROM listing GROUP BY 1',
    );
    expect(Object.fromEntries(rows.map(({ state, many }) => [state, many]))).toEqual({
      ...{ draft: 2, village: 1, town_check: 2, county_review: 2, listed: 12, qualifying: 1, bidding: 1 },
      ...{ agreed: 1, closed: 1, failed: 2, withdrawn: 1, suspended: 1, terminated: 1 },
    });
  });

  it('in villages with a station and without, on many terms', async () => {
    const rows = await given.exchange.database.ask<Record<string, number>>(
      `SELECT count(DISTINCT office_code)::int AS villages, count(DISTINCT left(office_code, 9))::int AS towns,
         count(DISTINCT price_fen)::int AS prices, count(DISTINCT purpose)::int AS uses FROM listing WHERE kind = 'contracted'`,
    );
    expect(rows).toEqual([{ villages: 9, towns: 3, prices: 9, uses: 3 }]);
  });

  it('whose deals are cases on notice and signed', async () => {
    const rows = await given.exchange.database.ask<{ state: string }>(
      `SELECT t.state FROM listing l JOIN transfer t ON t.listing ->> 'id' = l.id::text ORDER BY l.state`,
    );
    expect(rows.map(({ state }) => state)).toEqual(['on_notice', 'filing']);
  });

  it('of every kind, with photos, questions that were answered and put right, and a board of what is wanted that fits', async () => {
    const { database } = given.exchange;
    const kinds = await database.ask<{ kind: string }>('SELECT DISTINCT kind FROM listing ORDER BY 1');
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['assets', 'contracted', 'equipment', 'forest', 'knowledge', 'other', 'wasteland', 'waterworks'],
    ]);
    const asked = await database.ask<Record<string, number>>(
      `SELECT count(*)::int AS questions, count(*) FILTER (WHERE state = 'answered')::int AS answered,
         count(*) FILTER (WHERE earlier <> '[]')::int AS corrected FROM question`,
    );
    expect(asked).toEqual([{ questions: 4, answered: 2, corrected: 2 }]);
    const photos = await database.ask<{ many: number }>(
      `SELECT count(DISTINCT sha256)::int AS many FROM evidence_file WHERE subject = 'listing' AND kind = 'photo'`,
    );
    expect(photos).toEqual([{ many: 2 }]);
    const board = await given.stranger.get<{ rows: { id: string; kind: string }[] }>('/wanted');
    expect(board.rows.map(({ kind }) => kind).toSorted()).toEqual(['assets', 'assets', 'contracted', 'contracted']);
    for (const { id } of board.rows) {
      const { matches } = await given.stranger.get<{ matches: object[] }>(`/wanted/${id}`);
      expect([id, matches.length > 0]).toEqual([id, true]);
    }
  });

  it('and what is on offer comes first on the front page, all of it in the list', async () => {
    const front = (await given.page('/')).body;
    const offered = front.slice(front.indexOf('正在挂牌'), front.indexOf('要办什么'));
    expect(offered.match(/href="\/listings\/[0-9a-f-]{36}"/g)).toHaveLength(4);
    expect(front.indexOf('正在挂牌')).toBeLessThan(front.indexOf('最近办结'));
    const list = await given.stranger.get<{ rows: { state: string }[] }>('/listings');
    expect(list.rows.filter(({ state }) => state === 'listed')).toHaveLength(12);
    const station = (await given.page('/listings/desk', given.as('101-village-226'))).body;
    expect(station).toContain('href="/listings/');
  });
});
