import {
  type Fen,
  type Mu,
  type Parameters,
  type Term,
  type TransfereeKind,
  ZERO_FEN,
  addDays,
  addMonths,
  compareMu,
  fen,
  formatMu,
  formatTerm,
  formatYuan,
  share,
  transfereeKinds,
} from '#kernel';

/** What the amount depends on. */
export interface AmountFacts {
  annualRentFen: Fen;
  areaMu: Mu;
  term: Term;
  transfereeKind: TransfereeKind;
}

/** An amount with everything that a receipt prints to explain it. */
export interface DepositAmount {
  amountFen: Fen;
  waived: boolean;
  lines: readonly string[];
  basis: string;
}

/**
 * The risk deposit of a transfer. Nationally it is agreed between the parties (农村土地经营权流转管理办法第三十条); the county
 * makes it a step of every case, so its formula, its waivers and their basis are parameters and are printed.
 */
export function depositAmount(parameters: Parameters, facts: AmountFacts): DepositAmount {
  const basis = parameters.riskDepositBasis;
  const waiver = waiverOf(parameters, facts);
  if (waiver !== null) return { amountFen: ZERO_FEN, waived: true, lines: [waiver, '免缴风险保障金。'], basis };
  const percent = parameters.riskDepositPercent;
  const counted = share(facts.annualRentFen, percent, 100);
  const least = parameters.riskDepositMinimumFen;
  const amountFen = counted < least ? fen(least) : counted;
  const lines = [
    `一年流转价款 ${formatYuan(facts.annualRentFen)} 元 × ${percent}% = ${formatYuan(counted)} 元。`,
    ...(counted < least ? [`不足最低额 ${formatYuan(least)} 元，按最低额收。`] : []),
    `应缴风险保障金 ${formatYuan(amountFen)} 元。`,
  ];
  if (amountFen === 0) return { amountFen, waived: true, lines: [...lines, '免缴风险保障金。'], basis };
  return { amountFen, waived: false, lines, basis };
}

function waiverOf(parameters: Parameters, facts: AmountFacts): string | null {
  if ((parameters.riskDepositWaivedKinds as readonly string[]).includes(facts.transfereeKind)) {
    return `受让方是${transfereeKinds[facts.transfereeKind]}。`;
  }
  if (compareMu(facts.areaMu, parameters.riskDepositWaivedUpToMu) <= 0) {
    return `面积 ${formatMu(facts.areaMu)} 亩，不超过 ${formatMu(parameters.riskDepositWaivedUpToMu)} 亩。`;
  }
  // 承包法第四十条：代耕不超过一年的，可以不签订书面合同。
  const longest = addDays(addMonths(facts.term.start, parameters.riskDepositWaivedUpToMonths), -1);
  if (facts.term.end <= longest) {
    return `期限 ${formatTerm(facts.term)}，不超过 ${parameters.riskDepositWaivedUpToMonths} 个月。`;
  }
  return null;
}
