import { type Day, formatDay, problem } from '#kernel';

export const parameterProblems = {
  refused: problem('parameter-refused', 422, '这个参数不能这样改'),
};

/** What the form of a parameter says of a value that cannot be read, and when it is set. */
export const parameterWords = {
  refused: (reason: string): string => `${reason}。`,
  money: '请填金额，以元为单位，最多两位小数。',
  json: '这不是 JSON。',
  set: (from: Day): string => `${formatDay(from)}起用新的数；已经在办的件仍按原来的数。`,
} as const;
