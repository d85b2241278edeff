import { type Of, value, view } from '../views/values.js';
import { refusalView } from '../views/shared.view.js';
import { blockerValue } from '../views/blocker.view.js';
import { manyLabels } from './act.words.js';

/** One record among many: what it is called, where it may be seen, and what refused it. */
const one = {
  /** Kind and id, and the revision that was seen if it could be. */
  work: value.text(manyLabels.work),
  /** Its page; empty where it is none of the act's kind. */
  at: value.href(),
  /** Its number; empty where it is not this reader's to see. */
  number: value.text(manyLabels.number),
  problem: value.maybe(refusalView),
};

const chosen = view('ChosenRecord', { ...one, blockers: value.many(blockerValue, manyLabels.blockers) });

/** An act before it is done to many. */
export const manyForm = view(
  'ManyForm',
  {
    kind: value.text(manyLabels.kind),
    action: value.text(manyLabels.action),
    href: value.href(),
    rows: value.many(chosen, manyLabels.rows),
  },
  manyLabels.form,
);

const outcome = view('ManyOutcome', one);

/** What came of an act on each of many. */
export const manyOutcomes = view('ManyOutcomes', { outcomes: value.many(outcome) }, manyLabels.outcomes);

export type ManyOutcome = Of<typeof outcome>;
export type ManyOutcomes = Of<typeof manyOutcomes>;
export type ManyForm = Of<typeof manyForm>;
export type ChosenRecord = Of<typeof chosen>;
