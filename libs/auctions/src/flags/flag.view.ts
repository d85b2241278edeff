import { type Of, value, view } from '#platform';
import { flagNames, flagParts as parts } from './flag.words.js';

const rowView = view(
  'RedFlagRow',
  {
    href: value.href(parts.href),
    title: value.text(parts.what),
    place: value.text(parts.place),
    at: value.moment(parts.at),
    numbers: value.many(value.count(), parts.numbers),
    many: value.count(parts.many),
    isOver: value.flag(parts.isOver),
  },
  parts.row,
);

const flagView = view(
  'RedFlagFound',
  {
    flag: value.code(flagNames, parts.flag),
    threshold: value.count(parts.threshold),
    count: value.count(parts.count),
    rows: value.maybe(value.many(rowView, parts.rows)),
  },
  parts.one,
);

/** How often each flag stands, to everybody; where it stands, to the supervisor. */
export const flagsView = view('RedFlags', { since: value.day(parts.since), flags: value.many(flagView) }, parts.title);
export type FlagsView = Of<typeof flagsView>;
