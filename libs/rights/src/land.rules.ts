import {
  type Blocker,
  type Day,
  type Mu,
  type Term,
  addMu,
  blocker,
  compareMu,
  daysBetween,
  formatDay,
  formatMu,
  termContains,
} from '#kernel';
import { purposeVerdict } from './purpose.rules.js';

/** One parcel of a case, as far as it is asked for, with all that the register knows about it. */
export interface PortionFacts {
  parcelId: string;
  code: string;
  name: string;
  /** Asked for. */
  areaMu: Mu;
  whole: boolean;
  /** The larger of the contract's and the measured area. */
  parcelMu: Mu;
  landClass: string;
  basicFarmland: boolean;
  /**
   * The last day up to which, from the first day asked for, signed contracts of the household have it without a gap; the day before
   * where they do not have it on that day. Null for land that is not contracted out.
   */
  contractEnd: Day | null;
  contractCode: string | null;
  /** The contract of which more is registered: where the way out of a term that is too long leads. */
  contractId: string | null;
  /** The next contract on record after that day, the same household's or another's. */
  next: { code: string; from: Day; same: boolean } | null;
  /** Square metres of the asked shape that stick out of the parcel's. */
  outsideM2: number;
  /** Live rights of others over the same part and time, at the same level. */
  takenBy: readonly { subject: string; subjectId: string; until: Day; holderName: string; status: string }[];
  /** Live rights on other parcels that lie over the same ground, in the same time and at the same level. */
  underOthers: readonly {
    code: string;
    name: string;
    areaM2: string;
    /** What holds it: another case, or (`asked`) the same case under the other code. */
    status: string;
    subjectId: string | null;
    until: Day | null;
  }[];
  encumbrances: readonly { id: string; mortgageeName: string; consented: boolean; acrossCode?: string | null }[];
}

/** What the land's own rules are asked about. */
export interface LandFacts {
  term: Term;
  /** Crops or use as planned, from the list of `plannedUses`. */
  plannedUse: string;
  /** Term and portions of the right that this one is carved from; null if it comes from the contracts themselves. */
  parent: {
    term: Term;
    active: boolean;
    portions: readonly { parcelId: string; areaMu: Mu }[];
    outsideM2: number;
  } | null;
  portions: readonly PortionFacts[];
  toleranceMu: Mu;
}

/**
 * 流转期限不得超过承包期的剩余期限（承包法第三十八条第三项）：以登记在案、签了的承包合同连着算。耕地承包期届满后再延长三十年（第二十一条），
 * 延包合同签了才算；两份合同中间差一天也不算连上。
 */
export function termWithinContract(facts: LandFacts): Blocker[] {
  const over = facts.portions.filter((p) => p.contractEnd !== null && facts.term.end > p.contractEnd);
  const ends = new Map(over.map((p) => [`${p.contractCode} ${p.contractEnd} ${p.next?.code}`, p]));
  return [...ends.values()].map((p) =>
    blocker(
      'term-within-contract',
      p.contractEnd! < facts.term.start
        ? `流转从 ${formatDay(facts.term.start)}开始，这一天${p.name}（合同 ${p.contractCode}）不在登记的承包期里。${afterwards(p)}要么改期限，要么先登记延包合同。`
        : `流转到 ${formatDay(facts.term.end)}，超过${p.name}（合同 ${p.contractCode}）登记的承包期：${formatDay(p.contractEnd!)}到期。${afterwards(p)}要么改短，要么先登记延包合同。`,
      '承包法第三十八条第三项、第二十一条',
      p.contractId === null ? null : { href: `/register/contracts/${p.contractId}/extension`, label: '登记延包合同' },
    ),
  );
}

/** What the register has after the last day: another household's contract, or the same one's after a gap. */
function afterwards({ contractEnd, next }: PortionFacts): string {
  if (next === null) return '';
  if (!next.same) return `从 ${formatDay(next.from)}起，这块地在另一户的合同 ${next.code} 里。`;
  const days = daysBetween(contractEnd!, next.from) - 1;
  return `接着的合同 ${next.code} 从 ${formatDay(next.from)}起，${days > 0 ? `中间差 ${days} 天，没有连上` : '还没有签'}。`;
}

