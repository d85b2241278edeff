import { rightKinds } from '#kernel';
import { List, type RowOf, column, maybe, oneOf } from '#platform';
import { landClasses, plannedUses } from '#rights';
import { priceUnits } from '../right-kinds.words.js';
import { wantedLabels as labels, wanterKinds } from './wanted.words.js';

/** The board of what is wanted, to everybody: newest first. */
export const wantedList = new List({
  name: 'wanted',
  at: '/wanted',
  from: 'wanted',
  id: 'id',
  fields: {
    id: column.text('id'),
    number: maybe(column.text('number')),
    kind: column.code('kind', rightKinds),
    place: column.text('place'),
    wanter: column.text('wanter'),
    wanterKind: column.code('wanter_kind', wanterKinds),
    areaFrom: maybe(column.mu('area_from')),
    areaTo: maybe(column.mu('area_to')),
    landClass: maybe(column.text('land_class')),
    purpose: maybe(column.code('purpose', plannedUses)),
    priceFen: maybe(column.fen('price_fen')),
    priceUnit: column.code('price_unit', priceUnits),
    yearsLeast: maybe(column.count('years_least')),
    remark: column.text('remark'),
    publishedAt: column.moment('published_at'),
    endsOn: maybe(column.day('ends_on')),
  },
  where: `state = 'published'`,
  filters: {
    town: { like: /^(\d{9}|\d{12})$/, where: (value, say) => `left(office_code, 9) = ${say(value.slice(0, 9))}` },
    kind: oneOf('kind', Object.keys(rightKinds)),
    use: oneOf('purpose', Object.keys(plannedUses)),
    class: oneOf('land_class', Object.keys(landClasses)),
    // Who has so many mu asks for whom they are enough, and not too many.
    mu: {
      like: /^\d{1,6}(\.\d{1,4})?$/,
      where: (value, say) => {
        const area = `${say(value)}::numeric`;
        return `coalesce(area_from, 0) <= ${area} AND coalesce(area_to, ${area}) >= ${area}`;
      },
    },
  },
  sorts: {
    newest: { sql: 'published_at', type: 'timestamptz', down: true },
    dearest: { sql: 'coalesce(price_fen, 0)::numeric', type: 'numeric', down: true },
    largest: { sql: 'coalesce(area_to, area_from, 0)', type: 'numeric', down: true },
  },
  words: { text: 'search_text', pairs: 'search_pairs' },
  labels,
  feed: {
    record: '/wanted',
    title: 'listings/wanted-title',
    summary: 'listings/wanted-entry',
    published: 'published_at',
    updated: 'greatest(published_at, state_since)',
    sort: 'newest',
  },
  sheet: [
    { field: 'number', width: 24 },
    { field: 'place', width: 24 },
    { field: 'kind', width: 24 },
    { field: 'wanter', width: 24 },
    'wanterKind',
    'areaFrom',
    'areaTo',
    'landClass',
    { field: 'purpose', width: 20 },
    'priceFen',
    'priceUnit',
    'yearsLeast',
    { field: 'remark', width: 30 },
    'publishedAt',
    'endsOn',
  ],
});

export type WantedRow = RowOf<typeof wantedList.spec.fields>;
