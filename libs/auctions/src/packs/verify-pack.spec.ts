import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawHash, drawRanks, merkleTree, sha256 } from '#kernel';
import { decide } from '../bids/bid.rules.js';
import type { BidRules, Book, Entry } from '../bids/book.js';
import { receiptText } from '../bids/receipt-text.js';
import { resultOf } from '../bids/result.js';
import { packFormat, type Pack, type PackSignature, type PackedAttempt } from './pack.js';
import { writePack } from './pack-file.js';
import { bytesOf, fingerprintOf, textOf } from './signatures.js';
import { verifyPack } from './verify-pack.js';

const minute = 60_000;
const start = Date.parse('2026-10-12T01:00:00.000Z');
const id = '11111111-1111-4111-8111-111111111111';
const rules: BidRules = {
  ...{ mode: 'live', startFen: 1000_00, stepFen: 10_00, ceilingFen: null },
  ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null },
};
const bidders = [
  { number: 1001, level: null },
  { number: 1002, level: null },
  { number: 1003, level: 0 },
  { number: 1004, level: 0 },
];
const tree = merkleTree(sha256);

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const x = publicKey.export({ format: 'jwk' }).x ?? '';
const kid = fingerprintOf(x);
const signed = (bytes: Uint8Array): PackSignature => ({
  kid,
  signature: sign(null, bytes, privateKey).toString('base64url'),
});

const bid = (number: number | null, yuan: number, at: number): Entry => ({
  ...{ kind: 'bid', number, amountFen: Math.round(yuan * 100), at: start + Math.round(at * minute) },
});
const own = (kind: Entry['kind'], at: number, until?: number): Entry => ({
  ...{ kind, number: null, amountFen: null, at: start + at * minute },
  ...(until !== undefined && { until: start + until * minute }),
});

/** An auction as the exchange would have written it down, with its end, in batches of some lines beside another lot's. */
function packOf(entries: readonly Entry[], mode: Book['rules']['mode'] = 'live'): Pack {
  let book: Book = {
    ...{ rules: { ...rules, mode }, bidders: new Map(bidders.map((each) => [each.number, each])) },
    ...{ startsAt: start, endsAt: start + 120 * minute, extensions: 0, seq: 0, topFen: null },
    ...{ claims: [], maxima: [], pauses: [], closedAt: null },
  };
  const iso = (moment: number): string => new Date(moment).toISOString();
  const attempts: PackedAttempt[] = [];
  const batches: Pack['batches'][number][] = [];
  const all = [...entries, own('closing', 1000)];
  for (const [nth, entry] of all.entries()) {
    const decided = decide(book, entry);
    ({ book } = decided);
    const batch = `batch-${nth}`;
    const lines = decided.lines.map((line, at): PackedAttempt => {
      const until = line.kind === entry.kind && entry.until !== undefined ? iso(entry.until) : null;
      const salt = randomBytes(16).toString('hex');
      const more = { said: '', errorMs: 1, until, via: null, salt, batch, place: at + 1 };
      return { ...line, at: iso(line.at), endsAt: iso(line.endsAt), ...more };
    });
    const other = tree.leaf(randomBytes(8));
    const leaves = [other, ...lines.map((line) => tree.leaf(Buffer.from(receiptText({ ...line, auction: id }))))];
    const root = Buffer.from(tree.root(leaves)).toString('hex');
    const payload = JSON.stringify({ batch, root, size: leaves.length, writtenAt: iso(entry.at) });
    const others = [{ place: 0, hash: Buffer.from(other).toString('hex') }];
    batches.push({ payload, ...signed(Buffer.from(payload)), others });
    attempts.push(...lines);
  }
  return { ...headOf(mode), attempts, batches, ...endOf(book, attempts) };
}

const headOf = (mode: Book['rules']['mode']): Pick<Pack, 'format' | 'county' | 'bidders' | 'keys' | 'auction'> => ({
  ...{ format: packFormat, county: '商河县', bidders, keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid }] },
  auction: {
    ...{ id, listingNumber: '商农挂2026-0001', thing: '演练村 120 亩', place: '殷巷镇', priceUnit: 'mu_year' },
    ...{ areaMu: '120.0000', startsAt: '2026-10-12T01:00:00.000Z', endsAt: '2026-10-12T03:00:00.000Z' },
    ...{ rules: { ...rules, mode }, priority: ['member'], reserveFen: 1000_00, reserveSecret: false },
  },
});

