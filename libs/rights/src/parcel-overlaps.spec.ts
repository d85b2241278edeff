import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, day, mu, term } from '#kernel';
import { ParameterStore, Sweeper } from '#platform';
import { huairen } from '../../../test/support/land.js';
import { Ground, administrator, box } from '../../../test/support/overlapping.js';

const ground = new Ground('overlaps');
const { drawn, fresh, overlaps, refusal, said, square, wish } = ground;
beforeAll(() => ground.open(), 60_000);
afterAll(() => ground.given.exchange.close());

describe('Two parcels whose shapes lie over each other', () => {
  it('are let once: of two cases at the same instant under the two codes one wins', async () => {
    for (let round = 0; round < 10; round++) {
      fresh();
      const [one, other] = [square(0), square(round % 2 === 0 ? 0 : 60)];
      await ground.files.taken(one, other);
      const both = await Promise.all([
        wish(one).then((asked) => refusal(asked)),
        wish(other).then((asked) => refusal(asked, huairen)),
      ]);
      expect(both.toSorted((one, two) => (one! < two! ? -1 : 1))).toEqual(['ground-taken', 'let in']);
    }
  });

  it('are told beforehand, with the other code and until when', async () => {
    fresh();
    const [one, other] = [square(0), square(50)];
    await ground.files.taken(one, other);
    const first = await wish(one);
    expect(await said(first)).toEqual([]);
    await ground.given.reserve(first);
    const [text] = await said(await wish(other));
    expect(text).toContain(`${one.code}）在图上重叠 5000.`);
    expect(text).toContain('正在办理的另一件申请占用到 2032年10月31日');
    expect(await said(first)).toEqual([]);
    const later = term(day('2032-11-01'), day('2035-10-31'));
    expect(await said(await wish(other, { whole: true }, later))).toEqual([]);
    expect(await refusal(await wish(other, { whole: true }, later))).toBe('let in');
  });

  it('are not asked for by one case both, but by two where the asked parts lie apart', async () => {
    fresh();
    const [one, other] = [square(0), square(50)];
    await ground.files.taken(one, other);
    const [left, right] = [await wish(one), await wish(other)];
    const both = { ...left, portions: [...left.portions, ...right.portions] };
    expect((await said(both))[0]).toContain('一件申请里同一处地只能写一次');
    expect(await refusal(both)).toBe('ground-taken');
    const part = (from: 'east' | 'west') => ({ whole: false, from, areaMu: mu('3') }) as const;
    expect(await refusal(await wish(one, part('west')))).toBe('let in');
    expect(await said(await wish(other, part('east')))).toEqual([]);
    expect(await refusal(await wish(other, part('east')))).toBe('let in');
    expect(await refusal(await wish(other, part('west')))).toBe('let in');
  });

  it('a little are listed and not asked; that touch are not even listed', async () => {
    fresh();
    const [one, little, touching] = [square(0), square(99.4), square(0, 100)];
    await ground.files.taken(one, little, touching);
    expect(await overlaps(one)).toMatchObject([{ areaM2: expect.stringMatching(/^(59|60)\./), counts: false }]);
    for (const each of [one, little, touching]) expect(await refusal(await wish(each))).toBe('let in');
  });

  it('count from two per cent of the smaller, or from a tenth of a mu where that is more', async () => {
    fresh();
    const [large, small, tiny] = [square(0), square(98.5), drawn(box(40, ground.north + 99, 20, 20))];
    await ground.files.taken(large, small, tiny);
    expect((await overlaps(large)).map(({ counts, areaM2 }) => [Math.round(Number(areaM2)), counts])).toEqual([
      [20, false],
      [150, false],
    ]);
    await ground.files.taken({ ...small, coordinates: [box(97, ground.north, 100, 100)] });
    expect((await overlaps(small)).map(({ counts }) => counts)).toEqual([true]);
    await ground.files.taken({ ...tiny, coordinates: [box(40, ground.north + 96, 20, 20)] });
    expect((await overlaps(tiny)).map(({ counts }) => counts)).toEqual([true]);
  });

  it('over ten neighbours are ten rows, and ten cases that are refused while nothing keeps the ten from each other', async () => {
    fresh();
    const ten = Array.from({ length: 10 }, (_, i) => square(i * 100));
    await ground.files.taken(...ten);
    const across = drawn(box(-10, ground.north + 40, 1020, 20));
    expect(await ground.files.taken(across)).toMatchObject({ overlapping: 1, bad: 0, added: 1 });
    expect(await overlaps(across)).toHaveLength(10);
    const held = await ground.given.reserve(await wish(across));
    for (const each of ten) expect(await refusal(await wish(each))).toBe('ground-taken');
    await ground.given.release(held);
    for (const each of ten) expect(await refusal(await wish(each))).toBe('let in');
    expect(await refusal(await wish(across))).toBe('ground-taken');
    expect(await said(await wish(across))).toHaveLength(10);
  });

  it('do not where one lies in a hole of the other', async () => {
    fresh();
    const [holed, within] = [
      drawn(box(0, ground.north, 100, 100), box(30, ground.north + 30, 40, 40)),
      drawn(box(30, ground.north + 30, 40, 40)),
    ];
    await ground.files.taken(holed, within);
    expect(await overlaps(holed)).toEqual([]);
    for (const each of [holed, within]) expect(await refusal(await wish(each))).toBe('let in');
  });
});

describe('The county', () => {
  it('may set another limit: from its day on what overlaps less counts as well, and holds for rights in force', async () => {
    fresh();
    const [one, other] = [square(0), square(99)];
    await ground.files.taken(one, other);
    const first = await ground.given.reserve(await wish(one));
    expect(await overlaps(one)).toMatchObject([{ counts: false }]);
    const { exchange } = ground.given;
    const tomorrow = addDays(exchange.today, 1);
    for (const [key, value] of [
      ['overlapPercent', 0],
      ['overlapAreaMu', mu('0.05')],
    ] as const)
      // prettier-ignore
      await exchange.act(administrator, (act) =>
        exchange.app.get(ParameterStore).set(act, { key, value, validFrom: tomorrow, basis: '县里定的' }),
      );
    await exchange.app.get(Sweeper).sweep();
    expect(await overlaps(one)).toMatchObject([{ counts: false }]);
    exchange.passDays(1);
    await exchange.app.get(Sweeper).sweep();
    expect(await overlaps(one)).toMatchObject([{ counts: true }]);
    expect(await refusal(await wish(other))).toBe('ground-taken');
    await ground.given.release(first);
    expect(await refusal(await wish(other))).toBe('let in');
  });
});
