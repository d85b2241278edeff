import { mu } from '#kernel';
import { type Of, value, view } from '#platform';
import { noLastDay } from './notice.entity.js';
import { type ShownNotice, termsOf, termsView } from './notice.view.js';
import { noticeParts as labels } from './notice.words.js';
import { hallLabels } from './screen.words.js';
import type { Showing, Turn } from './screens.service.js';

const turnView = view('HallTurn', {
  id: value.id(),
  town: value.text(labels.town),
  village: value.text(labels.village),
  areaMu: value.mu(labels.areaMu),
  start: value.maybe(value.day(labels.start)),
  lastDay: value.maybe(value.day(labels.lastDay)),
  dueAt: value.maybe(value.moment(labels.dueAt)),
});
type HallTurn = Of<typeof turnView>;

const hallNoticeView = view('HallNotice', {
  id: value.id(),
  number: value.maybe(value.text(labels.number)),
  town: value.text(labels.town),
  village: value.text(labels.village),
  terms: termsView,
});

/** What a hall's screen shows now, and what comes after it. */
export const hallView = view(
  'HallScreen',
  {
    screen: value.maybe(value.text(hallLabels.screen)),
    shown: value.count(hallLabels.shown),
    now: value.moment(hallLabels.now),
    current: value.maybe(hallNoticeView),
    turns: value.many(turnView, hallLabels.turns),
  },
  hallLabels.title,
);
export type Hall = Of<typeof hallView>;

export const hallOf = ({ terminal, turns }: Showing, current: ShownNotice | null, now: Date): Hall => ({
  screen: terminal?.name ?? null,
  shown: terminal?.shown ?? 0,
  now,
  current: current && noticeOf(current),
  turns: turns.map(turnOf),
});

function noticeOf(shown: ShownNotice): Of<typeof hallNoticeView> {
  const { id, number, town, village } = shown.record;
  return { id, number, town, village, terms: termsOf(shown) };
}

const turnOf = ({ id, town, village, areaMu, periodStart, endsOn, dueAt }: Turn): HallTurn => ({
  ...{ id, town, village, areaMu: mu(areaMu), dueAt },
  start: periodStart,
  lastDay: endsOn === noLastDay ? null : endsOn,
});
