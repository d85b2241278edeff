/** What the desk calls a copy that waits for a second person. */
export const printWork = {
  label: '超次打印',
  asked: { label: '等另一个人批准', tone: 'wait' },
} as const;
