import { creditCheck, organisationCheck } from '#kernel';
import { Dice } from './dice.js';
import { madeUpName, madeUpPhone } from './people.js';

export type MadeUpKind = 'cooperative' | 'family_farm' | 'enterprise' | 'collective' | 'village_committee';

export interface MadeUpBody {
  kind: MadeUpKind;
  name: string;
  creditCode: string;
  legalRepresentative: string;
  phone: string;
}

/** Who gave the code out and what it was given to (GB 32100-2015); 999999 is no division, so it belongs to nobody. */
const prefixes: Record<MadeUpKind, string> = {
  cooperative: '93',
  family_farm: '92',
  enterprise: '91',
  collective: 'N2',
  village_committee: '54',
};
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const words = [
  '禾野',
  '穗丰',
  '青垄',
  '沃原',
  '垄上',
  '谷雨',
  '金穗',
  '田歌',
  '春耕',
  '麦香',
  '厚土',
  '绿畴',
  '丰禾',
  '耘田',
  '秋实',
  '长垄',
];

function creditCodeFor(dice: Dice, kind: MadeUpKind): string {
  const eight = `MA${Array.from({ length: 6 }, () => dice.one([...LETTERS])).join('')}`;
  const seventeen = `${prefixes[kind]}999999${eight}${organisationCheck(eight)}`;
  return seventeen + creditCheck(seventeen);
}

/** The body that owns the land of a village, or the committee that acts for it. */
export function villageBody(
  divisionCode: string,
  villageName: string,
  kind: 'collective' | 'village_committee',
): MadeUpBody {
  const dice = new Dice(`${kind} ${divisionCode}`);
  const place = villageName.replace(/(村民|居民)?委员会$/, '');
  const name = kind === 'collective' ? `${place}股份经济合作社` : `${place}村民委员会`;
  return {
    kind,
    name: name.replace('村村民', '村民'),
    creditCode: creditCodeFor(dice, kind),
    legalRepresentative: madeUpName(dice),
    phone: madeUpPhone(dice),
  };
}

/** Operators who take land in: cooperatives, family farms and a few enterprises. */
export function* madeUpOperators(countyName: string, count: number, seed: string): Generator<MadeUpBody> {
  const dice = new Dice(`operators ${seed}`);
  for (let i = 0; i < count; i++) {
    const kind = dice.one<MadeUpKind>(['cooperative', 'cooperative', 'family_farm', 'family_farm', 'enterprise']);
    const word =
      words[i % words.length]! + (i >= words.length ? '一二三四五六七八九十'[Math.floor(i / words.length) % 10]! : '');
    const endings = {
      cooperative: '种植专业合作社',
      family_farm: '家庭农场',
      enterprise: '农业发展有限公司',
    } as Record<string, string>;
    yield {
      kind,
      name: `${countyName}${word}${endings[kind]}（演练）`,
      creditCode: creditCodeFor(dice, kind),
      legalRepresentative: madeUpName(dice),
      phone: madeUpPhone(dice),
    };
  }
}
