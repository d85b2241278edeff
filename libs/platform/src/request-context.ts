import { AsyncLocalStorage } from 'node:async_hooks';

/** An answer that may be kept once it is there. */
export interface Keeping {
  list: string;
  key: string;
  place: string;
  /** The numbers as they stood before its rows were read: what changes later has a higher one. */
  known: Known;
  /** The moment from which the answer would change by itself; null: it is not kept. */
  until: Date | null;
}

/** The numbers under which a process keeps things in memory. Each is raised by the transaction that changes the thing. */
export interface Known {
  readonly parameters: number;
  readonly calendar: number;
  /** By list: see `Answers`. */
  readonly lists: Readonly<Record<string, number>>;
}

/** An act that carries an Idempotency-Key, as far as its request has come. */
export interface KeyedAct {
  scope: string;
  key: string;
  fingerprint: string;
  /** When the key was first seen, as far as this request knows. */
  at: Date;
  /** What seals the results that are kept with the key. */
  secret: Buffer;
  /** A transaction of the act has been committed with the key. */
  claimed: boolean;
  /** How many transactions of the act are behind. */
  turn: number;
  /** The key was there before this request. */
  begun: boolean;
  /** A transaction was not run again but answered from what it came to the first time. */
  replayed: boolean;
  /** The answer is kept; what follows is no part of the act. */
  answered: boolean;
}

/** What travels with one request beside its arguments: what the gate and the transaction must see without being told. */
export interface RequestContext {
  /** Idempotency-Key with the network or account that sent it, and the hash of what was asked. */
  idempotency: KeyedAct | null;
  /** Tags of what the program saw (If-Match). */
  ifMatch: readonly string[] | null;
  /** A transaction of it is committed: what goes wrong now does not undo what was done. */
  committed: boolean;
  /** It asks for a page. */
  person: boolean;
  /** Nothing is changed by it, so that what it has once looked up holds to its end. */
  reads: boolean;
  known: Promise<Known> | null;
  /** Its answer may be kept. */
  keeping: Keeping | null;
}

export const requestContext = new AsyncLocalStorage<RequestContext>();
