import { fen } from '#kernel';
import { flagUnits } from '../../../libs/auctions/src/flags/flag.words.js';
import type { PageSample } from './sample.js';

const at = new Date('2026-10-12T10:29:51.120+08:00');
const kid = 'vYQ3Yk0nJ5n2mW8m3Jt1cJ4Xg7dYk5o1Qe0m2b9s6uA';
const leaf = 'e7f6c011776e8db7cd330b54174fd76f7d0216b612387a5ffcfb81e6f0919683';
const auction = { auctionId: 'a', listingNumber: '370126101L26100001', thing: '农户承包土地经营权' };
const receipt = {
  ...{ ...auction, seq: 41, kind: 'bid', number: 4821, amountFen: fen(98_000), said: '', at, errorMs: 3 },
  ...{ outcome: 'accepted', reason: null, endsAt: at, topFen: fen(98_000), topNumber: 4821, via: null, salt: 'ab12' },
  ...{ batchId: 'b', place: 2, priceUnit: 'mu_year', refusal: null, text: '{"amountFen":98000,"seq":41}' },
  proof: {
    ...{ leaf, place: 2, size: 3, path: [leaf], payload: `{"batch":"b","root":"${leaf}","size":3}`, kid },
    ...{ signature: `${kid}${kid}`, keySet: '/.well-known/jwks.json' },
  },
};
const row = { href: '/auctions/a', title: auction.listingNumber, place: '怀仁镇', at, numbers: [4821, 1033], many: 2 };

/** What strangers check. */
export const proofs: Record<string, PageSample> = {
  'auctions/receipt': receipt,
  'auctions/receipt-of-another': { ...receipt, text: null, salt: '', template: 'auctions/receipt' },
  'auctions/pack': {
    ...{ ...auction, state: 'sold', attempts: 214, batches: 180, bidders: 5, isDrawn: false, winner: 4821 },
    ...{ priceFen: fen(98_000), endsAt: '2026-10-12T02:34:51.120Z', file: '/auctions/a/pack.jsonl' },
    ...{
      verifier: '/auctions/verifier.mjs',
      verifierPage: '/auctions/verifier.html',
      keySet: '/.well-known/jwks.json',
    },
  },
  'auctions/flags': {
    since: '2025-10-12',
    flags: [
      { flag: 'oneBidder', threshold: 1, count: 0, rows: [] },
      {
        flag: 'sharedDevice',
        threshold: 2,
        count: 1,
        rows: [
          { ...row, isOver: true },
          { ...row, isOver: false },
        ],
      },
      { flag: 'lateProof', threshold: 60, count: 3, rows: null },
    ],
    units: flagUnits,
  },
  'signing-keys/index': {
    ...{ keySet: '/.well-known/jwks.json', everyDays: 90, mayRotate: true },
    keys: [
      { kid, x: kid, signsFrom: at, signsUntil: null, cause: 'ordered', reason: '备份介质遗失' },
      { kid: `${kid.slice(1)}B`, x: kid, signsFrom: at, signsUntil: at, cause: 'first', reason: null },
    ],
  },
};
