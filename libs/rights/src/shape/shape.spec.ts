import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Compass, cutFrom, guardOf, outsideM2, overlapM2 } from './cut.js';
import { ORIGIN, type Point, type Shape, toGlobe, toPlane } from './plane.js';
import { areaM2, isSimple, oriented, ringFault, signedArea } from './ring.js';

const box = (west: number, south: number, east: number, north: number): Shape => {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return [corners.map(toGlobe)];
};

describe('The plane of the county', () => {
  it('comes back to where it started, to a tenth of a millimetre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 116.5, max: 118, noNaN: true }),
        fc.double({ min: 36.5, max: 38, noNaN: true }),
        (lon, lat) => {
          const back = toGlobe(toPlane([lon, lat]));
          expect(Math.abs(back[0] - lon)).toBeLessThan(1e-9);
          expect(Math.abs(back[1] - lat)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('has a degree of the ellipsoid in the right length at the county', () => {
    // A degree of latitude at 37.31° is 110,988.6 m, a degree of longitude 88,644.9 m (WGS 84 and CGCS2000 alike).
    const [x] = toPlane([ORIGIN[0] + 0.001, ORIGIN[1]]);
    const [, y] = toPlane([ORIGIN[0], ORIGIN[1] + 0.001]);
    expect(x).toBeCloseTo(88.65, 1);
    expect(y).toBeCloseTo(110.99, 1);
  });
});

describe('The shape of a parcel', () => {
  const square = box(0, 0, 100, 66.6667);

  it('of 100 by 66.67 metres is ten mu', () => {
    expect((areaM2(square) * 3) / 2000).toBeCloseTo(10, 4);
  });

  it('loses the area of a hole', () => {
    const holed = [...square, box(10, 10, 20, 20)[0]!];
    expect(areaM2(holed)).toBeCloseTo(6666.67 - 100, 1);
  });

  it.each([
    [
      'two points',
      [
        [117, 37],
        [117.1, 37],
        [117, 37],
      ],
      /不足三个/,
    ],
    [
      'an open boundary',
      [
        [117, 37],
        [117.1, 37],
        [117.1, 37.1],
        [117, 37.1],
      ],
      /没有闭合/,
    ],
    [
      'a bow tie',
      [
        [117, 37],
        [117.1, 37.1],
        [117.1, 37],
        [117, 37.1],
        [117, 37],
      ],
      /相交/,
    ],
    [
      'a boundary that runs back over itself',
      [
        [117, 37],
        [117.1, 37],
        [117.05, 37],
        [117.05, 37.1],
        [117, 37],
      ],
      /相交/,
    ],
    [
      'three points on a line',
      [
        [117, 37],
        [117.1, 37],
        [117.2, 37],
        [117, 37],
      ],
      /相交|零/,
    ],
    [
      'metres instead of degrees',
      [
        [39512345, 4132345],
        [39512445, 4132345],
        [39512445, 4132445],
        [39512345, 4132345],
      ],
      /坐标/,
    ],
    [
      'words',
      [
        ['a', 'b'],
        [117.1, 37],
        [117.1, 37.1],
        ['a', 'b'],
      ],
      /坐标/,
    ],
  ])('with %s is refused', (_what, ring, fault) => {
    expect(ringFault(ring as unknown as Point[])).toMatch(fault);
  });

  it('with the same point twice in a row is forgiven', () => {
    expect(
      ringFault([
        [117, 37],
        [117.1, 37],
        [117.1, 37],
        [117.1, 37.1],
        [117, 37],
      ]),
    ).toBeUndefined();
  });

  it('is turned against the clock, its holes with it', () => {
    const turned = oriented([[...square[0]!].reverse(), box(10, 10, 20, 20)[0]!]);
    expect(signedArea(turned[0]!.slice(0, -1).map(toPlane))).toBeGreaterThan(0);
    expect(signedArea(turned[1]!.slice(0, -1).map(toPlane))).toBeLessThan(0);
  });
});

describe('A portion of a parcel', () => {
  const leaning: Shape = [
    (
      [
        [0, 0],
        [95, 3],
        [88, 104],
        [-7, 101],
        [0, 0],
      ] as const
    ).map(toGlobe),
  ];
  const whole = areaM2(leaning);

  it.each(['east', 'south', 'west', 'north'] as Compass[])(
    'cut from the %s has the wanted size and lies inside',
    (side) => {
      const portion = cutFrom(leaning, side, 2000)!;
      expect(areaM2(portion)).toBeCloseTo(2000, 1);
      expect(outsideM2(portion, leaning)).toBeLessThan(0.1);
    },
  );

  it('and the rest from the other side touch and do not overlap', () => {
    const east = cutFrom(leaning, 'east', 4000)!;
    const west = cutFrom(leaning, 'west', whole - 4000)!;
    expect(overlapM2(east, west)).toBeLessThan(0.1);
    expect(overlapM2(cutFrom(leaning, 'west', whole - 3000)!, east)).toBeCloseTo(1000, 0);
  });

  it('larger than the parcel, or of nothing, does not exist', () => {
    expect(cutFrom(leaning, 'east', whole + 1)).toBeUndefined();
    expect(cutFrom(leaning, 'east', 0)).toBeUndefined();
  });

  it('that would fall into two pieces is refused', () => {
    const horseshoe: Shape = [
      (
        [
          [0, 0],
          [90, 0],
          [90, 90],
          [60, 90],
          [60, 30],
          [30, 30],
          [30, 90],
          [0, 90],
          [0, 0],
        ] as const
      ).map(toGlobe),
    ];
    expect(cutFrom(horseshoe, 'north', 1200)).toBeUndefined();
    expect(areaM2(cutFrom(horseshoe, 'west', 1200)!)).toBeCloseTo(1200, 1);
  });

  it('has a guard five centimetres inside, and a strip of eight centimetres has none', () => {
    const guard = guardOf(box(0, 0, 100, 50))!;
    expect(signedArea(guard)).toBeCloseTo(99.9 * 49.9, 0);
    expect(isSimple(guard)).toBe(true);
    expect(guardOf(box(0, 0, 100, 0.08))).toBeUndefined();
  });

  it('keeps its size whatever the side and the wish', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Compass>('east', 'south', 'west', 'north'),
        fc.double({ min: 50, max: whole - 50, noNaN: true }),
        (side, wanted) => {
          expect(Math.abs(areaM2(cutFrom(leaning, side, wanted)!) - wanted)).toBeLessThan(0.2);
        },
      ),
    );
  });
});
