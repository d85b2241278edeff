import { List, type RowOf, column, maybe, named, sqlNames, stateWords } from '#platform';
import { priceUnits } from '#listings';
import { statesIn } from '#kernel';
import { auctionModes } from '../auction.words.js';
import { auctionWorkflow } from '../auction.workflow.js';
import { auctionLabels as labels } from './hall.words.js';

const among = (states: readonly string[]): string => `a.state IN (${sqlNames(states)})`;

/** What is bid for, to everybody: what comes and runs, soonest first; what is over, newest first. */
export const auctionList = new List({
  name: 'auctions',
  at: '/auctions',
  from: 'auction a JOIN auction_book b ON b.auction_id = a.id',
  id: 'a.id',
  fields: {
    id: column.text('a.id'),
    listingNumber: column.text('a.listing_number'),
    state: column.code('a.state', stateWords(auctionWorkflow)),
    place: column.text('a.place'),
    thing: column.text('a.thing'),
    areaMu: maybe(column.mu('nullif(a.area_mu, 0)')),
    mode: column.code("a.rules ->> 'mode'", auctionModes),
    startFen: column.fen("(a.rules ->> 'startFen')::bigint"),
    priceUnit: column.code('a.price_unit', priceUnits),
    startsAt: column.moment('b.starts_at'),
    endsAt: column.moment('b.ends_at'),
    priceFen: maybe(column.fen('a.price_fen')),
  },
  filters: {
    state: named(
      {
        running: among(statesIn(auctionWorkflow, 'bidding', 'halted')),
        over: among(statesIn(auctionWorkflow, 'parting', 'sold', 'over', 'fallen')),
        all: 'true',
      },
      among(statesIn(auctionWorkflow, 'ahead', 'bidding', 'halted')),
    ),
    town: { like: /^(\d{9}|\d{12})$/, where: (value, say) => `left(a.office_code, 9) = ${say(value.slice(0, 9))}` },
    listing: {
      like: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      where: (value, say) => `a.listing_id = ${say(value)}::uuid`,
    },
  },
  sorts: {
    soonest: { sql: 'b.starts_at', type: 'timestamptz' },
    newest: { sql: 'b.starts_at', type: 'timestamptz', down: true },
  },
  sort: ({ state }) => (state === '' || state === undefined ? 'soonest' : 'newest'),
  labels,
});

export type AuctionRow = RowOf<typeof auctionList.spec.fields>;
