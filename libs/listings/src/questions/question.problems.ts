import { type FieldError, type PersonalFinding, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const questionProblems = {
  notFound: problem('question-not-found', 404, '没有这个提问'),
  closed: problem('question-closed', 409, '这宗挂牌现在不收提问', '提问只在挂牌期间，过了截止的钟点就不收。'),
  nobody: problem('question-nobody', 403, '提问要用自己的账号', '农户带身份证到村服务站，信息员当面帮您问。'),
  lost: problem('question-answer-lost', 409, '原来的答复不能去掉'),
  tooMany: problem('question-too-many', 409, '您在这宗挂牌里还有提问没有答复', '等答复了再问，或者到村服务站当面问。'),
};

export const questionFaults = {
  /** Says kind and place, never the number (个人信息保护法第二十五、二十八条). */
  personal: (field: string, { start, label }: PersonalFinding): FieldError => ({
    pointer: `#/${field}`,
    detail: `第 ${start + 1} 个字起有一个${label}，这里写的所有人都看得到，删掉再交`,
  }),
  same: (): Error => inputProblem([{ pointer: '#/answer', detail: '和原来的答复一样' }]),
  tooMany: (open: number): string => `还有 ${open} 个提问没有答复，等答复了再问。`,
} as const;

refuses({ question_keeps_its_answers: questionProblems.lost });
