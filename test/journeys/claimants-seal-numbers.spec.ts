import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockActor, drawRanks, seedOfNumbers } from '#kernel';
import { type DrawSeen, GivenDraws, drawPlan } from '../support/draws.js';
import { Given, refusal } from '../support/given.js';

const lottery = {
  ...{ seed: '05101722283109', origin: 'lottery', story: '中国福利彩票双色球2026120期开奖号码', witness: '马演民' },
};

describe('A draw of equal claims', () => {
  let given: Given;
  let draws: GivenDraws;
  const supervisor = () => given.as('supervisor');
  const see = (id: string): Promise<DrawSeen> => draws.see(id);

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    draws = await GivenDraws.of(given);
  }, 120_000);
  afterAll(() => given.close());

  it('has its seed from numbers that all sealed before any was opened; whose they are, nobody reads', async () => {
    const id = await draws.opened();
    const { own, numbers } = draws;
    const [farmer, other] = [draws.claimant(0), draws.claimant(1)];
    const asked = await see(id);
    expect(asked).toMatchObject({
      state: 'sealing',
      ownLabel: null,
      labels: numbers,
      about: `/ties/${asked.subjectId}`,
    });
    expect(asked.sealUntil).toMatch(/^2026-10-13T01:00:00/);
    expect(await draws.see(id, farmer)).toMatchObject({
      ...{ ownLabel: '0417', acts: [{ action: 'seal', enabled: true }] },
    });
    expect(await farmer.get(`/draws/${id}/seals`)).toMatchObject({ action: 'seal', blockers: [] });
    const seal = 'a'.repeat(64);
    expect((await refusal(given.as('101-clerk').post(`/draws/${id}/seals`, { seal }))).type).toBe(
      'draw-not-on-the-list',
    );
    expect((await refusal(farmer.post(`/draws/${id}/seals`, { seal: 'A' }))).status).toBe(422);
    expect((await refusal(draws.unlock(id, 0))).status).toBe(409);
    await draws.seal(id, 0);
    expect((await refusal(draws.seal(id, 0))).type).toBe('step-blocked');
    await draws.seal(id, 1, 2);
    const opening = await see(id);
    expect(opening).toMatchObject({ state: 'opening', seed: null });
    expect(opening.openUntil).toMatch(/^2026-10-13T01:00:00/);
    expect(await other.get(`/draws/${id}/openings`)).toMatchObject({ action: 'unlock', blockers: [] });
    expect((await refusal(other.post(`/draws/${id}/openings`, own[0]))).type).toBe('draw-other-number');
    await draws.unlock(id, 2, 0, 1);
    const drawn = await see(id);
    const sum = seedOfNumbers(new Map(numbers.map((label, at) => [label, own[at]!.number])));
    expect(drawn).toMatchObject({ state: 'drawn', seed: sum, seedOrigin: 'sealed', last: [] });
    expect(drawn.ranked).toEqual(drawRanks(drawn, sum).ranked);
    expect(draws.told.at(-1)).toEqual([id, ...drawn.ranked!]);
    const { history } = await draws.see(id, supervisor());
    expect(new Set(history.map(({ by }) => by))).toEqual(new Set([clockActor.name]));
    expect((await given.page(`/draws/${id}`)).body).toContain(own[0].salt);
  });

  it('puts behind all others who sealed a number and kept it back', async () => {
    const id = await draws.opened();
    await draws.seal(id, 0, 1, 2);
    await draws.unlock(id, 0, 2);
    given.exchange.setDay('2026-10-13', '09:01');
    expect((await refusal(draws.unlock(id, 1))).type).toBe('step-blocked');
    await given.sweep();
    const drawn = await see(id);
    expect(drawn).toMatchObject({ state: 'drawn', last: ['2096'] });
    expect(drawn.ranked!.at(-1)).toBe('2096');
    expect(drawn.seals.find(({ label }) => label === '2096')!.number).toBeNull();
  });

  it('falls to an observer where fewer than two numbers came, since one alone would have chosen the seed', async () => {
    const [none, one] = [await draws.opened(), await draws.opened()];
    await draws.seal(one, 0, 1);
    await given.on('2026-10-14', '09:02');
    expect([(await see(none)).state, (await see(one)).state]).toEqual(['published', 'opening']);
    expect((await refusal(draws.seal(none, 0))).status).toBe(409);
    await draws.unlock(one, 0);
    await given.on('2026-10-15', '09:03');
    expect((await see(one)).state).toBe('published');
    await supervisor().post(`/draws/${one}/seed`, lottery);
    const drawn = await see(one);
    expect(drawn).toMatchObject({ state: 'drawn', seedOrigin: 'lottery', last: ['2096'] });
    expect(drawn.ranked!.at(-1)).toBe('2096');
  });

  it('happens once for what it is for, and not at all where that has ended', async () => {
    const { exchange } = given;
    const sealing = await draws.opened();
    const { subject, subjectId } = await see(sealing);
    const again = exchange.act(clockActor, (act) =>
      draws.service.open(act, { ...drawPlan, subject, subjectId, seedBy: 'observer' }),
    );
    await expect(again).rejects.toMatchObject({ constraint: 'draw_once' });
    const opening = await draws.opened();
    await draws.seal(opening, 0, 1, 2);
    const list = { title: '合同履行情况抽查', labels: 'HT-1', wanted: 1 };
    const [frozen, published] = [await supervisor().post('/draws', list), await supervisor().post('/draws', list)];
    await supervisor().post(`${published}/publication`);
    for (const path of [`/draws/${sealing}`, `/draws/${opening}`, frozen, published]) {
      const record = await supervisor().get<DrawSeen>(path);
      for (const state of ['cancelled', 'cancelled']) {
        await exchange.act(clockActor, (act) =>
          draws.service.cancel(act, record.subject, record.subjectId, '竞价终止'),
        );
        expect(await supervisor().get(path)).toMatchObject({ state });
      }
    }
    expect((await given.page(`/draws/${opening}`)).body).toContain('不抽了');
  });
});
