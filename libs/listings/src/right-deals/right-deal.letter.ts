import { type Day, formatDay, formatMu, formatTerm, formatYuan, rightKinds, termText } from '#kernel';
import { letter } from '#papers';
import { saidOf } from '#platform';
import { bidWords } from '#transfers';
import { moneyOf } from '../lot-price.js';
import type { RightDeal } from './right-deal.entity.js';
import type { RightDealFacts } from './right-deal.rules.js';
import { type Clause, clausesOf, kindRules } from '../right-kinds.rules.js';
import { passingModes, priceUnits } from '../right-kinds.words.js';
import { RightFields } from '../right.input.js';

/** A party as its line on the contract names it: what is not in the register is written by hand. */
export interface Signatory {
  name: string;
  address: string;
}
export interface ResultOnBoard {
  notice: { version: number };
  text: { title: string; facts: readonly { label: string; value: string }[]; paragraphs: readonly string[] };
}

/** On what the result rests. */
export const resultBasis = (town: string, { listingNumber, bid, priority }: RightDeal): string[] => [
  `本宗由${town}交易所核查，县农村产权交易中心审核通过，公开挂牌（${listingNumber}）。`,
  bid ? `挂牌期满，${bidWords(priority)}` : '挂牌期满，符合条件、按时交保证金的只有一方，按挂牌价和报价里高的成交。',
];

/** 成交结果公示: the approved text on a sheet for the village board, under the notice's own number. */
export const resultNotice = letter(
  'result_notice',
  { title: '成交结果公示', word: '农公示', atTown: true },
  ({ notice: { version }, text }: ResultOnBoard, desk: object, issuedOn: Day) => ({
    ...{ version, heading: text.title, facts: text.facts, paragraphs: text.paragraphs, desk, issuedOn },
  }),
);

/** 成交合同: what was agreed, and each clause that the law wants, filled in where the deal says it and open where it does not. */
export const rightContract = letter(
  'right_contract',
  { title: '农村产权流转合同', word: '农权合', atTown: true },
  (facts: RightDealFacts, holder: Signatory, taker: Signatory, noticeNumber: string) => {
    const { record, listing } = facts;
    const { kind, mode } = listing;
    const { contract, register } = kindRules[kind];
    return {
      ...{ kind: rightKinds[kind], mode: passingModes[mode], model: contract, register },
      ...{ listingNumber: record.listingNumber, noticeNumber, place: record.place, holder, taker },
      own: saidOf(RightFields, listing.own).map(({ label, value }) => ({ label, value })),
      clauses: clausesOf(kind, mode).map(({ name, article, says }) => ({
        ...{ name, article },
        said: says ? saysOf(facts, holder, taker)[says] : '',
      })),
    };
  },
);

/** What the deal itself says of a clause. */
function saysOf(
  { record, listing, term }: RightDealFacts,
  holder: Signatory,
  taker: Signatory,
): Readonly<Record<NonNullable<Clause['says']>, string>> {
  const { kind, mode, priceUnit, payment, crops, areaMu } = listing;
  const agreed = { ...listing, priceFen: record.priceFen };
  const { totalFen } = moneyOf({ record: agreed, term });
  const sum = totalFen === null || priceUnit === 'total' ? '' : `，整个期限合计 ${formatYuan(totalFen)} 元`;
  const area = Number(areaMu) === 0 ? '' : `，${formatMu(areaMu)} 亩`;
  return {
    parties: `甲方 ${holder.name}；乙方 ${taker.name}`,
    thing: `${record.place}${record.thing}${area}`,
    term: kindRules[kind].passes[mode]?.forGood ? handedOver(term.start) : `${formatTerm(term)}，共 ${termText(term)}`,
    price: `${formatYuan(record.priceFen)} ${priceUnits[priceUnit]}${sum}`,
    payment,
    use: crops,
  };
}

const handedOver = (day: Day): string => `${formatDay(day)}移交`;