/** 再流转的期限不得超过原流转的剩余期限，面积不得超出（承包法第三十八条、第四十六条）。 */
export function withinParent(facts: LandFacts): Blocker[] {
  const { parent } = facts;
  if (!parent) return [];
  const found: Blocker[] = [];
  const say = (text: string): void =>
    void found.push(blocker('within-parent', text, '承包法第三十八条第三项、第四十六条'));
  if (!parent.active) say('原来的土地经营权不在有效期，不能再流转。');
  if (!termContains(parent.term, facts.term)) {
    say(`再流转的期限要在原流转之内：${formatDay(parent.term.start)}至${formatDay(parent.term.end)}。`);
  }
  for (const portion of facts.portions) {
    const own = parent.portions.filter((p) => p.parcelId === portion.parcelId);
    if (own.length === 0) say(`${portion.name}（${portion.code}）不在原流转的范围里。`);
    else if (compareMu(portion.areaMu, addMu(facts.toleranceMu, ...own.map((p) => p.areaMu))) > 0)
      say(`${portion.name}再流转的面积超过原流转的面积。`);
  }
  if (parent.outsideM2 > 1) say('画出的范围超出原流转的范围。');
  return found;
}

/** 面积不得超过地块（承包法第四十条：合同要写明地块的面积、四至）。 */
export function areaWithinParcel(facts: LandFacts): Blocker[] {
  const found: Blocker[] = [];
  for (const p of facts.portions) {
    const limit = addMu(p.parcelMu, facts.toleranceMu);
    if (compareMu(p.areaMu, limit) > 0) {
      found.push(
        blocker(
          'area-within-parcel',
          `${p.name}（${p.code}）只有 ${formatMu(p.parcelMu)} 亩，申请了 ${formatMu(p.areaMu)} 亩。`,
          '承包法第四十条',
        ),
      );
    }
    if (p.outsideM2 > 1) {
      found.push(
        blocker(
          'area-within-parcel',
          `${p.name}（${p.code}）画出的范围有 ${p.outsideM2.toFixed(0)} 平方米在地块以外。`,
          '承包法第四十条',
        ),
      );
    }
  }
  return found;
}

/** Where a reader sees the case that holds land, by its id; a case that is not there is not shown to this reader. */
export type CasesShown = ReadonlyMap<string, { href: string; label: string }>;

const taker = (status: string): string => (status === 'reserved' ? '正在办理的另一件申请' : '已经生效的流转');

/** 同一处、同一时间，只能有一个有效或在办的流转（承包纠纷解释第十九条）。 */
export function landIsFree(facts: LandFacts, shown: CasesShown = new Map()): Blocker[] {
  return facts.portions.flatMap((p) =>
    p.takenBy.map(({ status, until, subjectId }) =>
      blocker(
        'land-is-free',
        `${p.name}（${p.code}）被${taker(status)}占用到 ${formatDay(until)}。`,
        '最高人民法院承包纠纷解释第十九条',
        shown.get(subjectId) ?? wayToParcel(p),
      ),
    ),
  );
}

/** 同一处地有两个地块代码，也只能流转一次（承包纠纷解释第十九条）。 */
export function groundIsFree(facts: LandFacts, shown: CasesShown = new Map()): Blocker[] {
  return facts.portions.flatMap((p) =>
    p.underOthers.map(({ code, name, areaM2, status, subjectId, until }) => {
      const both = `${p.name}（${p.code}）和${name}（${code}）在图上重叠 ${areaM2} 平方米，`;
      const text =
        until === null
          ? `${both}一件申请里同一处地只能写一次。去掉一块，或者只流转不重叠的部分；图形错了的，先更正。`
          : `${both}重叠的地方被${taker(status)}占用到 ${formatDay(until)}。图形错了的，先更正。`;
      const way = shown.get(subjectId ?? '') ?? wayToParcel(p);
      return blocker('ground-is-free', text, '最高人民法院承包纠纷解释第十九条', way);
    }),
  );
}

const wayToParcel = ({ parcelId }: PortionFacts) => ({ href: `/register/parcels/${parcelId}`, label: '看这块地' });

/** 抵押期间转让抵押财产，当事人另有约定的按约定；平台要抵押权人书面同意（民法典第四百零六条）。 */
export function mortgageesConsent(facts: LandFacts): Blocker[] {
  return facts.portions.flatMap((p) =>
    p.encumbrances
      .filter((e) => !e.consented)
      .map((e) =>
        blocker(
          'mortgagees-consent',
          `${p.name}（${p.code}）${e.acrossCode ? `和地块 ${e.acrossCode} 在图上是同一处，那块` : ''}抵押给${e.mortgageeName}，缺抵押权人书面同意。`,
          '民法典第四百零六条',
        ),
      ),
  );
}

/** 不得改变土地的农业用途；永久基本农田不得种果树林木、挖塘养鱼（土地管理法第三十七条、承包法第三十八条第二项）。 */
export function purposeAllowed(facts: LandFacts): Blocker[] {
  return facts.portions.flatMap((p) => {
    const verdict = purposeVerdict(facts.plannedUse, p.landClass, p.basicFarmland);
    return verdict.allowed
      ? []
      : [blocker('purpose-allowed', `${p.name}（${p.code}）${verdict.reason}`, verdict.article)];
  });
}
