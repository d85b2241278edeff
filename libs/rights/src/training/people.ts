import { addDays, day, daysBetween, identityCheck, type Day } from '#kernel';
import type { Dice } from './dice.js';

export type Sex = 'male' | 'female';

export interface MadeUpMember {
  name: string;
  sex: Sex;
  born: Day;
  identityNumber: string;
  /** Relation to the head, GB/T 4761: 02 head, 10 spouse, 20 son, 30 daughter, 51 father, 52 mother. */
  relation: string;
  coRight: boolean;
  /** NY/T 2539 C.18, or null. */
  note: string | null;
}

const surnames = [...'王张李刘陈杨赵孙周吴徐高马朱胡郭何林于郑尹曲卞芮储靳汲邴糜松井富巫乌焦巴弓'];
const given = [
  ...'禾苗田垄耘穗谷黍稷麦菽桑麻泉溪岭坡棠榆槐柏松竹梅兰菊荷晨曦朗清安宁和顺康乐庆丰裕实诚勤俭厚朴敦仁义礼智信远志宏毅',
];
const EPOCH = day('1930-01-01');
const LAST = day('2025-12-31');
const DAYS = daysBetween(EPOCH, LAST);
const VILLAGES = 4096;
const PER_DAY = 500;

export function madeUpName(dice: Dice, surname = dice.one(surnames)): string {
  return surname + dice.one(given) + (dice.chance(0.75) ? dice.one(given) : '');
}

/**
 * Identity numbers that belong to nobody: area code 999999 was never given out. Each village draws from its own share
 * of the days and sequence numbers, so that no two people of the county meet in one number.
 */
export class IdentityNumbers {
  private readonly taken = new Set<number>();

  constructor(private readonly villageKey: number) {}

  /** The number for a birth on the wished day or the next one that is free in this village's share. */
  draw(wished: Day, sex: Sex): { identityNumber: string; born: Day } {
    let n = Math.min(Math.max(daysBetween(EPOCH, wished), 0), DAYS);
    for (let tries = 0; tries <= DAYS; tries++, n = (n + 1) % (DAYS + 1)) {
      const place = (((this.villageKey - n * PER_DAY) % VILLAGES) + VILLAGES) % VILLAGES;
      const sequence = place * 2 + (sex === 'male' ? 1 : 0);
      if (place >= PER_DAY || this.taken.has(n * 1000 + sequence)) continue;
      this.taken.add(n * 1000 + sequence);
      const born = addDays(EPOCH, n);
      const body = `999999${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
      return { identityNumber: body + identityCheck(body), born };
    }
    throw new RangeError('A village has no identity numbers left.');
  }
}

/** A household in the order of its booklet, the head first. */
export function madeUpFamily(dice: Dice, numbers: IdentityNumbers): MadeUpMember[] {
  const surname = dice.one(surnames);
  const headBorn = dice.whole(1948, 1994);
  const family: MadeUpMember[] = [];
  const add = (
    relation: string,
    sex: Sex,
    year: number,
    of: string | undefined,
    more: Partial<MadeUpMember> = {},
  ): void => {
    const wished = addDays(day(`${Math.min(Math.max(year, 1930), 2024)}-01-01`), dice.whole(0, 364));
    const { identityNumber, born } = numbers.draw(wished, sex);
    family.push({
      name: madeUpName(dice, of),
      sex,
      born,
      identityNumber,
      relation,
      coRight: true,
      note: null,
      ...more,
    });
  };
  const male = dice.chance(0.88);
  add('02', male ? 'male' : 'female', headBorn, surname);
  if (dice.chance(0.86)) add('10', male ? 'female' : 'male', headBorn + dice.whole(-3, 4), undefined);
  for (let child = dice.whole(0, 2); child > 0; child--) {
    const year = headBorn + dice.whole(22, 32);
    // Members born after the land was shared out, or married away, often have no right in it (SFGYR 2).
    if (dice.chance(0.55)) add('20', 'male', year, surname, { note: dice.chance(0.3) ? '7' : null });
    else add('30', 'female', year, surname, dice.chance(0.15) ? { coRight: false, note: '1' } : {});
  }
  if (headBorn > 1962 && dice.chance(0.3)) add('51', 'male', headBorn - dice.whole(22, 30), surname);
  if (headBorn > 1962 && dice.chance(0.35)) add('52', 'female', headBorn - dice.whole(20, 28), undefined);
  return family;
}

/** Numbers that begin with 10000 ring nowhere. */
export function madeUpPhone(dice: Dice): string {
  return `10000${String(dice.whole(0, 999_999)).padStart(6, '0')}`;
}
