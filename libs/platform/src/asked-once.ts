import { isTransaction, type Tx, type Reader } from './transaction.js';

const known = new WeakMap<object, Map<string, Promise<unknown>>>();

/** What an act has asked once it need not ask again. Only for what no act changes that asks for it. */
export function askedOnce<Found>(reader: Reader | Tx, name: string, ask: () => Promise<Found>): Promise<Found> {
  if (!isTransaction(reader)) return ask();
  const answers = known.get(reader) ?? new Map<string, Promise<unknown>>();
  known.set(reader, answers);
  const answer = (answers.get(name) as Promise<Found> | undefined) ?? ask();
  answers.set(name, answer);
  return answer;
}
