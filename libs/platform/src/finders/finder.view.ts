import { type Of, value, view } from '../views/values.js';
import { foundLabels as labels } from './finder.words.js';

/** Something that was found, by what people tell it from others; never an identity number, a phone or an account. */
const parts = {
  /** What an input takes for it. */
  value: value.text(labels.value),
  name: value.text(labels.name),
  /** The village and the group it belongs to, or what kind of thing it is. */
  group: value.text(labels.group),
  /** The code that its papers carry. */
  code: value.text(labels.code),
};

const lineView = view('FoundLine', { ...parts, lastUsed: value.maybe(value.day(labels.lastUsed)) });

/** What fits some words, to one reader. */
export const foundView = view(
  'FoundList',
  {
    kind: value.text(labels.kind),
    words: value.text(labels.words),
    found: value.many(lineView, labels.found),
    more: value.flag(labels.more),
  },
  labels.title,
);
export type FoundLine = Of<typeof lineView>;
export type FoundList = Of<typeof foundView>;