function endOf(book: Book, attempts: readonly PackedAttempt[]): Pick<Pack, 'draw' | 'result'> {
  const quotes = new Map(
    attempts.flatMap(({ number, amountFen, outcome }) =>
      number !== null && amountFen !== null && outcome === 'accepted' ? [[number, amountFen] as const] : [],
    ),
  );
  const result = resultOf(book, 1000_00, quotes);
  const endsAt = new Date(book.endsAt).toISOString();
  if ('nobody' in result) return { draw: null, result: { winner: null, priceFen: null, endsAt, code: result.nobody } };
  const { priceFen } = result;
  if ('winner' in result) return { draw: null, result: { winner: result.winner, priceFen, endsAt, code: null } };
  const list = { subject: 'auction', subjectId: id, wanted: result.draw.length, labels: result.draw.map(String) };
  const seed = createHash('sha256').update('投下的骰子').digest('hex');
  const { ranked } = drawRanks(list, seed);
  const draw = { ...list, listHash: drawHash(list), seed, last: [], ranked };
  return { draw, result: { winner: Number(ranked[0]), priceFen, endsAt, code: null } };
}

const written = (pack: Pack): Buffer => Buffer.from(writePack(pack, signed));
const wrongIn = (bytes: Uint8Array): string[] =>
  verifyPack(bytes)
    .checks.filter(({ right }) => !right)
    .map(({ name, found }) => `${name} ${found}`.trim());

/** A lively one: refused, extended twice, halted, matched by priority of two, parted by the draw. */
const lively = packOf([
  ...[bid(1001, 1000, 1), bid(1002, 1005, 2), bid(null, 1010, 3), { ...bid(1001, 1050, 4), kind: 'maximum' as const }],
  ...[own('suspension', 5), bid(1002, 1020, 6), own('resumption', 10, 125), bid(1002, 1060, 118)],
  ...[bid(1003, 1060, 121), bid(1004, 1060, 122), { ...bid(1001, 1, 123), kind: 'withdrawal' as const }],
]);

