import {
  type Fen,
  type Mu,
  type Parameters,
  type Term,
  type TransfereeKind,
  ZERO_FEN,
  ZERO_MU,
  addDays,
  addMonths,
  compareMu,
  fen,
  share,
} from '#kernel';
import type { waivers } from './deposit.words.js';

import type { DepositPurpose } from './deposit.words.js';

/** What the amount depends on. */
export interface AmountFacts {
  annualRentFen: Fen;
  areaMu: Mu;
  term: Term;
  transfereeKind: TransfereeKind;
  /** Against rent and land if nothing is said, or for a bid. */
  purpose?: DepositPurpose;
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
  if (facts.purpose === 'bid') return bidAmount(parameters, facts);
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

/** 交易保证金: a share of one year's price as it is listed; nobody is let off, for what nobody leaves keeps nobody to his bid. */
function bidAmount(
  parameters: Parameters,
  { annualRentFen, areaMu, term, transfereeKind }: AmountFacts,
): DepositAmount {
  const percent = parameters.bidDepositPercent;
  const countedFen = share(annualRentFen, percent, 100);
  return {
    ...{ annualRentFen, areaMu, term, transfereeKind, purpose: 'bid', waiver: null, percent, countedFen },
    ...{ leastFen: ZERO_FEN, amountFen: countedFen, waived: false, basis: parameters.bidDepositBasis },
    ...{ waivedUpToMu: ZERO_MU, waivedUpToMonths: 0 },
  };
}

function waiverOf(parameters: Parameters, { areaMu, term, transfereeKind }: AmountFacts): DepositAmount['waiver'] {
  if ((parameters.riskDepositWaivedKinds as readonly string[]).includes(transfereeKind)) return 'kind';
  if (compareMu(areaMu, parameters.riskDepositWaivedUpToMu) <= 0) return 'area';
  // 承包法第四十条：代耕不超过一年的，可以不签订书面合同。
  const longest = addDays(addMonths(term.start, parameters.riskDepositWaivedUpToMonths), -1);
  return term.end <= longest ? 'term' : null;
}
