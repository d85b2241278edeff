import type { PaperViews } from '../paper-kinds.js';
import { closingSamples } from './closing-papers.sample.js';
import { contractSamples } from './contract-papers.sample.js';
import { noticeSamples } from './notice-papers.sample.js';
import { reviewSamples } from './review-papers.sample.js';

/** One view of each paper, with made-up people: for specs, for `scripts/papers.mjs`, and to look at. */
export const samplePapers: Readonly<PaperViews> = {
  ...reviewSamples,
  ...noticeSamples,
  ...contractSamples,
  ...closingSamples,
};
