import { value, view } from './values.js';
import { blockerLabels } from './views.words.js';

export const wayValue = view('Way', { href: value.href(), label: value.text() }, blockerLabels.way);

/** Why something cannot be done now. */
export const blockerValue = view('Blocker', {
  rule: value.text(blockerLabels.rule),
  text: value.text(blockerLabels.reason),
  article: value.text(blockerLabels.article),
  way: value.maybe(wayValue),
});