describe('A replay pack', () => {
  it('gives the same winner, price and end to whoever works it out anew', () => {
    const verdict = verifyPack(written(lively));
    expect(verdict.checks.filter(({ right }) => !right)).toEqual([]);
    expect(verdict.right).toBe(true);
    expect(verdict.said).toEqual({
      ...{ listingNumber: lively.auction.listingNumber, thing: lively.auction.thing },
      ...{ winner: lively.result.winner, priceFen: 1060_00, endsAt: lively.result.endsAt },
    });
    expect(lively.draw?.labels).toEqual(['1003', '1004']);
  });

  it.each([
    ['sealed', packOf([bid(1001, 1000, 1), bid(1002, 1234.5, 2), bid(1002, 1300, 3)], 'sealed'), 1002],
    ['posted', packOf([bid(1001, 1000, 1), bid(1002, 1000, 2)], 'posted'), 1001],
    ['countdown', packOf([bid(1001, 1000, 118), bid(1002, 1010, 120)], 'countdown'), 1002],
    ['without a bid', packOf([]), null],
    ['terminated', { ...packOf([bid(1001, 1000, 1), own('suspension', 2)]), result: { winner: null, priceFen: null, endsAt: '2026-10-12T03:00:00.000Z', code: 'terminated' } }, null],
  ] as const)('of an auction that was %s verifies too', (_name, pack, winner) => {
    expect(wrongIn(written(pack))).toEqual([]);
    expect(verifyPack(written(pack)).said?.winner).toBe(winner);
  }); // prettier-ignore

  it('says whether its keys are those that the exchange publishes', () => {
    const wrong = (keys: Pack['keys']): string[] =>
      verifyPack(written(lively), keys).checks.flatMap(({ name, right }) => (right ? [] : [name]));
    expect(wrong(lively.keys)).toEqual([]);
    expect(wrong([])).toEqual(['keys']);
  });

  it('does not verify with one byte changed, wherever it stands', () => {
    const whole = written(lively);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(verifyPack(changed).right).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('does not verify where it is cut, or something is put behind it', () => {
    const whole = written(lively);
    expect(verifyPack(whole.subarray(0, whole.length - 1)).right).toBe(false);
    expect(verifyPack(Buffer.concat([whole, Buffer.from('\n')])).right).toBe(false);
    expect(verifyPack(Buffer.alloc(0)).right).toBe(false);
    expect(verifyPack(Buffer.from('null\nnull\n')).right).toBe(false);
  });
});

/** What somebody could do who has the exchange's own key of today, and writes the whole file anew. */
describe('A pack written anew by who holds the key that signs the file', () => {
  const other: Record<keyof Omit<PackedAttempt, 'batch' | 'place'>, unknown> = {
    ...{ seq: 99, kind: 'maximum', number: 1009, amountFen: 1_070_00, at: '2026-10-12T01:30:00.000Z', said: '1' },
    ...{ errorMs: 7, until: '2026-10-12T04:00:00.000Z', outcome: 'undecided', reason: 'because', via: '370126101226' },
    ...{ endsAt: '2026-10-12T03:59:00.000Z', topFen: 1, topNumber: 1009, salt: '00' },
  };
  const names = Object.keys(other) as (keyof typeof other)[];

  it('cannot change a word of any receipt', () => {
    for (const at of lively.attempts.keys())
      for (const name of names) {
        if (lively.attempts[at]?.[name] === other[name]) continue;
        const attempts = lively.attempts.map((each, nth) => (nth === at ? { ...each, [name]: other[name] } : each));
        expect([name, wrongIn(written({ ...lively, attempts })).length > 0]).toEqual([name, true]);
      }
  });

  it.each<[string, (pack: Pack) => Pack, string]>([
    ['leave out a receipt', (pack) => ({ ...pack, attempts: pack.attempts.filter(({ seq }) => seq !== 3) }), 'sequence'],
    ['swap two', (pack) => ({ ...pack, attempts: pack.attempts.with(1, pack.attempts[2]!).with(2, pack.attempts[1]!) }), 'sequence'],
    ['leave out a batch', (pack) => ({ ...pack, batches: pack.batches.slice(1) }), 'paths'],
    ['leave out what lay beside', (pack) => ({ ...pack, batches: pack.batches.map((each) => ({ ...each, others: [] })) }), 'paths'],
    ['say that a batch was written before', (pack) => ({ ...pack, batches: pack.batches.map((each, at) => (at === 4 ? { ...each, payload: each.payload.replace('"2026-10-12T01', '"2026-10-11T01') } : each)) }), 'signatures'],
    ['sign a batch with a key of his own', (pack) => ({ ...pack, batches: pack.batches.map((each, at) => (at === 1 ? { ...each, kid: 'own' } : each)) }), 'signatures'],
    ['give another key the name', (pack) => ({ ...pack, keys: [{ ...pack.keys[0]!, x: textOf(randomBytes(32)) }] }), 'seal'],
    ['give a bidder priority', (pack) => ({ ...pack, bidders: pack.bidders.map((each) => ({ ...each, level: each.level === null ? 0 : null })) }), 'replay'],
    ['raise the step', (pack) => ({ ...pack, auction: { ...pack.auction, rules: { ...rules, stepFen: 20_00 } } }), 'replay'],
    ['shorten the window', (pack) => ({ ...pack, auction: { ...pack.auction, rules: { ...rules, windowSeconds: 60 } } }), 'replay'],
    ['move the end', (pack) => ({ ...pack, auction: { ...pack.auction, endsAt: '2026-10-12T04:00:00.000Z' } }), 'replay'],
    ['rank otherwise than was drawn', (pack) => ({ ...pack, draw: { ...pack.draw!, ranked: pack.draw!.ranked.toReversed() } }), 'draw'],
    ['draw among others', (pack) => ({ ...pack, draw: { ...pack.draw!, labels: ['1001', '1003'] } }), 'draw'],
    ['leave out the draw', (pack) => ({ ...pack, draw: null }), 'draw'],
    ['name another winner', (pack) => ({ ...pack, result: { ...pack.result, winner: 1001 } }), 'result'],
    ['name another price', (pack) => ({ ...pack, result: { ...pack.result, priceFen: 1050_00 } }), 'result'],
    ['name another end', (pack) => ({ ...pack, result: { ...pack.result, endsAt: '2026-10-12T03:00:00.000Z' } }), 'result'],
    ['say that it failed', (pack) => ({ ...pack, result: { ...pack.result, code: 'no-bid' } }), 'result'],
  ])('cannot %s', (_what, change, where) => {
    const wrong = wrongIn(written(change(lively)));
    expect(wrong.map((each) => each.split(' ')[0])).toContain(where);
  }); // prettier-ignore
});

describe('Bytes as base64url', () => {
  it('are written in one way, and no other is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(textOf(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(bytesOf(textOf(bytes))).toEqual(bytes);
      }),
    );
    expect([bytesOf('AB'), bytesOf('A'), bytesOf('AA='), bytesOf('A+')]).toEqual([null, null, null, null]);
  });
});
