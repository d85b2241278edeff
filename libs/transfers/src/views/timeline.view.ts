import { goesBack, isEnd, mainPath, maskName } from '#kernel';
import { type HistoryLine, type Of, stateWords, value, view } from '#platform';
import type { TransferState } from '../transfer-states.workflow.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { eventParts } from './transfer-page.words.js';

const states = stateWords(transferWorkflow);

/** What was done to a case: its steps, and what its rows tell beside them. Who did it is known by the post. */
export const transferEventView = view(
  'TransferEvent',
  {
    action: value.text(eventParts.action),
    label: value.text(eventParts.label),
    from: value.maybe(value.code(states, eventParts.from)),
    to: value.maybe(value.code(states, eventParts.to)),
    at: value.moment(eventParts.at),
    times: value.count(eventParts.times),
    back: value.flag(eventParts.back),
    post: value.text(eventParts.post),
    witness: value.maybe(value.text(eventParts.witness)),
    remark: value.maybe(value.text(eventParts.remark)),
  },
  eventParts.title,
);

export type TransferEvent = Of<typeof transferEventView>;

/** Acts that move no state and are told all the same, by their rows. */
type Told = ReadonlyMap<string, 'each' | 'summed'>;

/** What has happened; the same act done many times in a row is one event, where its row says so. */
export function eventsOf(history: readonly HistoryLine[], told: Told): TransferEvent[] {
  const events: TransferEvent[] = [];
  for (const line of history) {
    if (line.fromState === line.toState && !told.has(line.action)) continue;
    const before = events.at(-1);
    const again = before?.label === line.label && told.get(line.action) === 'summed';
    if (again) events[events.length - 1] = { ...before, times: before.times + 1, at: line.moment };
    else events.push(eventOf(line));
  }
  return events;
}

const eventOf = ({
  action,
  label,
  fromState,
  toState,
  moment,
  actorPost,
  assisted,
  remark,
}: HistoryLine): TransferEvent => ({
  ...{ action, label, at: moment, times: 1, post: actorPost, remark },
  from: fromState as TransferState | null,
  to: toState as TransferState | null,
  back: goesBack(transferWorkflow, action),
  witness: assisted && maskName(assisted.witness),
});

/** A draft is on no way yet. */
const path = mainPath(transferWorkflow).slice(1);

/** Where a case stands and the states that are still to come, as the timeline goes on; none where it has ended. */
export function statesAhead(state: TransferState): readonly TransferState[] {
  if (isEnd(transferWorkflow, state)) return [];
  return path.includes(state) ? path.slice(path.indexOf(state)) : [state];
}
