import { problem } from '#kernel';

/** Why one of many records is left out. */
export const manyProblems = {
  otherKind: problem('act-of-another-kind', 422, '这一件不是这一类，办不了这件事', '分开选，一类一类办。'),
};
