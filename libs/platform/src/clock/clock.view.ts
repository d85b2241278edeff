import { wayValue } from '../views/blocker.view.js';
import { type Of, value, view } from '../views/values.js';
import type { ClockTrouble } from './clock-troubles.js';
import { clockLabels as labels, troubleKinds } from './clock.words.js';

const comingView = view('ComingDeadline', {
  label: value.text(labels.label),
  dueAt: value.moment(labels.dueAt),
  number: value.count(labels.number),
});

/** The training county's clock. */
export const trainingClockView = view(
  'TrainingClock',
  {
    now: value.moment(labels.now),
    today: value.day(labels.today),
    daysAhead: value.count(labels.daysAhead),
    next: value.many(comingView, labels.next),
  },
  labels.training,
);
export type TrainingClockView = Of<typeof trainingClockView>;

const reasonView = view('StandingReason', {
  text: value.text(labels.text),
  article: value.text(labels.article),
  way: value.maybe(wayValue),
});

/** A record that is ripe and held back: its page, or that of all of them. */
export const statusView = view('StandingRecord', {
  label: value.text(labels.label),
  href: value.href(),
  kind: value.code(troubleKinds, labels.kind),
  reasons: value.many(reasonView, labels.reasons),
  since: value.moment(labels.since),
  tries: value.count(labels.tries),
});

export const statusOf = ({ label, href, kind, reasons, firstAt: since, tries }: ClockTrouble & { href: string }) => ({
  ...{ label, href, kind, reasons, since, tries },
});

/** Records whose time is over and which could not be moved on, and whether the clock walks at all. */
export const blockedView = view(
  'BlockedRecords',
  {
    walkedAt: value.maybe(value.moment(labels.walkedAt)),
    late: value.flag(labels.late),
    rows: value.many(statusView, labels.rows),
  },
  labels.blocked,
);
export type BlockedView = Of<typeof blockedView>;
