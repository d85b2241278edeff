import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sweeper } from '#platform';
import { Ground, box, ring } from '../../../test/support/overlapping.js';

const ground = new Ground('shapes');
const { code, fresh, overlaps, refusal, said, square, wish } = ground;
beforeAll(() => ground.open(), 60_000);
afterAll(() => ground.given.exchange.close());

describe('A shape', () => {
  it('that comes in two files at once is found by whichever is later', async () => {
    for (let round = 0; round < 5; round++) {
      fresh();
      const [one, other] = [square(0), square(30)];
      const jobs = await Promise.all([ground.files.tried(one), ground.files.tried(other)]);
      await Promise.all(jobs.map(({ id }) => ground.files.run(id)));
      expect(await overlaps(one)).toMatchObject([{ counts: true }]);
    }
  });

  it('that moves onto land of another case stops both, and the database the second; who stays has it', async () => {
    fresh();
    const [one, other] = [square(0), square(300)];
    await ground.files.taken(one, other);
    const [left, right] = [await wish(one), await wish(other)];
    const [first, second] = [await ground.given.reserve(left), await ground.given.reserve(right)];
    expect(await ground.files.taken({ ...other, coordinates: one.coordinates })).toMatchObject({
      overlapping: 1,
      changed: 1,
    });
    expect(await said(left)).toHaveLength(1);
    expect(await said(right)).toHaveLength(1);
    await expect(ground.given.activate(second)).rejects.toMatchObject({ type: 'ground-taken' });
    await ground.given.release(first);
    expect(await refusal(await wish(one))).toBe('ground-taken');
    expect(await ground.given.activate(second)).toMatchObject({ status: 'active' });
    await ground.files.taken({ ...other, coordinates: [box(300, ground.north, 100, 100)] });
    expect(await overlaps(one)).toEqual([]);
    expect(await refusal(await wish(one))).toBe('let in');
  });

  it('that crosses itself or is in several pieces stays outside, and what was known stays', async () => {
    fresh();
    const [one, other] = [square(0), square(50)];
    await ground.files.taken(one, other);
    const bow = [ring([0, ground.north], [100, ground.north + 100], [100, ground.north], [0, ground.north + 100])];
    const pieces = [[box(0, ground.north, 40, 40)], [box(60, ground.north, 40, 40)]];
    expect(await ground.files.taken({ ...one, coordinates: bow })).toMatchObject({ bad: 1, overlapping: 0 });
    expect(await ground.files.taken({ ...one, coordinates: pieces, type: 'MultiPolygon' })).toMatchObject({ bad: 1 });
    expect(
      await ground.files.taken({ ...one, coordinates: [(one.coordinates as unknown[])[0]], type: 'Polygon' }),
    ).toMatchObject({
      unchanged: 1,
    });
    expect(await overlaps(one)).toMatchObject([{ counts: true }]);
  });

  it('is told of before it comes in, within its file and against the register, and comes in all the same', async () => {
    fresh();
    const [known, moved] = [square(0), square(500)];
    await ground.files.taken(known, moved);
    // More than a batch, so that the two meet over its border; one overlaps only a shape that the same file takes away.
    const many = Array.from({ length: 401 }, (_, i) => square(1000 + (i % 20) * 100, Math.floor(i / 20) * 100));
    const [twin, lone, over] = [{ ...many[3]!, code: code() }, square(510), square(90)];
    const file = [...many, { ...moved, coordinates: [box(700, ground.north, 100, 100)] }, lone, over, twin];
    const tried = await ground.files.tried(...file);
    const expected = [
      [4, true, expect.stringContaining(twin.code)],
      [many.length + 3, true, expect.stringContaining(`${known.code} 在图上重叠 1000.`)],
      [many.length + 4, true, expect.stringContaining(many[3]!.code)],
    ];
    expect(tried).toMatchObject({ overlapping: 3, bad: 0 });
    expect((await ground.files.told(tried)).toSorted(([a], [b]) => a - b)).toEqual(expected);
    expect(await overlaps(twin)).toEqual([]);
    await ground.files.run(tried.id);
    expect((await ground.files.told(tried)).toSorted(([a], [b]) => a - b)).toEqual(expected);
    expect(await overlaps(twin)).toMatchObject([{ counts: true }]);
  });

  it('of older days is measured by the clock, or by the case that asks for it first', async () => {
    const { database } = ground.given.exchange;
    fresh();
    const [one, other, third] = [square(0), square(20), square(40)];
    await ground.files.taken(one, other, third);
    const forget = async () => {
      await database.transaction(async (tx) => {
        await tx.query('DELETE FROM parcel_overlap');
        await tx.query('UPDATE parcel_shape SET overlaps_known = false WHERE current');
      });
    };
    await forget();
    await ground.given.reserve(await wish(one));
    expect(await overlaps(one)).toHaveLength(2);
    expect(await refusal(await wish(other))).toBe('ground-taken');
    await forget();
    ground.given.exchange.passDays(1);
    await ground.given.exchange.app.get(Sweeper).sweep();
    expect(await overlaps(one, other)).toHaveLength(3);
    expect(await refusal(await wish(third))).toBe('ground-taken');
    expect(await database.ask('SELECT 1 FROM parcel_shape WHERE current AND NOT overlaps_known')).toEqual([]);
  });
});
