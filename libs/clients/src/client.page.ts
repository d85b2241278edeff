import { type Actor, holds } from '#kernel';
import { seconds } from '#platform';
import type { ClientSeen } from './client.view.js';

/** What only the page of a program needs: its buttons, and whether this reader may end a key. */
export const clientPage = ({ facts, acts }: ClientSeen, me: Actor) => ({
  acts,
  mayRevoke: facts.record.state === 'open' && holds(me, 'county_administrator', ...seconds),
});
