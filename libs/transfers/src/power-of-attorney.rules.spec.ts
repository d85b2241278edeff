import { describe, expect, it } from '@jest/globals';
import { type Actor, type Blocker, clockActor, day, fen, instant } from '#kernel';
import * as rule from './power-of-attorney.rules.js';
import type { TransferFacts } from './transfer.facts.js';

type Letter = Parameters<typeof rule.powerOfAttorneyFaults>[1];

const agent: Actor = { ...clockActor, kind: 'party', partyId: 'agent', name: '演受托' };
const clerk: Actor = { ...clockActor, kind: 'staff', accountId: 'clerk', name: '演受理' };
const parcel = (code: string, grantorId = 'household') => ({ code, grantorId });

/** A letter for all land, to sign too, for 2026 and at 900 yuan at least. */
const letter = (more: Partial<Letter> = {}): Letter => ({
  id: 'letter',
  principalId: 'household',
  principalName: '王演麦户',
  agentId: 'agent',
  agentName: '演受托',
  powers: 'negotiate_and_sign',
  parcelCodes: [],
  minimumPriceFen: fen(90_000),
  validFrom: day('2026-01-01'),
  validTo: day('2026-12-31'),
  evidenceFileId: 'scan',
  ...{ aboutId: null, signedBy: [] },
  ...more,
});
const facts = (more: object = {}) =>
  ({
    record: { transfereeId: 'cooperative', priceFen: fen(90_000) },
    parcels: [parcel('a'), parcel('b'), parcel('c', 'neighbour')],
    consents: [{ members: [{ personId: 'member' }] }],
    powersOfAttorney: [letter()],
    today: day('2026-10-12'),
    ...more,
  }) as unknown as TransferFacts;

const texts = (found: Blocker | readonly Blocker[] | undefined): string[] =>
  [found ?? []].flat().map((each) => each.text);
const faults = (more: Partial<Letter> = {}, on = '2026-10-12', signing = false) =>
  rule.powerOfAttorneyFaults(facts(), letter(more), day(on), signing);
const acts = (more: object = {}, actor = agent) =>
  texts(rule.agentWithinPower(facts(more), { now: instant('2026-10-12T09:00:00+08:00'), actor }));

describe('A letter of attorney', () => {
  it.each(['2026-01-01', '2026-10-12', '2026-12-31'])('holds on %s, its first and last day with it', (on) => {
    expect(faults({}, on)).toEqual([]);
  });

  it.each(['2025-12-31', '2027-01-01'])('does not hold on %s', (on) => {
    expect(faults({}, on)).toMatchObject([
      { rule: 'power-of-attorney-holds', article: '农村土地经营权流转管理办法第八条' },
    ]);
  });

  it.each([
    ['all land where it names none', { parcelCodes: [] }],
    ['the land of its principal, and need not name a neighbour’s', { parcelCodes: ['a', 'b'] }],
    ['less than the price', { minimumPriceFen: fen(89_999) }],
    ['the very price', { minimumPriceFen: fen(90_000) }],
    ['any price where it names none', { minimumPriceFen: null }],
    ['dealing, where nobody signs', { powers: 'negotiate_only' as const }],
  ])('holds for %s', (_what, more) => expect(faults(more)).toEqual([]));

  it.each([
    ['half of the land', { parcelCodes: ['a'] }, '没有写明全部地块'],
    ['a fen more than the price', { minimumPriceFen: fen(90_001) }, '900.01 元'],
  ])('that is for %s does not hold', (_what, more, words) => {
    expect(faults(more)).toMatchObject([{ article: '民法典第一百六十五条', text: expect.stringContaining(words) }]);
  });

  it('to deal is none to sign', () => {
    expect(faults({}, '2026-10-12', true)).toEqual([]);
    expect(faults({ powers: 'negotiate_only' }, '2026-10-12', true)).toMatchObject([
      { rule: 'power-of-attorney-holds' },
    ]);
  });
});

describe('Who hands in a case', () => {
  const broken = { powersOfAttorney: [letter({ minimumPriceFen: fen(100_000) })] };

  it('for others keeps to his letter', () => {
    expect(acts()).toEqual([]);
    expect(acts(broken)).toHaveLength(1);
  });

  it.each(['cooperative', 'household', 'neighbour', 'member'])(
    'as a party to it (%s) is bound by no letter',
    (partyId) => expect(acts(broken, { ...agent, partyId })).toEqual([]),
  );

  it('at the desk is bound by none, unless the agent stands before it', () => {
    expect(acts(broken, clerk)).toEqual([]);
    const assisting = { sessionId: 's', partyId: 'agent', name: '演受托', witness: '演见证' };
    expect(acts(broken, { ...clerk, assisting })).toHaveLength(1);
  });

  const over = letter({ id: 'first', validTo: day('2026-06-30') });
  it('may do so by a new letter beside the one that ran out, but not by that alone', () => {
    expect(acts({ powersOfAttorney: [over, letter()] })).toEqual([]);
    expect(acts({ powersOfAttorney: [over] })).toHaveLength(1);
    expect(acts({ powersOfAttorney: [over, letter({ minimumPriceFen: fen(100_000) })] })[0]).toContain('最低价');
  });

  it('answers for his own letters and for nobody else’s', () => {
    const others = letter({ agentId: 'other', minimumPriceFen: fen(100_000) });
    expect(acts({ powersOfAttorney: [letter(), others] })).toEqual([]);
  });
});

describe('An agent’s signature', () => {
  const signs = (powersOfAttorney: Letter[], on = '2026-10-12') =>
    texts(rule.agentsMaySign(facts({ powersOfAttorney }), day(on)));

  it('stands on a letter that lets him sign, on the day he signed', () => {
    expect(signs([letter()])).toEqual([]);
    expect(signs([letter()], '2026-12-31')).toEqual([]);
    expect(signs([letter()], '2027-01-01')).toHaveLength(1);
  });

  it.each([
    ['without a letter', [], '没有登记过委托书'],
    ['by a letter to deal only', [letter({ powers: 'negotiate_only' })], '委托人本人签'],
  ])('%s is refused', (_what, powersOfAttorney, words) => expect(signs(powersOfAttorney)[0]).toContain(words));

  it('stands although the household lets another agent deal only', () => {
    const dealer = letter({ id: 'dealer', agentId: 'dealer', powers: 'negotiate_only' });
    expect(signs([letter(), dealer])).toEqual([]);
    expect(signs([dealer, { ...dealer, id: 'second' }])).toHaveLength(1);
  });

  it('for two households stands on both letters', () => {
    const second = letter({ id: 'second', principalId: 'neighbour', principalName: '李演禾户' });
    expect(signs([letter(), second])).toEqual([]);
    expect(signs([letter(), { ...second, powers: 'negotiate_only' }])).toHaveLength(1);
  });
});
