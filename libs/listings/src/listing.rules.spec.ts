import { describe, expect, it } from '@jest/globals';
import { type Rule, blocker, clockActor, instant } from '#kernel';
import type { ListingFacts } from './listing.facts.js';
import * as rules from './listing.rules.js';

const found = (name: string) => [blocker(name, '登记簿里查到的。', '承包法')];
const member = (consented: boolean, stale = false) => ({
  ...{ personId: 'p', name: '禾苗', coRight: true, consented, stale },
});
const interest = (state: string) => ({ record: { id: state, state }, admitted: false });
const taker = { record: { id: 't', state: 'qualified', transfereeKind: 'cooperative' }, admitted: true };
const clerk = { ...clockActor, kind: 'staff', accountId: 'clerk' } as const;

/** A lot with nothing in its way. */
const whole = {
  record: {
    id: 'lot',
    kind: 'contracted',
    decisionId: null,
    mandateFileId: null,
    declared: { lease: '无', dispute: '无' },
    extensions: 0,
  },
  parcels: [{ parcelId: 'p', name: '东大方', grantorId: 'h', grantorName: '禾田户', contractorId: 'h' }],
  land: { term: [], area: [], purpose: [], occupied: [], encumbered: [] },
  right: { id: 'r' },
  consents: [{ householdId: 'h', householdName: '禾田户', members: [member(true)] }],
  interests: [],
  winnerId: null,
  enterers: [],
  acceptors: [],
  holder: null,
  decided: null,
  parameters: { listingExtensionsMost: 3, openRightKinds: ['contracted'] },
};

const outsider = (kind: string, decided: object) => ({
  ...{ record: { ...whole.record, kind }, holder: { name: '股份社', collective: true }, decided },
  interests: [taker],
});

function ask(claim: Rule<ListingFacts>, more: object = {}): string[] {
  const facts = { ...whole, ...more } as unknown as ListingFacts;
  const said = claim(facts, { now: instant('2026-10-12T15:00:00+08:00'), actor: clerk });
  return [said ?? []].flat().map((each) => each.rule);
}

describe('A rule of a lot', () => {
  const land = {
    term: found('t'),
    area: found('a'),
    purpose: found('u'),
    occupied: found('o'),
    encumbered: found('e'),
  };

  it.each([
    ['a lot has land', rules.someParcel, { parcels: [] }, ['some-parcel']],
    ['the term lies within the contracts', rules.termWithinContracts, { land }, ['t']],
    ['it is still theirs', rules.stillTheirs, { parcels: [{ grantorId: 'h', contractorId: 'k' }] }, ['still-theirs']],
    ['the area lies within the parcels', rules.areaWithinParcels, { land }, ['a']],
    ['the use is allowed', rules.purposeAllowed, { land }, ['u']],
    ['the land is free while nothing is held', rules.landFree, { land, right: null }, ['o']],
    ['the land is still held', rules.landHeld, { right: null }, ['land-held']],
    ['mortgagees agree', rules.encumbranceConsented, { land }, ['e']],
    [
      'every member says yes',
      rules.consentsComplete,
      { consents: [{ householdId: 'h', householdName: '禾田户', members: [member(false)] }] },
      ['members-consented'],
    ],
    [
      'a consent to other terms does not count',
      rules.consentsComplete,
      { consents: [{ householdId: 'h', householdName: '禾田户', members: [member(false, true)] }] },
      ['consent-stale'],
    ],
    ['the county takes its kind', rules.kindTaken, { record: { ...whole.record, kind: 'forest' } }, ['kind-taken']],
    ['the assembly decides', rules.holderDecided, { holder: { name: '股份社', collective: true } }, ['holder-decided']],
    ['its holder signs', rules.holderDecided, { holder: { name: '禾田户', collective: false } }, ['holder-decided']],
    ['outsiders are let in', rules.outsidersAllowed, outsider('assets', { toOutsiders: false }), ['outsiders-allowed']],
    [
      'the township lets them in',
      rules.outsidersAllowed,
      outsider('wasteland', { toOutsiders: true, approvalNumber: null }),
      ['outsiders-allowed'],
    ],
    ['nobody disputes it', rules.undisputed, { record: { declared: { dispute: '东边地界' } } }, ['undisputed']],
    ['another than the clerk checks', rules.notOwnEntry, { enterers: ['clerk'] }, ['not-own-entry']],
    ['another than the town reviews', rules.reviewerNotAcceptor, { acceptors: ['clerk'] }, ['reviewer-not-acceptor']],
    ['it is prolonged so often', rules.extensionsLeft, { record: { extensions: 3 } }, ['extensions-left']],
    ['nobody is made to wait', rules.extensionsLeft, { interests: [interest('registered')] }, ['extensions-left']],
    ['nobody came', rules.nobodyRegistered, { interests: [interest('refused')] }, ['nobody-registered']],
    ['everybody is answered', rules.allAnswered, { interests: [interest('registered')] }, ['all-answered']],
    ['one is in', rules.oneAdmitted, {}, ['number-admitted']],
    ['several are in', rules.severalAdmitted, { interests: [taker] }, ['number-admitted']],
    ['nobody is in', rules.noneAdmitted, { interests: [taker] }, ['number-admitted']],
  ] as const)('asks that %s', (_what, claim, more, expected) => {
    expect(ask(claim as Rule<ListingFacts>, more)).toEqual(expected);
  });

  it('lets a lot with nothing in its way pass', () => {
    const alone = [rules.oneAdmitted, rules.severalAdmitted];
    const all = Object.values(rules).filter((each) => !(alone as unknown[]).includes(each));
    expect(all.flatMap((claim) => ask(claim))).toEqual([]);
    const [one, two] = [
      [taker, interest('qualified')],
      [taker, taker],
    ];
    expect([ask(rules.oneAdmitted, { interests: one }), ask(rules.severalAdmitted, { interests: two })]).toEqual([
      [],
      [],
    ]);
    expect(ask(rules.extensionsLeft, { interests: [interest('withdrawn')] })).toEqual([]);
  });
});
