import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawHash, drawRanks } from '#kernel';
import { constraintOf } from '#platform';
import type { Said } from '../support/acts-walked.js';
import { GivenDraws } from '../support/draws.js';
import { Given, refusal } from '../support/given.js';

const check = { title: '2026年第四季度合同履行情况抽查', labels: 'HT-3\nHT-1，HT-2\nHT-5\nHT-4\n', wanted: 2 };
const seed = {
  ...{ seed: '352614', origin: 'thrown', story: '10月12日上午在县中心大厅当众掷六颗骰子', witness: '马演民' },
};

describe('A random check', () => {
  let given: Given;
  let draws: GivenDraws;
  const reviewer = () => given.as('reviewer');
  const supervisor = () => given.as('supervisor');
  const entered = async (who = reviewer()): Promise<string> => (await who.post('/draws', check)).replace('/draws/', '');

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    draws = await GivenDraws.of(given);
  }, 120_000);
  afterAll(() => given.close());

  it('is frozen by one, its hash is public, another brings the seed, the rest is arithmetic', async () => {
    expect((await refusal(given.as('101-clerk').post('/draws', check))).status).toBe(403);
    const id = await entered();
    expect((await given.stranger.ask(`/draws/${id}`)).statusCode).toBe(404);
    const frozen = await draws.see(id, reviewer());
    expect(frozen).toMatchObject({ state: 'frozen', labels: ['HT-1', 'HT-2', 'HT-3', 'HT-4', 'HT-5'], seed: null });
    expect(frozen.acts).toMatchObject([{ action: 'publish', enabled: true }]);
    expect((await refusal(supervisor().post(`/draws/${id}/seed`, seed))).type).toBe('step-not-open');
    await reviewer().post(`/draws/${id}/publication`);
    expect(await draws.see(id)).toMatchObject({
      state: 'published',
      listHash: drawHash(frozen),
      history: [],
      acts: [],
    });
    const desk = await supervisor().get<{ rows: { kind: string; id: string }[] }>('/desk');
    expect(desk.rows).toContainEqual(expect.objectContaining({ kind: 'draw', id }));
    expect((await refusal(reviewer().post(`/draws/${id}/seed`, seed))).type).toBe('not-your-step');
    const wrong = { ...seed, story: '打电话13800001234问来的', witness: frozen.history[0]!.by };
    const said = (await supervisor().send(`/draws/${id}/seed`, wrong)).json<Said>();
    expect(said.errors.map(({ pointer }) => pointer)).toEqual(['#/story', '#/witness']);
    expect(await supervisor().get(`/draws/${id}/seed`)).toMatchObject({ action: 'seed', blockers: [] });
    await supervisor().post(`/draws/${id}/seed`, seed);
    const drawn = await draws.see(id);
    const { ranked } = drawRanks(frozen, seed.seed);
    expect(drawn).toMatchObject({ state: 'drawn', seed: seed.seed, seedOrigin: 'thrown', witness: '马＊＊', last: [] });
    expect(drawn).toMatchObject({ about: null, ranked });
    expect((await draws.see(id, supervisor())).witness).toBe('马演民');
    expect(await given.stranger.get('/draws')).toMatchObject({ rows: [{ id, of: 5, wanted: 2 }] });
    expect((await given.page('/draws')).body).toContain(check.title);
  });

  it('is computed again from what its public page says, with two commands', async () => {
    const { rows } = await given.stranger.get<{ rows: { id: string }[] }>('/draws');
    const seen = await draws.see(rows[0]!.id);
    const sum = (input: string): string => execFileSync('sha256sum', { input }).toString().slice(0, 64);
    expect(sum(seen.text)).toBe(seen.listHash);
    const [first] = seen.steps;
    expect(sum(`draw-1\n${seen.listHash}\n${seen.seed}\n1\n`)).toBe(first!.hash);
    const page = (await given.page(`/draws/${seen.id}`)).body;
    for (const said of [seen.listHash, first!.hash, seen.seed!, ...seen.labels, '自己再算一遍'])
      expect(page).toContain(said);
  });

  it('is of numbers, not of persons; of no fewer than are drawn; of each once', async () => {
    const wrong = { title: '抽查，问13800001234', labels: 'HT-1\n王小明\nHT-1\n13800001234', wanted: 9 };
    const { errors } = (await reviewer().send('/draws', wrong)).json<Said>();
    expect(errors.map(({ pointer }) => pointer)).toEqual(['#/title', '#/labels', '#/wanted']);
  });

  it('has its seed from another than who froze it, among supervisors too', async () => {
    const id = await entered(supervisor());
    await supervisor().post(`/draws/${id}/publication`);
    expect(await refusal(supervisor().post(`/draws/${id}/seed`, seed))).toMatchObject({ type: 'step-blocked' });
  });

  /** The constraint that refuses a statement. */
  const written = (sql: string, id: string): Promise<string> =>
    given.exchange.database
      .transaction((tx) => tx.query(sql, [id]))
      .then(
        () => 'done',
        (error: unknown) => constraintOf(error) ?? String(error),
      );

  it('is kept by the database: no other list, no early seed, no second result', async () => {
    const id = await entered();
    const tried = (changes: string) => written(`UPDATE draw SET ${changes} WHERE id = $1`, id);
    const sown = `seed = 'abcdef', seed_origin = 'thrown', seed_story = 'x', witness = 'x', observer_name = 'x', ranked = ARRAY['HT-1','HT-2'], seeded_at = '2026-10-13T13:00:00+08:00'`;
    const early = sown.replace('2026-10-13', '2026-10-11');
    expect(await tried(`labels = ARRAY['HT-1','HT-9']`)).toBe('draw_list_kept');
    expect(await tried(`${sown}, observer_id = gen_random_uuid()`)).toBe('draw_seed_after_publication');
    await reviewer().post(`/draws/${id}/publication`);
    expect(await tried(`published_at = '2026-01-01'`)).toBe('draw_list_kept');
    expect(await tried(`${early}, observer_id = gen_random_uuid()`)).toBe('draw_seed_after_publication');
    expect(await tried(`${sown}, observer_id = frozen_by`)).toBe('draw_seed_by_another');
    expect(await tried(`state = 'drawn'`)).toBe('draw_state_has_its_seed');
    await supervisor().post(`/draws/${id}/seed`, seed);
    expect(await tried(`${sown}, observer_id = gen_random_uuid()`)).toBe('draw_drawn_once');
    expect(await tried('ranked = ARRAY[ranked[2], ranked[1]]')).toBe('draw_drawn_once');
  });

  it('checks each list by the very hash that strangers compute', async () => {
    const id = await entered();
    const columns = `office_code, revision, rules_day, algorithm, seed_by, frozen_at, frozen_name, last`;
    const work = (labels: string, hash: string) =>
      written(
        `INSERT INTO draw (id, subject, subject_id, title, wanted, state, state_since, labels, list_hash, ${columns})
         SELECT gen_random_uuid(), subject, gen_random_uuid(), title, 1, state, state_since, ${labels}, ${hash}, ${columns} FROM draw WHERE id = $1`,
        id,
      );
    expect(await work('labels', 'list_hash')).toBe('draw_list_hashed');
    expect(await work(`ARRAY['2','1']`, 'list_hash')).toMatch(/draw_list_(in_order|hashed)/);
  });
});
