import type { CaseEndKind, PaperViews } from '../paper-kinds.js';
import { closingSamples } from './closing-papers.sample.js';
import { contractSamples } from './contract-papers.sample.js';
import { end } from './people.sample.js';
import { reviewSamples } from './review-papers.sample.js';

/** Whatever became of a case is told with the same fields. */
const caseSamples = Object.fromEntries(
  ['suspension', 'case_end'].map((kind) => [
    kind,
    { ...end, effect: '占用的地块继续保留。', next: '权属争议有书面结论后，凭结论申请恢复。' },
  ]),
) as unknown as Pick<PaperViews, CaseEndKind>;

/** One view of each paper, with made-up people: for specs, for `scripts/papers.mjs`, and to look at. */
export const samplePapers: Readonly<PaperViews> = {
  ...reviewSamples,
  ...contractSamples,
  ...closingSamples,
  ...caseSamples,
};
