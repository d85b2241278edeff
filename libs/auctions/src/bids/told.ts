import { momentAt } from '#kernel';
import type { Book } from './book.js';
import { leaderOf } from './leader.js';

/** The channel on which watchers hear of auctions. */
export const auctionChannel = 'auction';

/** Heard by the commit, and by nobody before it. */
export const tellSql = `SELECT pg_notify('${auctionChannel}', line) FROM unnest($1::text[]) AS line`;

/** What is told of an auction after a batch: nothing that a stranger may not know. */
export interface Told {
  id: string;
  seq: number;
  topFen: number | null;
  topNumber: number | null;
  endsAt: string;
  extensions: number;
  paused: boolean;
  closed: boolean;
}

export const toldOf = (id: string, book: Book): Told => ({
  // How many quotes there are is nobody's before the end.
  ...{
    id,
    seq: isSecret(book) ? 0 : book.seq,
    topFen: book.topFen,
    topNumber: leaderOf(book),
    extensions: book.extensions,
  },
  ...{
    endsAt: momentAt(book.endsAt).toISOString(),
    paused: book.pauses.at(-1)?.to === null,
    closed: book.closedAt !== null,
  },
});

const isSecret = ({ rules, closedAt }: Book): boolean => rules.mode === 'sealed' && closedAt === null;

/** What bidders did: of sealed quotes nothing at all, not even that there was one. */
export const toldOfBids = (books: ReadonlyMap<string, Book>): string[] =>
  [...books].filter(([, book]) => !isSecret(book)).map(([id, book]) => JSON.stringify(toldOf(id, book)));
