import type { Act } from '#platform';
import { BidEngine } from '../../libs/auctions/src/bids/bid-engine.js';
import { BidProcesses } from '../../libs/auctions/src/bids/bid-processes.js';
import { EntryClock } from '../../libs/auctions/src/bids/entry-clock.js';
import { ResultOpening } from '../../libs/auctions/src/closing/result-opening.service.js';
import type { TwoProcesses } from './two-processes.js';

type Method = (...asked: never[]) => unknown;

/** Puts something else in the place of a method of one object; answers how it is put back. */
function instead<Thing extends object>(thing: Thing, name: string, made: (was: Method) => Method): () => void {
  const was = Reflect.get(thing, name) as Method;
  Reflect.set(thing, name, made(was.bind(thing)));
  return () => void Reflect.deleteProperty(thing, name);
}

/** One thing broken on purpose in the second process, or in both. Answers how it is mended. */
export const slips: Readonly<Record<string, (processes: TwoProcesses) => () => void>> = {
  'a key is forgotten': ({ exchanges: [, { app }] }) =>
    instead(app.get(BidEngine), 'known', () => async () => new Map()),
  'a clock is an hour behind': ({ exchanges: [, { app }] }) =>
    instead(app.get(EntryClock), 'stamp', (was) => () => {
      const { at, errorMs } = was() as { at: number; errorMs: number };
      return { at: at - 3_600_000, errorMs };
    }),
  'a receipt is given for what is not written': ({ exchanges: [, { app }] }) =>
    instead(app.get(BidEngine), 'submit', (was) => async (...asked) => {
      const told = await was(...asked);
      return Array.isArray(told) ? told.map((each: object) => ({ ...each, seq: 7777 })) : told;
    }),
  'another wins': ({ exchanges }) => {
    const sql = 'SELECT number FROM auction_bidder WHERE auction_id = $1 AND number <> $2 LIMIT 1';
    const other = (was: Method) => async (act: Act, facts: { record: { id: string } }, to: { number: number }) => {
      const [row]: { number: number }[] = await act.tx.query(sql, [facts.record.id, to.number]);
      return (was as typeof ResultOpening.prototype.won)(act, facts as never, { ...to, number: row!.number } as never);
    };
    const mends = exchanges.map(({ app }) => instead(app.get(ResultOpening), 'won', other));
    return () => mends.forEach((mend) => mend());
  },
};

/** A closing that asks nobody whether something is still in hand. */
export function closesOverBids({ exchanges }: TwoProcesses): () => void {
  const nobody = async (): Promise<object> => ({ behind: 0, lost: 0 });
  const mends = exchanges.map(({ app }) => instead(app.get(BidProcesses), 'standing', () => nobody));
  return () => mends.forEach((mend) => mend());
}

/** What the first process takes in stays in its hand until it is told to go on. */
export function holds({ exchanges: [{ app }] }: TwoProcesses): () => void {
  const gate = Promise.withResolvers<void>();
  const mend = instead(app.get(BidEngine), 'submit', (was) => async (...asked) => {
    await gate.promise;
    return was(...asked);
  });
  return () => {
    mend();
    gate.resolve();
  };
}

/** Whether the first process has something in hand. */
export const inHand = ({ exchanges: [{ app }] }: TwoProcesses): boolean =>
  (Reflect.get(app.get(BidProcesses), 'inHand') as Set<unknown>).size > 0;
