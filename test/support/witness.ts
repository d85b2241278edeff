/**
 * The witness of the sequence numbers: what any stranger can check of an auction in one pass, and that names the culprit. It sees less
 * than a search for an order (`linearisable.ts`), but it is fast at any size. Imports no code.
 */
import type { Asked, Recorded, Seen, Terms, Told } from './auction-history.js';

interface Bid {
  asked: Extract<Asked, { kind: 'bid' }>;
  answer: Told | undefined;
  calledAt: number;
  returnedAt: number;
}
interface Read {
  answer: Seen;
  calledAt: number;
  returnedAt: number;
}

const bids: readonly string[] = ['bid', 'automatic'];
const isBid = ({ kind = 'bid' }: Told): boolean => bids.includes(kind);

/** Faults in words, none where all is well. `attempts` is the whole list as it stands after the end. */
export function faultsOf(
  history: readonly Recorded[],
  attempts: readonly Told[],
  terms: Terms,
  firstEnd: number,
): string[] {
  const sent = history.filter((one): one is Recorded & Bid => one.asked.kind === 'bid');
  const reads = history.filter((one): one is Recorded & Read => one.asked.kind === 'read' && one.answer !== undefined);
  return [
    ...numbered(attempts),
    ...rising(attempts, terms),
    ...ended(attempts, firstEnd),
    ...kept(sent, attempts),
    ...sentOnce(sent, attempts),
    ...inTime(sent),
    ...inOrder(sent, reads, attempts),
  ];
}

/** The numbers begin at 1, without a gap or a repeat. */
const numbered = (attempts: readonly Told[]): string[] =>
  attempts.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`the ${index + 1}th attempt has number ${seq}`]));

/** Each accepted bid is a step above the one before, or the same by somebody of better rank; and who bids does not lead. */
function rising(attempts: readonly Told[], { startFen, stepFen, ranks }: Terms): string[] {
  const faults: string[] = [];
  let top: Pick<Told, 'amountFen' | 'number'> | undefined;
  for (const each of attempts) {
    if (each.outcome === 'accepted' && isBid(each)) {
      const { amountFen, number, seq } = each;
      const better = (ranks?.[number] ?? Infinity) < (ranks?.[top?.number ?? ''] ?? Infinity);
      const least: number = top === undefined ? startFen : top.amountFen + (better ? 0 : stepFen);
      if (amountFen < least) faults.push(`attempt ${seq} is accepted at ${amountFen}, below ${least}`);
      if ((amountFen - startFen) % stepFen !== 0) faults.push(`attempt ${seq} is accepted off the step`);
      if (top?.number === number && each.kind !== 'automatic') faults.push(`attempt ${seq} is over the bidder's own`);
      top = { amountFen, number };
    }
    if (each.topFen !== (top?.amountFen ?? null) || each.topNumber !== (top?.number ?? null))
      faults.push(`attempt ${each.seq} says the top is ${each.topFen} of ${each.topNumber}`);
  }
  return faults;
}

/** The end only moves on; no bid is accepted at it or after; none that entered before the last end is refused as too late. */
function ended(attempts: readonly Told[], firstEnd: number): string[] {
  const last = Math.max(firstEnd, ...attempts.map(({ endsAt }) => endsAt));
  let end = firstEnd;
  return attempts.flatMap(({ seq, outcome, reason, enteredAt, endsAt, kind = 'bid' }) => {
    const before = end;
    end = endsAt;
    return [
      ...(endsAt < before ? [`attempt ${seq} moves the end back`] : []),
      // The rule of outages may have moved the end between two attempts: then it entered before the end as it now stands.
      ...(outcome === 'accepted' && bids.includes(kind) && enteredAt >= Math.max(before, endsAt)
        ? [`attempt ${seq} is accepted after the end`]
        : []),
      ...(reason === 'ended' && enteredAt < last
        ? [`attempt ${seq} entered before the end, and is refused as too late`]
        : []),
    ];
  });
}

