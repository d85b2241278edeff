import { day, mu, squareMetresToMu, type Day, type Mu, formatMu } from '#kernel';
import { type Shape, rounded, toGlobe } from '../shape/plane.js';
import { areaM2 } from '../shape/ring.js';
import { cellOf, slotOf } from './cell.js';
import { Dice } from './dice.js';
import { type Neighbour, type Plot, layCommon, layLand } from './land.js';
import { IdentityNumbers, type MadeUpMember, madeUpFamily, madeUpName, madeUpPhone } from './people.js';

export interface VillageWish {
  /** Twelve digits. */
  divisionCode: string;
  villageName: string;
  households: number;
  seed: string;
}

export interface MadeUpParcel {
  code: string;
  name: string;
  shape: Shape;
  /** Square metres with two decimals, as measured from the shape. */
  measuredM2: string;
  measuredMu: Mu;
  /** Mu with two decimals, as the contract prints it. */
  contractMu: Mu;
  landClass: string;
  grade: string;
  use: string;
  basicFarmland: boolean;
  east: string;
  south: string;
  west: string;
  north: string;
}

export interface MadeUpHousehold {
  contractorCode: string;
  contractCode: string;
  address: string;
  phone: string;
  members: MadeUpMember[];
  from: Day;
  to: Day;
  signedOn: Day;
  extension: { from: Day; to: Day; signedOn: Day } | null;
  parcels: MadeUpParcel[];
}

export interface MadeUpVillage {
  divisionCode: string;
  villageName: string;
  issuer: { code: string; name: string; head: string; phone: string };
  households: Generator<MadeUpHousehold>;
  /** Land of the collective that is contracted out to nobody. */
  common: MadeUpParcel[];
}

/** Reserve land that a collective keeps for itself (机动地): a few fields in every village. */
const COMMON_PARCELS = 3;

// 耕地承包期三十年，届满再延长三十年（承包法第二十一条）。每八户里有一户没有签延包合同，到 2028 年就到头了。
const extended = {
  from: day('1999-10-01'),
  to: day('2029-09-30'),
  signedOn: day('1999-09-15'),
  extension: { from: day('2029-10-01'), to: day('2059-09-30'), signedOn: day('2026-03-20') },
};
const ending = { from: day('1998-10-01'), to: day('2028-09-30'), signedOn: day('1998-09-10'), extension: null };

/** One village of made-up people on made-up land, household by household; the same wish gives the same village. */
export function generateVillage(wish: VillageWish): MadeUpVillage {
  const dice = new Dice(`${wish.seed} ${wish.divisionCode}`);
  const issuerCode = `${wish.divisionCode}00`;
  const numbers = new IdentityNumbers(slotOf(wish.divisionCode).key);
  const name = `${wish.villageName}集体经济组织`;
  const issuer = { code: issuerCode, name, head: madeUpName(dice), phone: madeUpPhone(dice) };
  const families = Array.from({ length: wish.households }, () => madeUpFamily(dice, numbers));
  const shares = families.map(() => dice.one([1, 2, 2, 2, 3, 3]));
  const plots = layLand(
    dice,
    cellOf(wish.divisionCode),
    shares.reduce((a, b) => a + b, 0),
  );
  const order = dice.shuffle(plots.map((_, i) => i));
  const owners: number[] = [];
  let dealt = 0;
  const dealing = shares.map((share, h) => {
    const own = order.slice(dealt, dealt + share).sort((a, b) => a - b);
    for (const plot of own) owners[plot] = h;
    dealt += share;
    return own;
  });
  const headOf = (n: Neighbour): string => (typeof n === 'string' ? n : families[owners[n]!]![0]!.name);

  function* households(): Generator<MadeUpHousehold> {
    for (const [h, members] of families.entries()) {
      const contractorCode = issuerCode + String(h + 1).padStart(4, '0');
      const term = (h + 5) % 8 === 0 ? ending : extended;
      yield {
        contractorCode,
        contractCode: `${contractorCode}J`,
        address: `${wish.villageName}${h + 1}号`,
        phone: madeUpPhone(dice),
        members,
        ...term,
        parcels: dealing[h]!.map((p) => parcelOf(dice, issuerCode, p, plots[p]!, headOf)),
      };
    }
  }
  // Dice of their own, so that the households are the same with and without common land.
  const own = new Dice(`${wish.seed} ${wish.divisionCode} common`);
  const common = layCommon(own, cellOf(wish.divisionCode), COMMON_PARCELS).map((plot, i) => ({
    ...parcelOf(own, issuerCode, plots.length + i, plot, headOf),
    landClass: '0102',
    basicFarmland: false,
  }));
  return { divisionCode: wish.divisionCode, villageName: wish.villageName, issuer, households: households(), common };
}

function parcelOf(
  dice: Dice,
  issuerCode: string,
  number: number,
  plot: Plot,
  headOf: (n: Neighbour) => string,
): MadeUpParcel {
  const ring = plot.corners.map((corner) => rounded(toGlobe(corner)));
  const shape = [[...ring, ring[0]!]];
  const measuredM2 = areaM2(shape).toFixed(2);
  const measuredMu = squareMetresToMu(measuredM2);
  // Orchards stand only where the land is not permanent basic farmland (土地管理法第三十七条).
  const orchard = dice.chance(0.03);
  return {
    code: issuerCode + String(number + 1).padStart(5, '0'),
    name: plot.place,
    shape,
    measuredM2,
    measuredMu,
    contractMu: mu(formatMu(measuredMu)),
    landClass: orchard ? '0201' : dice.chance(0.9) ? '0102' : '0103',
    grade: dice.one(['02', '03', '03', '04', '05']),
    use: '1',
    basicFarmland: !orchard && dice.chance(0.85),
    east: headOf(plot.east),
    south: headOf(plot.south),
    west: headOf(plot.west),
    north: headOf(plot.north),
  };
}
