import { pageValue, rowValue } from '../views/list-value.js';
import { refusalView } from '../views/shared.view.js';
import { type Of, value, view } from '../views/values.js';
import { workList } from './work.list.js';
import { deskLabels } from './work.words.js';

const lineView = rowValue(workList);

const countView = view('WorkCount', {
  kind: value.text(deskLabels.kind),
  waiting: value.count(deskLabels.waiting),
  late: value.count(deskLabels.late),
  today: value.count(deskLabels.today),
});

/** The desk: a page of what waits, and how much of each kind. */
export const deskView = pageValue(workList, lineView, { counts: value.many(countView, deskLabels.counts) });

/** What to do next; null where all is done. */
export const nextWorkView = view('NextWork', { next: value.maybe(lineView) }, deskLabels.next);

const outcomeView = view('HandOutcome', { work: value.text(deskLabels.work), problem: value.maybe(refusalView) });

/** What came of taking or handing over each piece of work. */
export const handsView = view('HandOutcomes', { outcomes: value.many(outcomeView) }, deskLabels.outcomes);

/** A piece of work in the desk's list. */
export type WorkLine = Of<typeof lineView>;
/** How much of a kind waits; from a hundred in one state on, at least that. */
export type WorkCount = Of<typeof countView>;
export type DeskView = Of<typeof deskView>;
export type NextWork = Of<typeof nextWorkView>;
/** What came of one piece of work among many: nothing more, or the problem that refused it. */
export type HandOutcome = Of<typeof outcomeView>;
export type HandOutcomes = Of<typeof handsView>;
