/**
 * Whether a history of concurrent operations could have been answered one after the other: Wing & Gong, "Testing and Verifying
 * Concurrent Objects" (1993), with the memory of Lowe, "Testing for Linearizability" (2017). Imports nothing, so that a script
 * loads it as it stands.
 */

/** What one client asked and heard; times by any one clock. Without an answer it may have been done, or may still be, or never. */
export interface Operation<Asked, Answer> {
  asked: Asked;
  answer: Answer | undefined;
  calledAt: number;
  returnedAt: number;
}

/** The object as it were with one client alone. */
export interface Sequential<State, Asked, Answer> {
  initial: State;
  /** The state after it, or null where nobody could be answered so in this state; `undefined` is an answer that nobody heard. */
  step: (state: State, asked: Asked, answer: Answer | undefined) => State | null;
  /** Two states are the same where this text is. */
  key: (state: State) => string;
  /** Changes nothing in any state whatever: then it is done as soon as it can be, and never undone alone. */
  readOnly: (asked: Asked, answer: Answer | undefined) => boolean;
}

/** `undecided`: the budget of steps was used up. `reached` is how many answered operations fitted in one order at best. */
export interface Judgement {
  verdict: 'linearisable' | 'not' | 'undecided';
  reached: number;
  answered: number;
  steps: number;
}

interface Event {
  nth: number;
  /** The return of a call, linked where the call is; none where nobody heard an answer. */
  match: Event | null;
  before: Event | null;
  after: Event | null;
}

export function judge<State, Asked, Answer>(
  model: Sequential<State, Asked, Answer>,
  history: readonly Operation<Asked, Answer>[],
  budget = 5_000_000,
): Judgement {
  const operations = history.filter((one) => one.answer !== undefined || !model.readOnly(one.asked, one.answer));
  const answered = operations.filter((one) => one.answer !== undefined).length;
  const head = linked(operations);
  const done = new Uint16Array(Math.ceil(operations.length / 16));
  const seen = new Set<string>();
  const undo: { call: Event; state: State; alone: boolean }[] = [];
  let [state, entry, fitted, reached, steps] = [model.initial, head.after, 0, 0, 0];
  const flip = ({ nth }: Event): number => (done[nth >> 4]! ^= 1 << (nth & 15));
  const tell = (verdict: Judgement['verdict']): Judgement => ({ verdict, reached, answered, steps });

  while (fitted < answered) {
    if ((steps += 1) > budget) return tell('undecided');
    if (entry && isCall(entry)) {
      const { asked, answer } = operations[entry.nth]!;
      const next = model.step(state, asked, answer);
      const alone = next !== null && !model.readOnly(asked, answer);
      if (next !== null) flip(entry);
      const fresh = alone ? remembered(seen, String.fromCharCode(...done) + model.key(next)) : next !== null;
      if (fresh) {
        undo.push({ call: entry, state, alone });
        state = next!;
        fitted += answer === undefined ? 0 : 1;
        reached = Math.max(reached, fitted);
        unlink(entry);
        entry = head.after;
      } else {
        if (next !== null) flip(entry);
        entry = entry.after;
      }
      continue;
    }
    // Something was answered before all that is left could begin: the last choice was wrong, with all that was read since.
    for (let last = undo.pop(); ; last = undo.pop()) {
      if (!last) return tell('not');
      flip(last.call);
      relink(last.call);
      fitted -= operations[last.call.nth]!.answer === undefined ? 0 : 1;
      ({ state } = last);
      entry = last.call.after;
      if (last.alone) break;
    }
  }
  return tell('linearisable');
}

const isCall = (event: Event): boolean => event.match !== event;

function remembered(seen: Set<string>, key: string): boolean {
  const before = seen.size;
  return seen.add(key).size > before;
}

/** Calls and returns in the order of time; of one moment the call is first, so that the two are concurrent. */
function linked(operations: readonly Operation<unknown, unknown>[]): Event {
  const events = operations.flatMap((one, nth) => {
    const call: Event = { nth, match: null, before: null, after: null };
    if (one.answer === undefined) return [{ at: one.calledAt, late: 0, event: call }];
    const back: Event = { nth, match: null, before: null, after: null };
    [call.match, back.match] = [back, back];
    return [
      { at: one.calledAt, late: 0, event: call },
      { at: one.returnedAt, late: 1, event: back },
    ];
  });
  const head: Event = { nth: -1, match: null, before: null, after: null };
  let last = head;
  for (const { event } of events.toSorted((one, other) => one.at - other.at || one.late - other.late)) {
    [last.after, event.before] = [event, last];
    last = event;
  }
  return head;
}

function unlink(call: Event): void {
  for (const event of call.match ? [call, call.match] : [call]) {
    event.before!.after = event.after;
    if (event.after) event.after.before = event.before;
  }
}

function relink(call: Event): void {
  for (const event of call.match ? [call.match, call] : [call]) {
    event.before!.after = event;
    if (event.after) event.after.before = event;
  }
}
