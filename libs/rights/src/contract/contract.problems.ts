import { type Day, formatDay, problem } from '#kernel';
import { refuses } from '#platform';

export const contractProblems = {
  notFound: problem('contract-not-found', 404, '没有这份承包合同'),
  chainTurned: problem(
    'contract-chain-turned',
    409,
    '合同首尾相接',
    '接着的合同要从原合同开始以后的一天起；原合同不能又接在它后面。',
  ),
};

/** Faults of the fields of an extension. */
export const extensionFaults = {
  notLater: (from: Day): string => `要在原合同开始的 ${formatDay(from)}以后`,
  endsFirst: '要在开始的那天以后',
  startedLate: (code: string): string => `这份合同已经有接着的合同 ${code}，期限重叠`,
  codeTaken: '这个代码是另一份承包合同的',
  noParcels: '这份合同现在没有地块，不能延包',
} as const;

refuses({ contract_chain_forward: contractProblems.chainTurned });
