import { List, type RowOf, column, marked, maybe, named, oneOf, ranged, sqlNames, stateWords, under } from '#platform';
import { biddingModes, rightKinds, statesIn } from '#kernel';
import { landClasses, plannedUses } from '#rights';
import { deskLabels, listingLabels as labels } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';
import { passingModes, priceUnits } from './right-kinds.words.js';

const states = stateWords(listingWorkflow);
const areas = {
  '0-10': { from: '0', to: '10' },
  '10-50': { from: '10', to: '50' },
  '50-200': { from: '50', to: '200' },
  '200-': { from: '200', to: null },
};
/** Per mu and year, in fen. */
const prices = {
  '0-600': { from: '0', to: '60000' },
  '600-900': { from: '60000', to: '90000' },
  '900-1200': { from: '90000', to: '120000' },
  '1200-': { from: '120000', to: null },
};
const spans = {
  '0-3': { from: '0', to: '1095' },
  '3-5': { from: '1095', to: '1825' },
  '5-10': { from: '1825', to: '3650' },
  '10-': { from: '3650', to: null },
};
const among = (names: readonly string[]): string => `state IN (${sqlNames(names)})`;

const fields = {
  id: column.text('id'),
  number: maybe(column.text('number')),
  kind: column.code('kind', rightKinds),
  mode: column.code('mode', passingModes),
  state: column.code('state', states),
  place: column.text('place'),
  thing: maybe(column.text("own ->> 'name'")),
  areaMu: maybe(column.mu('nullif(area_mu, 0)')),
  landClasses: column.texts('land_classes'),
  priceFen: column.fen('price_fen'),
  priceUnit: column.code('price_unit', priceUnits),
  purpose: maybe(column.code("nullif(purpose, '')", plannedUses)),
  crops: column.text('crops'),
  termStart: column.day('lower(term)'),
  termEnd: column.day('upper(term) - 1'),
  closesOn: maybe(column.day('closes_on')),
  dueAt: maybe(column.due('due_at')),
  households: column.count('household_count'),
  // Written with the approval: what is not public yet, or was before, has none.
  biddingMode: maybe(column.code("bidding ->> 'mode'", biddingModes)),
  startFen: maybe(column.fen("(bidding ->> 'startFen')::bigint")),
  stepFen: maybe(column.fen("(bidding ->> 'stepFen')::bigint")),
  ceilingFen: maybe(column.fen("(bidding ->> 'ceilingFen')::bigint")),
};

/** Of each the rows are marked by `listing_marks` in the database: a value of another kind needs a migration. */
const filters = {
  kind: marked('kind', oneOf('kind', Object.keys(rightKinds))),
  mode: marked('mode', oneOf('mode', Object.keys(passingModes))),
  use: marked('use', oneOf('purpose', Object.keys(plannedUses))),
  class: marked('class', {
    choices: Object.keys(landClasses),
    where: (value, say) => `land_classes @> ARRAY[${say(value)}]::text[]`,
  }),
  // What has no area, no term, or another price than by mu and year is in no range of it.
  area: marked('area', ranged('nullif(area_mu, 0)', areas)),
  price: marked('price', ranged("(CASE price_unit WHEN 'mu_year' THEN price_fen END)", prices)),
  years: marked('years', ranged('nullif(upper(term) - lower(term), 1)', spans)),
};

/** How far a lot is, as everybody asks it; where nobody asks, it is on offer. */
export const lotState = named(
  {
    choosing: among(statesIn(listingWorkflow, 'choosing')),
    bidding: among(statesIn(listingWorkflow, 'bidding')),
    dealing: among(statesIn(listingWorkflow, 'dealing')),
    closed: among(statesIn(listingWorkflow, 'over')),
    failed: among(statesIn(listingWorkflow, 'fallen')),
    all: 'true',
  },
  among(statesIn(listingWorkflow, 'offered')),
);

/** What is offered, to everybody: ending soonest first, or everything that was ever listed, newest first. */
export const listingList = new List({
  name: 'listings',
  at: '/listings',
  from: 'listing',
  id: 'id',
  fields: { ...fields, publishedAt: column.moment('published_at') },
  where: 'published_at IS NOT NULL',
  filters: {
    town: { like: /^(\d{9}|\d{12})$/, where: (value, say) => `left(office_code, 9) = ${say(value.slice(0, 9))}` },
    village: { like: /^\d{12}$/, where: (value, say) => `office_code = ${say(value)}` },
    ...filters,
    state: lotState,
  },
  sorts: {
    ending: { sql: 'closes_on', type: 'date' },
    newest: { sql: 'published_at', type: 'timestamptz', down: true },
    cheapest: { sql: 'listing_cheap(price_unit, price_fen)', type: 'numeric' },
    largest: { sql: 'area_mu', type: 'numeric', down: true },
  },
  sort: ({ state }) => (state === '' ? 'ending' : 'newest'),
  words: {
    text: 'search_text',
    pairs: 'search_pairs',
    alone: { table: 'listing', index: ({ state }) => (state ? 'listing_all_words' : 'listing_open_words') },
  },
  labels,
  feed: {
    record: '/listings',
    title: 'listings/entry-title',
    summary: 'listings/entry',
    published: 'published_at',
    updated: 'greatest(published_at, state_since)',
    sort: 'newest',
  },
  sheet: [
    { field: 'number', width: 24 },
    { field: 'place', width: 24 },
    { field: 'kind', width: 24 },
    'mode',
    { field: 'thing', width: 24 },
    'areaMu',
    'priceFen',
    'priceUnit',
    { field: 'purpose', width: 20 },
    'termStart',
    'termEnd',
    'closesOn',
    'state',
    { field: 'biddingMode', width: 24 },
    'startFen',
    'stepFen',
    'ceilingFen',
  ],
});

export type ListingRow = RowOf<typeof listingList.spec.fields>;

/** The same at the desk, with what is not public yet. */
export const deskList = new List({
  name: 'listings-desk',
  at: '/listings/desk',
  from: 'listing',
  id: 'id',
  fields: { ...fields, transferor: column.text('transferor_name'), createdAt: column.moment('created_at') },
  filters: { state: oneOf('state', Object.keys(states)), office: under('office_code'), ...filters },
  sorts: {
    newest: { sql: 'created_at', type: 'timestamptz', down: true },
    largest: { sql: 'area_mu', type: 'numeric', down: true },
  },
  words: { text: 'search_text' },
  labels: {
    ...labels,
    title: deskLabels.title,
    search: deskLabels.search,
    filters: {
      ...labels.filters,
      state: { label: deskLabels.state.label, choices: { ...deskLabels.state.every, ...states } },
    },
  },
  chips: { filter: 'state', values: ['', 'draft', 'village', 'town_check', 'listed', 'qualifying'] },
});
