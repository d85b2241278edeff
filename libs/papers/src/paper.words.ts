/** What the desk calls a copy that waits for a second person. */
export const printWork = {
  label: '超次打印',
  asked: { label: '等另一个人批准', tone: 'wait' },
} as const;

/** What stands round every paper. */
export const frameWords = {
  code: '查验码',
  page: (page: number, of: number): string => `第 ${page} 页 共 ${of} 页`,
  copy: { none: '样本，不作凭证', first: '第 1 次打印', again: (copy: number): string => `重印 第 ${copy} 份` },
  drill: '演练 无效',
  sample: '样本',
  dated: '日期：',
} as const;

/** What stands round a certificate. */
export const certificateWords = {
  page: (page: number, of: number): string => `第 ${page} 页，共 ${of} 页`,
  annex: (number: string): string => `${number}　附页`,
  sample: '样本 不作凭证',
} as const;

/** A day that is left open, to be filled in by hand. */
export const blankDay = (gap: string): string => `${gap.repeat(4)}年${gap.repeat(2)}月${gap.repeat(2)}日`;

/** Before this phrase the heading of a notice breaks, if it does not fit on one line. */
export const noticePhrase = '土地经营权';

export const mapWords = { north: '北', metres: (metres: number): string => `${metres} 米` } as const;
