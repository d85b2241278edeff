import { type Day, fen, mu } from '#kernel';
import { acts, asked } from './parts.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const at = new Date('2026-10-12T09:00:00+08:00');
const end = '2032-11-09' as Day;
const place = '殷巷镇李家桥村';
const history = [{ action: 'submit', label: '交镇里核对', at, by: '高演一', remark: null }];

/** A lot and an advertisement that fit. */
export const fit = {
  ...{ wantedId: 'w', wantedNumber: '370126101W26100001', wantedPlace: '殷巷镇', listingId: 'a', place },
  ...{ thing: null, areaMu: mu('58.75'), areaFrom: mu('10'), areaTo: mu('100'), lotPriceFen: fen(90_000) },
  ...{
    priceFen: fen(95_000),
    priceUnit: 'mu_year',
    years: 6,
    yearsLeast: 3,
    reasons: ['kind', 'area', 'price', 'term'],
  },
};
const wish = {
  ...{ id: 'w', number: '370126101W26100001', kind: 'contracted', place: '殷巷镇', wanter: '禾野合作社' },
  ...{ wanterKind: 'cooperative', areaFrom: mu('10'), areaTo: mu('100'), landClass: '0103', purpose: 'grain' },
  ...{ priceFen: fen(95_000), priceUnit: 'mu_year', yearsLeast: 3, remark: '连片', publishedAt: at, endsOn: end },
};

const search = {
  ...{
    id: 's',
    revision: 1,
    name: '殷巷的地',
    at: '/listings?q=殷巷',
    seenAt: at,
    more: true,
    feed: '/searches/feed/x',
  },
  fresh: [
    {
      id: 'a',
      place,
      thing: null,
      areaMu: mu('58.75'),
      priceFen: fen(90_000),
      priceUnit: 'mu_year',
      publishedAt: at,
    },
  ],
};

/** What is wanted, and searches that are kept. */
export const wanted: Record<string, PageSample> = {
  'listings/searches': {
    ...{ searches: [search], wishes: [{ id: 'w', place: '殷巷镇', state: 'published', endsOn: end }], writes: true },
  },
  'listings/search': { ...search, searches: [search], acts: acts.slice(0, 2) },
  'listings/wanted-board': {
    ...asked('/wanted'),
    ...{
      rows: [wish, { ...wish, areaTo: null }],
      title: '求租',
      feed: '/wanted/feed',
      landClasses: { '0103': '旱地' },
      writes: true,
      sheet: '',
    },
    pager: { count: 2, whole: false, previous: '', next: '' },
  },
  'listings/wanted': {
    page: staff,
    ...{ ...wish, revision: 1, state: 'published', reason: '写明几年', own: true, matches: [fit] },
    ...{ acts: acts.slice(0, 2), history, inside: true, landClasses: { '0103': '旱地' } },
  },
};
