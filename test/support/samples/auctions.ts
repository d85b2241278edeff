import { type Day, fen, mu } from '#kernel';
import { asked } from './parts.js';
import type { PageSample } from './sample.js';

const moment = (time: string): Date => new Date(`2026-10-12T${time}+08:00`);
const person = { name: '演练农户', role: '', canSignOut: true };

const line = (seq: number, number: number | null, amount: number, time: string, more: object = {}) => ({
  ...{ seq, kind: 'bid', number, amountFen: amount === 0 ? null : fen(amount), at: moment(time), outcome: 'accepted' },
  ...{ reason: null, endsAt: moment('10:29:51'), isOwn: number === 2071, ...more },
});

const own = { number: 2071, level: 0, standing: 'outbid', bestFen: fen(97_000), maximumFen: null, match: true };

const running = {
  ...{ id: 'a', revision: 3, listingId: 'l', listingNumber: '370126101L26100001', state: 'running', phase: 'open' },
  ...{ place: '怀仁镇马家村', thing: '农户承包土地经营权', priceUnit: 'mu_year', areaMu: mu('86.40') },
  ...{ termStart: '2026-11-10' as Day, termEnd: '2031-11-09' as Day, mode: 'live', startFen: fen(88_000) },
  ...{ stepFen: fen(1_000), ceilingFen: null, reserveFen: null, reserveSecret: true, windowSeconds: 180 },
  ...{ mostExtensions: null, mostSteps: null, priority: ['member', 'incumbent'], startsAt: moment('08:30:00') },
  ...{ freeUntil: moment('10:20:00'), endsAt: moment('10:29:51'), extensions: 2, seq: 31, topFen: fen(98_000) },
  ...{ topNumber: 4412, yearlyFen: fen(8_467_200), totalFen: fen(42_336_000), now: moment('10:27:37'), own },
  lines: [
    line(31, 4412, 98_000, '10:26:51', { kind: 'automatic' }),
    line(30, 2071, 97_000, '10:26:20'),
    line(28, null, 0, '10:24:40', { kind: 'outage' }),
    line(27, 2071, 95_500, '10:24:10', { outcome: 'refused', reason: 'off-step' }),
  ],
  ...{ endedAt: null, endedCode: null, winnerNumber: null, priceFen: null, askAboveFen: 3_000 },
  ...{ draw: null, confirmation: null },
  buttons: [99_000, 100_000, 103_000].map((amount) => ({
    ...{ amountYuan: `${amount / 100}.00`, amountFen: fen(amount), plusFen: fen(amount - 98_000) },
  })),
  page: { me: person, wide: true, refresh: 15 },
};

const quiet = { own: null, buttons: [], page: { me: null, wide: true, refresh: 15 } };
const over = {
  phase: 'sold',
  state: 'sold',
  endedAt: moment('10:33:00'),
  winnerNumber: 2071,
  priceFen: fen(98_000),
  draw: '/draws/d',
  confirmation: '/papers/p',
};

/** The hall of an auction in each of its phases, its list, and the question before a large bid. */
export const auctions: Record<string, PageSample> = {
  'auctions/show': running,
  'auctions/show-watched': { ...running, ...quiet, template: 'auctions/show' },
  'auctions/show-ahead': {
    ...running,
    ...{
      phase: 'ahead',
      state: 'announced',
      now: moment('08:10:00'),
      seq: 0,
      topFen: null,
      topNumber: null,
      lines: [],
    },
    ...{ own: { ...own, standing: 'none', bestFen: null, match: false }, buttons: [], template: 'auctions/show' },
  },
  'auctions/show-paused': { ...running, phase: 'paused', state: 'suspended', buttons: [], template: 'auctions/show' },
  'auctions/show-settling': { ...running, ...quiet, phase: 'settling', template: 'auctions/show' },
  'auctions/show-parting': {
    ...running,
    ...quiet,
    phase: 'parting',
    state: 'drawing',
    draw: '/draws/d',
    template: 'auctions/show',
  },
  'auctions/show-won': { ...running, ...over, buttons: [], template: 'auctions/show' },
  'auctions/show-fallen': {
    ...{ ...running, ...quiet, phase: 'fallen', state: 'failed', endedAt: moment('10:33:00') },
    ...{ endedCode: 'below-reserve', template: 'auctions/show' },
  },
  'auctions/show-sealed': {
    ...{ ...running, mode: 'sealed', topFen: null, topNumber: null, lines: [], buttons: [], seq: 0 },
    ...{ own: { ...own, standing: 'none', bestFen: null, match: false }, template: 'auctions/show' },
  },
  'auctions/show-posted': {
    ...{ ...running, mode: 'posted', topFen: null, topNumber: null, lines: [] },
    buttons: [{ amountYuan: '880.00', amountFen: fen(88_000), plusFen: fen(0) }],
    ...{ own: { ...own, standing: 'none', bestFen: null, match: false }, template: 'auctions/show' },
  },
  'auctions/question': {
    ...{ id: 'a', listingNumber: '370126101L26100001', amountFen: fen(120_000), capitals: '壹仟贰佰元' },
    ...{ topFen: fen(98_000), aboveFen: fen(22_000), steps: 22, asks: true, yearlyFen: fen(10_368_000) },
    ...{ totalFen: fen(51_840_000), priceUnit: 'mu_year', page: { me: person } },
  },
  'auctions/index': {
    rows: [
      {
        ...{ id: 'a', listingNumber: '370126101L26100001', state: 'running', place: '怀仁镇马家村' },
        ...{ thing: '农户承包土地经营权', areaMu: mu('86.40'), mode: 'live', startFen: fen(88_000) },
        ...{ priceUnit: 'mu_year', startsAt: moment('08:30:00'), endsAt: moment('10:29:51'), priceFen: null },
      },
    ],
    next: '',
    ...asked('/auctions'),
    page: { title: '竞价', wide: true },
  },
  'auctions/index-empty': {
    rows: [],
    next: '',
    ...asked('/auctions'),
    template: 'auctions/index',
    page: { title: '竞价' },
  },
};
