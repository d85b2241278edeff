import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Mu, day, mu, term } from '#kernel';
import { GivenLand, huairen, sixYears, yinxiang } from '../../../test/support/land.js';
import * as rules from './land.rules.js';
import type { LandFacts } from './land.rules.js';
import type { PortionRequest, RightRequest } from './right.input.js';

let given: GivenLand;

beforeAll(async () => {
  given = await GivenLand.open(120, 'rights');
}, 60_000);

afterAll(() => given.exchange.close());

/** Two offices at the same instant: how many were let in, and what the others were told. */
async function race(...wishes: RightRequest[]): Promise<{ accepted: number; refused: string[] }> {
  const answers = await Promise.allSettled(
    wishes.map((wish, i) => given.reserve(wish, i % 2 === 0 ? yinxiang : huairen)),
  );
  const refused = answers.flatMap((a) =>
    a.status === 'rejected' ? [(a.reason as { type?: string }).type ?? String(a.reason)] : [],
  );
  return { accepted: answers.length - refused.length, refused };
}

const against = (facts: LandFacts) => Object.values(rules).flatMap((rule) => rule(facts));

describe('Two offices that ask for the same land in the same instant', () => {
  it('end as one accepted and one refused, fifty times out of fifty', async () => {
    for (let round = 0; round < 50; round++) {
      const row = given.parcel();
      const shifted = term(day('2030-01-01'), day('2034-12-31'));
      const [one, other] =
        round % 2
          ? [given.part(row, 'east', 0.6), given.part(row, 'west', 0.6)]
          : [given.part(row, 'east', 0.3), { parcelId: row.id, whole: true as const }];
      expect(await race(await given.wish([one]), await given.wish([other], shifted))).toEqual({
        accepted: 1,
        refused: ['parcel-taken'],
      });
    }
  });

  it('are both let in where their portions only touch', async () => {
    const row = given.parcel();
    expect(
      await race(await given.wish([given.part(row, 'east', 0.5)]), await given.wish([given.part(row, 'west', 0.5)])),
    ).toEqual({
      accepted: 2,
      refused: [],
    });
  });

  it('are both let in where one term begins the day after the other ends', async () => {
    const wish = { parcelId: given.parcel().id, whole: true as const };
    const later = term(day('2032-11-01'), day('2035-10-31'));
    expect(await race(await given.wish([wish]), await given.wish([wish], later))).toEqual({ accepted: 2, refused: [] });
    const onTheDay = term(day('2035-10-31'), day('2036-10-31'));
    expect(await race(await given.wish([wish], onTheDay))).toEqual({ accepted: 0, refused: ['parcel-taken'] });
  });

  it('do not lock each other out when they name the parcels in opposite order', async () => {
    const [a, b] = [given.parcel(), given.parcel()].map((row) => ({ parcelId: row.id, whole: true as const }));
    expect(await race(await given.wish([a!, b!]), await given.wish([b!, a!]))).toEqual({
      accepted: 1,
      refused: ['parcel-taken'],
    });
  });
});

