import { type Of, offerView, stateWords, value, view } from '#platform';
import { listingLabels } from '../listing.words.js';
import { priceUnits } from '../right-kinds.words.js';
import { searchParts as parts } from './saved-search.words.js';
import { wantedLabels } from '../wanted/wanted.words.js';
import { wantedWorkflow } from '../wanted/wanted.workflow.js';

const { fields } = listingLabels;

const freshLot = view('FreshLot', {
  id: value.id(),
  place: value.text(fields.place),
  thing: value.maybe(value.text(fields.thing)),
  areaMu: value.maybe(value.mu(fields.areaMu)),
  priceFen: value.fen(fields.priceFen),
  priceUnit: value.code(priceUnits, fields.priceUnit),
  publishedAt: value.moment(parts.publishedAt),
});

/** A search as its owner keeps it, with what is new in it. */
export const searchView = view(
  'SavedSearch',
  {
    id: value.id(),
    revision: value.count(),
    name: value.text(parts.name),
    at: value.href(parts.list),
    seenAt: value.moment(parts.seenAt),
    fresh: value.many(freshLot, parts.fresh),
    more: value.flag(parts.more),
    feed: value.maybe(value.href(parts.feed)),
    acts: value.many(offerView),
  },
  parts.title,
);
export type SearchView = Of<typeof searchView>;

const ownWish = view('OwnWish', {
  id: value.id(),
  place: value.text(wantedLabels.fields.place),
  state: value.code(stateWords(wantedWorkflow), wantedLabels.fields.state),
  endsOn: value.maybe(value.day(wantedLabels.fields.endsOn)),
});

/** What an account looks for: its searches, and what its party wants. */
export const searchesView = view(
  'SavedSearches',
  {
    searches: value.many(searchView, parts.searches),
    wishes: value.many(ownWish, parts.wishes),
  },
  parts.page,
);
export type SearchesView = Of<typeof searchesView>;
export type OwnWish = Of<typeof ownWish>;
