import { mu } from '#kernel';
import { type Of, value, view } from '#platform';
import type { Publication } from './publication.entity.js';
import { factView } from './publication.view.js';
import { textLabels } from './publication.words.js';
import { hallLabels } from './screen.words.js';
import type { Showing, Turn } from './screens.service.js';

const turnView = view('HallTurn', {
  id: value.id(),
  address: value.maybe(value.href()),
  town: value.text(hallLabels.town),
  village: value.text(hallLabels.village),
  areaMu: value.maybe(value.mu(hallLabels.areaMu)),
  start: value.maybe(value.day(hallLabels.start)),
  lastDay: value.maybe(value.day(hallLabels.lastDay)),
  dueAt: value.maybe(value.moment(hallLabels.dueAt)),
});
type HallTurn = Of<typeof turnView>;

const hallTextView = view('HallText', {
  id: value.id(),
  address: value.maybe(value.href()),
  number: value.maybe(value.text(hallLabels.number)),
  title: value.text(textLabels.title),
  town: value.text(hallLabels.town),
  village: value.text(hallLabels.village),
  areaMu: value.maybe(value.mu(hallLabels.areaMu)),
  facts: value.many(factView, textLabels.facts),
});

/** What a hall's screen shows now, and what comes after it. */
export const hallView = view(
  'HallScreen',
  {
    screen: value.maybe(value.text(hallLabels.screen)),
    shown: value.count(hallLabels.shown),
    now: value.moment(hallLabels.now),
    current: value.maybe(hallTextView),
    turns: value.many(turnView, hallLabels.turns),
  },
  hallLabels.title,
);
export type Hall = Of<typeof hallView>;

type PageOf = (publication: Pick<Publication, 'subject' | 'subjectId'>) => string | null;

export const hallOf = ({ terminal, turns, current }: Showing, now: Date, pageOf: PageOf): Hall => ({
  screen: terminal?.name ?? null,
  shown: terminal?.shown ?? 0,
  now,
  current: current && textOf(current.publication, pageOf(current.publication)),
  turns: turns.map((turn) => turnOf(turn, pageOf(turn))),
});

function textOf({ id, number, town, village, areaMu, text }: Publication, address: string | null): Hall['current'] {
  const { title, facts } = text;
  return { id, address, number, title, town, village, areaMu: areaMu === null ? null : mu(areaMu), facts };
}

const turnOf = ({ id, town, village, areaMu, periodStart, ...turn }: Turn, address: string | null): HallTurn => ({
  ...{ id, address, town, village, areaMu: areaMu === null ? null : mu(areaMu) },
  ...{ start: periodStart, lastDay: turn.lastDay, dueAt: turn.dueAt },
});