describe('A reservation', () => {
  it('is told beforehand by the same rule that the database enforces', async () => {
    const row = given.parcel();
    const held = await given.reserve(await given.wish([given.part(row, 'east', 0.4)]));
    const asked = async (wish: PortionRequest, subjectId: string | null = null) =>
      against(
        await given.land.facts(given.exchange.database.reader, {
          subject: 'transfer',
          subjectId,
          term: sixYears,
          plannedUse: 'grain',
          parentId: null,
          portions: [wish],
          toleranceMu: mu('0.01'),
        }),
      ).map((b) => b.rule);
    expect(await asked({ parcelId: row.id, whole: true })).toEqual(['land-is-free']);
    expect(await asked(given.part(row, 'west', 0.6))).toEqual([]);
    expect(await asked({ parcelId: row.id, whole: true }, held.subjectId)).toEqual([]);
  });

  it('moves one way: what is over never comes back, whoever writes to the table', async () => {
    const held = await given.reserve(await given.wish([{ parcelId: given.parcel().id, whole: true }]));
    const { database } = given.exchange;
    const forced = (status: string) =>
      database.transaction((tx) =>
        tx.query(`UPDATE management_right SET status = $2, over_since = reserved_at, over_reason = 'x' WHERE id = $1`, [
          held.id,
          status,
        ]),
      );
    await expect(forced('ended')).rejects.toThrow('does not go from reserved to ended');
    await given.exchange.act(yinxiang, (act) => given.rights.release(act, held.id, '撤回'));
    await expect(forced('reserved')).rejects.toThrow('does not go from released to reserved');
  });

  it('that is released leaves the land free, and that ends too', async () => {
    const row = given.parcel();
    const wish = () => given.wish([{ parcelId: row.id, whole: true }]);
    const first = await given.reserve(await wish());
    await given.exchange.act(yinxiang, (act) => given.rights.release(act, first.id, '申请人撤回'));
    const second = await given.reserve(await wish());
    await given.exchange.act(yinxiang, (act) => given.rights.activate(act, second.id));
    expect((await given.rights.occupancy([row.id], sixYears)).map((o) => o.status)).toEqual(['active']);
    await given.exchange.act(yinxiang, (act) => given.rights.end(act, second.id, { reason: '到期', expired: true }));
    expect(await given.rights.occupancy([row.id], sixYears)).toEqual([]);
    expect(await given.rights.holdings(given.operator)).not.toContainEqual(expect.objectContaining({ id: second.id }));
  });

  it('cannot be released twice, nor activated after', async () => {
    const first = await given.reserve(await given.wish([{ parcelId: given.parcel().id, whole: true }]));
    await given.exchange.act(yinxiang, (act) => given.rights.release(act, first.id, '申请人撤回'));
    for (const act of ['release', 'activate'] as const) {
      await expect(
        given.exchange.act(yinxiang, (again) =>
          act === 'release' ? given.rights.release(again, first.id, '再撤') : given.rights.activate(again, first.id),
        ),
      ).rejects.toMatchObject({ type: 'right-wrong-status' });
    }
  });

  it('beyond the recorded end of the contract is refused by the database itself', async () => {
    const wish = await given.wish(
      [{ parcelId: given.parcel().id, whole: true }],
      term(day('2055-01-01'), day('2059-10-01')),
    );
    await expect(given.reserve(wish)).rejects.toMatchObject({ type: 'beyond-contract' });
  });

  it('of portions that add up to more than the parcel is refused', async () => {
    const row = given.parcel();
    const wish = await given.wish([given.part(row, 'east', 0.5)]);
    const portions = [
      ...wish.portions,
      {
        ...(await given.wish([given.part(row, 'west', 0.5)])).portions[0]!,
        areaMu: (Number(row.parcelMu) * 0.7).toFixed(4) as Mu,
      },
    ];
    await expect(given.reserve({ ...wish, portions })).rejects.toMatchObject({ type: 'beyond-area' });
  });

  it('to oneself, or a second for one case, is refused', async () => {
    const wish = await given.wish([{ parcelId: given.parcel().id, whole: true }]);
    await expect(given.reserve({ ...wish, holderId: wish.grantorId })).rejects.toMatchObject({
      type: 'right-same-parties',
    });
    await given.reserve(wish);
    const other = await given.wish([{ parcelId: given.parcel().id, whole: true }]);
    await expect(given.reserve({ ...other, subjectId: wish.subjectId })).rejects.toMatchObject({
      type: 'already-reserved',
    });
  });

  it('keeps its portions in its own status and term, whoever writes to them', async () => {
    const right = await given.reserve(await given.wish([{ parcelId: given.parcel().id, whole: true }]));
    await given.exchange.database.write(
      `UPDATE right_portion SET status = 'ended', term = '[2020-01-01,2021-01-01)' WHERE right_id = $1`,
      [right.id],
    );
    expect(await given.rights.portions(right.id)).toMatchObject([{ status: 'reserved', term: right.term }]);
  });
});
