import { problem } from '#kernel';
import { inputProblem } from '#platform';

export const bodyProblems = {
  notFound: problem('body-not-found', 404, '没有这个单位'),
};

const atCode = (detail: string) => inputProblem([{ pointer: '#/creditCode', detail }]);

/** What is wrong in the field of the code. */
export const bodyFaults = {
  code: atCode,
  taken: (name: string) => atCode(`这个统一社会信用代码登记的是“${name}”`),
  same: () => atCode('登记的就是这个代码，没有改动'),
} as const;

export const bodyNotes = { coded: '改单位的统一社会信用代码' } as const;
