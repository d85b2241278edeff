import { AsyncLocalStorage } from 'node:async_hooks';

/** What travels with one request beside its arguments: what the gate and the transaction must see without being told. */
export interface RequestContext {
  /** Idempotency-Key with the network or account that sent it, and the hash of what was asked. */
  idempotency: { scope: string; key: string; fingerprint: string; claimed: boolean } | null;
  /** Revision the program saw (If-Match). */
  ifMatch: number | null;
  /** Statements sent for this request; lists assert their cost. */
  statements: number;
}

export const requestContext = new AsyncLocalStorage<RequestContext>();
