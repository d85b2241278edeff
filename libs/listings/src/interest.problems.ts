import { problem } from '#kernel';
import { refuses } from '#platform';

export const interestProblems = {
  twice: problem('interest-twice', 409, '这一方已经报过名了'),
};

refuses({ interest_once: interestProblems.twice });
