import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DrawList, drawHash, drawRanks, drawText, isDrawLabel, placeIn, sealOf, seedOfNumbers } from './draw.js';

const list: DrawList = {
  subject: 'auction',
  subjectId: '00000000-0000-4000-8000-000000000001',
  wanted: 3,
  labels: ['0417', '2096', '7730', '9051'],
};
const labels = fc.uniqueArray(fc.stringMatching(/^\d{4}$/), { minLength: 1, maxLength: 30 });
const drawn = labels.chain((all) =>
  fc.record({ labels: fc.constant(all), wanted: fc.integer({ min: 1, max: all.length }), seed: fc.string() }),
);

/** How often each order of three is drawn over many seeds. */
const ordersOf = (seeds: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed += 1) {
    const order = drawRanks({ ...list, wanted: 3, labels: ['1', '2', '3'] }, String(seed)).ranked.join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return counts;
};

describe('A draw', () => {
  it('is the same for ever: an old record is computed again by its algorithm', () => {
    expect(drawHash(list)).toBe('f1a5150956011d3b4f409ea82b59b32731527f14dcee99f78520f81ea3782d5b');
    expect(drawRanks(list, '271828').ranked).toEqual(['7730', '2096', '0417']);
  });

  it('is computed again by two commands of any machine', () => {
    const sum = (...lines: string[]): string =>
      execFileSync('sh', ['-c', `printf '%s\\n' "$@" | sha256sum | cut -c1-64`, 'sh', ...lines])
        .toString()
        .trim();
    const listHash = sum('draw-1', list.subject, list.subjectId, '3', ...list.labels);
    const first = sum('draw-1', listHash, '271828', '1');
    expect(listHash).toBe(drawHash(list));
    expect(drawRanks(list, '271828').ranked[0]).toBe(list.labels[Number.parseInt(first.slice(0, 12), 16) % 4]);
  });

  it('draws as many as are wanted, each once, all of the list', () => {
    fc.assert(
      fc.property(drawn, ({ seed, ...asked }) => {
        const { ranked } = drawRanks({ ...list, ...asked }, seed);
        expect(new Set(ranked).size).toBe(asked.wanted);
        expect(ranked.every((label) => asked.labels.includes(label))).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which the list was written', () => {
    fc.assert(
      fc.property(drawn, fc.infiniteStream(fc.nat()), ({ seed, ...asked }, keys) => {
        const mixed = asked.labels
          .map((label) => ({ label, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key);
        const other = { ...list, ...asked, labels: mixed.map(({ label }) => label) };
        expect(drawHash(other)).toBe(drawHash({ ...list, ...asked }));
        expect(drawRanks(other, seed)).toEqual(drawRanks({ ...list, ...asked }, seed));
      }),
    );
  });

  it('gives every order of three as often as every other', () => {
    const seeds = 6000;
    const counts = [...ordersOf(seeds).values()];
    const expected = seeds / 6;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts).toHaveLength(6);
    // Five degrees of freedom; of a fair draw one in a thousand series lies beyond. The seeds are fixed, so this never wavers.
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('takes no number from the uneven end of the range, where the first places would come up more often', () => {
    const places = Array.from({ length: 16 }, (_, number) => placeIn(number, 5, 16));
    expect(places).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, null]);
    expect(placeIn(2 ** 48 - 1, 3)).toBeNull();
    expect(placeIn(2 ** 48 - 1, 2)).toBe(1);
  });

  it('puts whoever kept his number back behind all others', () => {
    fc.assert(
      fc.property(labels, fc.string(), (all, seed) => {
        const last = all.slice(0, Math.floor(all.length / 2));
        const { ranked } = drawRanks({ ...list, labels: all, wanted: all.length }, seed, last);
        expect(ranked.slice(all.length - last.length).toSorted()).toEqual(last.toSorted());
      }),
    );
  });

  it('has another hash for another purpose, number or list', () => {
    const hashes = [
      list,
      { ...list, wanted: 2 },
      { ...list, subjectId: '2' },
      { ...list, labels: ['0417', '2096', '7730'] },
    ];
    expect(new Set(hashes.map(drawHash)).size).toBe(4);
    expect(drawText(list)).toBe(`draw-1\nauction\n${list.subjectId}\n3\n0417\n2096\n7730\n9051\n`);
  });

  it.each([
    ['nobody', { labels: [], wanted: 1 }],
    ['somebody twice', { labels: ['1', '1'], wanted: 1 }],
    ['more than there are', { labels: ['1'], wanted: 2 }],
    ['none', { labels: ['1'], wanted: 0 }],
    ['a label of two lines', { labels: ['1\n2'], wanted: 1 }],
  ])('refuses to draw %s', (_, wrong) => {
    expect(() => drawHash({ ...list, ...wrong })).toThrow(RangeError);
  });

  it('knows labels that every machine sorts alike', () => {
    expect(['0417', 'SH-2026-0001', '农流〔2026〕3号', '1'].map(isDrawLabel)).toEqual([true, true, true, true]);
    expect(['', '王小明', 'A', ' 1', '-1', '1-', '𠮷', 'a b', '1'.repeat(41)].map(isDrawLabel)).toEqual(
      Array(9).fill(false),
    );
  });
});

describe('A seed out of sealed numbers', () => {
  const listHash = drawHash(list);
  it('is bound to list, label, number and salt', () => {
    const seal = sealOf(listHash, '0417', { number: '12', salt: 'abcd' });
    const others = [
      sealOf(listHash, '2096', { number: '12', salt: 'abcd' }),
      sealOf(listHash, '0417', { number: '13', salt: 'abcd' }),
      sealOf(listHash, '0417', { number: '12', salt: 'abce' }),
      sealOf(drawHash({ ...list, wanted: 1 }), '0417', { number: '12', salt: 'abcd' }),
    ];
    expect(others).not.toContain(seal);
    expect(sealOf(listHash, '0417', { number: '12', salt: 'abcd' })).toBe(seal);
  });

  it('changes with each number, and not with the order in which they were opened', () => {
    const seed = seedOfNumbers(
      new Map([
        ['0417', '5'],
        ['2096', '8'],
      ]),
    );
    expect(
      seedOfNumbers(
        new Map([
          ['2096', '8'],
          ['0417', '5'],
        ]),
      ),
    ).toBe(seed);
    expect(
      seedOfNumbers(
        new Map([
          ['0417', '5'],
          ['2096', '9'],
        ]),
      ),
    ).not.toBe(seed);
    expect(
      seedOfNumbers(
        new Map([
          ['0417', '8'],
          ['2096', '5'],
        ]),
      ),
    ).not.toBe(seed);
  });
});
