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
  share,
} from '#kernel';
import type { waivers } from './deposit.words.js';

/** What the amount depends on. */
export interface AmountFacts {
  annualRentFen: Fen;
  areaMu: Mu;
  term: Term;
  transfereeKind: TransfereeKind;
}

/** An amount with everything that explains it. */
export interface DepositAmount extends AmountFacts {
  amountFen: Fen;
  waived: boolean;
  /** Why nothing is counted; null where it is counted. */
  waiver: keyof typeof waivers | null;
  percent: number;
  countedFen: Fen;
  leastFen: Fen;
  waivedUpToMu: Mu;
  waivedUpToMonths: number;
  basis: string;
}

/**
 * The risk deposit of a transfer. Nationally it is agreed between the parties (农村土地经营权流转管理办法第三十条); the county
 * makes it a step of every case, so its formula, its waivers and their basis are parameters and are printed.
 */
export function depositAmount(parameters: Parameters, facts: AmountFacts): DepositAmount {
  const { annualRentFen, areaMu, term, transfereeKind } = facts;
  const waiver = waiverOf(parameters, facts);
  const percent = parameters.riskDepositPercent;
  const countedFen = share(annualRentFen, percent, 100);
  const leastFen = parameters.riskDepositMinimumFen;
  const amountFen = waiver !== null ? ZERO_FEN : fen(Math.max(countedFen, leastFen));
  return {
    ...{ annualRentFen, areaMu, term, transfereeKind, waiver, percent, countedFen, leastFen, amountFen },
    waived: amountFen === 0,
    waivedUpToMu: parameters.riskDepositWaivedUpToMu,
    waivedUpToMonths: parameters.riskDepositWaivedUpToMonths,
    basis: parameters.riskDepositBasis,
  };
}

function waiverOf(parameters: Parameters, { areaMu, term, transfereeKind }: AmountFacts): DepositAmount['waiver'] {
  if ((parameters.riskDepositWaivedKinds as readonly string[]).includes(transfereeKind)) return 'kind';
  if (compareMu(areaMu, parameters.riskDepositWaivedUpToMu) <= 0) return 'area';
  // 承包法第四十条：代耕不超过一年的，可以不签订书面合同。
  const longest = addDays(addMonths(term.start, parameters.riskDepositWaivedUpToMonths), -1);
  return term.end <= longest ? 'term' : null;
}