/** Whoever heard a receipt finds it in the list as it was heard. */
function kept(bids: readonly Bid[], attempts: readonly Told[]): string[] {
  const listed = new Map(attempts.map((each) => [each.seq, each]));
  const same = (one: Told, other: Told | undefined): boolean =>
    other !== undefined && (Object.keys(one) as (keyof Told)[]).every((name) => one[name] === other[name]);
  return bids.flatMap(({ answer }) =>
    answer && !same(answer, listed.get(answer.seq)) ? [`receipt ${answer.seq} is lost or says something else`] : [],
  );
}

/** What was sent once stands there once, however often it was asked for again; and nobody finds a bid that nobody sent. */
function sentOnce(bids: readonly Bid[], attempts: readonly Told[]): string[] {
  const count = <Each>(all: readonly Each[], key: (each: Each) => string): Map<string, number> => {
    const counted = new Map<string, number>();
    for (const each of all) counted.set(key(each), (counted.get(key(each)) ?? 0) + 1);
    return counted;
  };
  const sent = count(bids, ({ asked }) => `${asked.number} for ${asked.amountFen}`);
  return [
    ...count(
      attempts.filter(({ kind = 'bid' }) => kind === 'bid'),
      ({ number, amountFen }) => `${number} for ${amountFen}`,
    ),
  ].flatMap(([what, times]) =>
    times > (sent.get(what) ?? 0)
      ? [`the bid of ${what} was sent ${sent.get(what) ?? 0} times and stands ${times} times`]
      : [],
  );
}

/** A bid entered between its being sent and its being answered, as far as the clocks are told apart. */
const inTime = (bids: readonly Bid[]): string[] =>
  bids.flatMap(({ answer, calledAt, returnedAt }) =>
    answer && (answer.enteredAt < calledAt - answer.errorMs - 1 || answer.enteredAt > returnedAt + answer.errorMs + 1)
      ? [`attempt ${answer.seq} is said to have entered ${answer.enteredAt - calledAt} ms after it was sent`]
      : [],
  );

/**
 * What was answered before something else was sent has the smaller number. What a page says exists, is not from the future, and is no
 * older than what somebody had already been told.
 */
function inOrder(bids: readonly Bid[], reads: readonly Read[], attempts: readonly Told[]): string[] {
  const faults: string[] = [];
  const listed = new Map(attempts.map((each) => [each.seq, each]));
  const moments = [
    ...bids.flatMap(({ answer, ...times }) => (answer ? [{ ...times, seq: answer.seq, strict: true }] : [])),
    ...reads.map(({ answer, ...times }) => ({ ...times, seq: answer.seq, strict: false })),
  ];
  const returns = moments.toSorted((one, other) => one.returnedAt - other.returnedAt);
  let [told, next] = [0, 0];
  for (const { calledAt, seq, strict } of moments.toSorted((one, other) => one.calledAt - other.calledAt)) {
    for (; next < returns.length && returns[next]!.returnedAt < calledAt; next += 1)
      told = Math.max(told, returns[next]!.seq);
    if (strict ? seq <= told : seq < told) faults.push(`number ${seq} was given after ${told} had been told`);
  }
  const sentAt = new Map(bids.flatMap(({ answer, calledAt }) => (answer ? [[answer.seq, calledAt] as const] : [])));
  for (const { answer, returnedAt } of reads) {
    const there = listed.get(answer.seq);
    if (answer.seq !== 0 && (there?.topFen !== answer.topFen || there?.topNumber !== answer.topNumber))
      faults.push(`a page says ${answer.topFen} of ${answer.topNumber} at number ${answer.seq}, which never was`);
    if ((sentAt.get(answer.seq) ?? 0) > returnedAt) faults.push(`a page knew number ${answer.seq} before it was sent`);
  }
  return faults;
}
