import { type Of, listValue, rowValue, value, view } from '#platform';
import { endingList, landOutList } from './ending.list.js';
import { endingParts as labels } from './ending.words.js';

/** Rights that end soon, and land that is not handed back. */
export const endingView = view(
  'EndingRights',
  {
    reminderDays: value.count(labels.reminderDays),
    soon: listValue(endingList),
    out: value.many(rowValue(landOutList), labels.out),
  },
  labels.title,
);

export type Ending = Of<typeof endingView>;
