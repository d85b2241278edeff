import { type Blocker, type Rule, blocker, fen, formatYuan } from '#kernel';
import type { DepositFacts } from './deposit.workflow.js';

const agreement = '风险保障金协议';

export const paidInFull: Rule<DepositFacts> = ({ record, heldFen }) =>
  heldFen >= record.amountFen
    ? undefined
    : blocker('paidInFull', `还差 ${formatYuan(fen(record.amountFen - heldFen))} 元。`, agreement);

export const nothingPaid: Rule<DepositFacts> = ({ heldFen }) =>
  heldFen === 0 ? undefined : blocker('nothingPaid', `已经缴了 ${formatYuan(fen(heldFen))} 元，要先退还。`, agreement);

export const someHeld: Rule<DepositFacts> = ({ heldFen }) =>
  heldFen > 0 ? undefined : blocker('someHeld', '账上没有可退、可用的钱。', agreement);

export const nothingHeld: Rule<DepositFacts> = ({ heldFen }) =>
  heldFen === 0 ? undefined : blocker('nothingHeld', `账上还有 ${formatYuan(fen(heldFen))} 元。`, agreement);

export const oneAnswerAtATime: Rule<DepositFacts> = ({ openOutflows }) =>
  openOutflows === 0
    ? undefined
    : blocker('oneAnswerAtATime', `还有 ${openOutflows} 笔付款没有办完。`, '平台规则：先办完上一笔');

/** Money leaves only by two persons (ASVS 2.3.5): who asked for it does not approve it. */
export const differentApprover: Rule<DepositFacts> = ({ requestedBy }, { actor }): Blocker | undefined =>
  requestedBy !== null && requestedBy === actor.accountId
    ? blocker('differentApprover', '这笔付款是您申请的，要由另一个人批准。', '平台规则：付款须两人经手')
    : undefined;
