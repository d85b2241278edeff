import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { creditCode, identityNumber, parcelCode, contractCode, contractorCode } from '#kernel';
import { overlapM2 } from '../shape/cut.js';
import { toPlane } from '../shape/plane.js';
import { areaM2, boxOf, shapeFault } from '../shape/ring.js';
import { madeUpOperators, villageBody } from './bodies.js';
import { cellOf, CELL_M, slotOf } from './cell.js';
import { generateVillage } from './village.js';

const wish = { divisionCode: '370126101210', villageName: '李家桥村', households: 60, seed: 'spec' };
const village = (more = {}) => [...generateVillage({ ...wish, ...more }).households];

describe('A village of the training county', () => {
  const households = village();
  const { common } = generateVillage(wish);
  const parcels = [...households.flatMap((h) => h.parcels), ...common];

  it('is the same for the same seed and another for another', () => {
    expect(village()).toEqual(households);
    expect(village({ seed: 'other' })[0]!.members[0]!.name + village({ seed: 'other' })[1]!.members[0]!.name).not.toBe(
      households[0]!.members[0]!.name + households[1]!.members[0]!.name,
    );
  });

  it('has people with right identity numbers that belong to nobody, each once', () => {
    const numbers = households
      .flatMap((h) => h.members)
      .map((m) => {
        const read = identityNumber(m.identityNumber);
        expect(read).toMatchObject({ ok: true, birthDay: m.born, sex: m.sex });
        expect(m.identityNumber.startsWith('999999')).toBe(true);
        return m.identityNumber;
      });
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has a place and a share of numbers that no other village of the county has', () => {
    for (const file of ['370126-2019', '370126-2023']) {
      const codes = readFileSync(`data/divisions/${file}.csv`, 'utf8').match(/^\d{12}(?<!000)/gm) ?? [];
      expect(codes.length).toBeGreaterThan(500);
      expect(new Set(codes.map((code) => cellOf(code).join())).size).toBe(codes.length);
      expect(new Set(codes.map((code) => slotOf(code).key)).size).toBe(codes.length);
    }
  });

  it('shares no identity number with any other village of the county', () => {
    const all = [
      '370126001001',
      '370126001257',
      '370126101201',
      '370126102201',
      '370126112242',
      '370126107400',
    ].flatMap((divisionCode) => village({ divisionCode }).flatMap((h) => h.members.map((m) => m.identityNumber)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('has codes of the right form, and a household with a right in each', () => {
    for (const h of households) {
      expect([contractorCode(h.contractorCode).kind, contractCode(h.contractCode).kind]).toEqual(['valid', 'valid']);
      expect(h.parcels.length).toBeGreaterThan(0);
      expect(h.members.some((m) => m.coRight)).toBe(true);
      expect(h.parcels.every((p) => parcelCode(p.code).kind === 'valid')).toBe(true);
    }
    expect(new Set(parcels.map((p) => p.code)).size).toBe(parcels.length);
  });

  it('has contracts that were extended and some that end in 2028', () => {
    const last = households.map((h) => h.extension?.to ?? h.to);
    expect(new Set(last)).toEqual(new Set(['2059-09-30', '2028-09-30']));
  });

  it('has shapes without fault, with the recorded area, inside its own cell', () => {
    const [west, south] = cellOf(wish.divisionCode);
    for (const p of parcels) {
      expect(shapeFault(p.shape)).toBeUndefined();
      expect(Math.abs((areaM2(p.shape) * 3) / 2000 - Number(p.contractMu))).toBeLessThan(0.0051);
      const box = boxOf(p.shape);
      const [x1, y1] = toPlane([box.west, box.south]);
      const [x2, y2] = toPlane([box.east, box.north]);
      expect(x1 > west && y1 > south && x2 < west + CELL_M && y2 < south + CELL_M).toBe(true);
    }
  });

  it('has land that tiles: nothing overlaps, and the plots of a row share their corners', () => {
    let shared = 0;
    parcels.forEach((a, i) =>
      parcels.slice(i + 1).forEach((b) => {
        if (overlapM2(a.shape, b.shape) > 0.02) throw new Error(`${a.code} and ${b.code} overlap`);
        shared += a.shape[0]!.slice(1).filter((p) =>
          b.shape[0]!.slice(1).some((q) => q[0] === p[0] && q[1] === p[1]),
        ).length;
      }),
    );
    expect(shared).toBeGreaterThan(parcels.length * 1.8);
  });

  it('names its neighbours: a household, a road, a ditch or the village', () => {
    const heads = new Set([...households.map((h) => h.members[0]!.name), '生产路', '水渠', '村庄', '村界路', '村集体']);
    for (const p of parcels) expect([p.east, p.south, p.west, p.north].every((n) => heads.has(n))).toBe(true);
    expect(parcels.some((p) => p.south === '水渠' || p.north === '水渠')).toBe(true);
  });

  it.each([1, 60, 1200])('keeps some land that is contracted out to nobody, of %i households', (count) => {
    const made = generateVillage({ ...wish, households: count });
    const contracted = [...made.households].flatMap((h) => h.parcels);
    expect(made.common.length).toBe(3);
    expect(new Set([...contracted, ...made.common].map((p) => p.code)).size).toBe(contracted.length + 3);
    for (const own of made.common)
      expect(contracted.every((other) => overlapM2(own.shape, other.shape) < 0.02)).toBe(true);
  });

  it.each([1, 5, 400, 1200])('can have %i households', (count) => {
    expect(village({ households: count })).toHaveLength(count);
  });

  it('refuses more people than its land can bear', () => {
    expect(() => village({ households: 3000 })).toThrow(RangeError);
  });
});

describe('The bodies of the training county', () => {
  it('have right credit codes that belong to nobody', () => {
    const bodies = [
      ...madeUpOperators('商河县', 60, 'spec'),
      villageBody('370126101210', '李家桥村', 'collective'),
      villageBody('370126101210', '李家桥村', 'village_committee'),
    ];
    for (const body of bodies) expect(creditCode(body.creditCode)).not.toHaveProperty('warning');
    for (const body of bodies) expect(creditCode(body.creditCode).ok).toBe(true);
    expect(new Set(bodies.map((b) => b.creditCode)).size).toBe(bodies.length);
    expect(new Set(bodies.map((b) => b.name)).size).toBe(bodies.length);
  });
});
