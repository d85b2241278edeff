import { problem } from '#kernel';

/** Said when a print was asked for, and where none is to be had. */
export const printWords = {
  asked: '次数已满，已提请另一位同志批准。',
  counted: (copy: number): string => `已登记第 ${copy} 份，可以打印。`,
  voided: (number: string, reason: string): string => `${number}已于作废登记：${reason}`,
} as const;

export const paperProblems = {
  gone: problem('paper-not-found', 404, '没有这份文书', '编号或地址不对，或者这份文书不归您看。'),
  void: problem('paper-void', 409, '这份文书已经作废', '作废的文书不能再打印。要新的，请办补发或变更。'),
  reasonNeeded: problem(
    'reprint-needs-reason',
    422,
    '重印要写原因',
    '第一次打印不用写；从第二份起，每份都要写明原因，记入打印登记。',
    'reason',
  ),
  limitReached: problem('print-limit', 409, '打印次数已满', '超过次数的打印，要另一个人批准。已经有一份申请在等批准。'),
  samePerson: problem('print-same-person', 403, '自己不能批自己的打印申请', '请另一位同志批准（四眼原则）。'),
  decided: problem('print-already-decided', 409, '这份打印申请已经办过'),
  sealOverlaps: problem(
    'seal-overlaps',
    409,
    '印章的日期对不上',
    '新印章的启用日期要晚于旧的；停用日期要晚于启用日期，停用过的不能再停用。',
  ),
  altered: problem('paper-altered', 500, '文书内容与出具时不一致，已停止打印', '请系统管理员核对数据库。'),
};
