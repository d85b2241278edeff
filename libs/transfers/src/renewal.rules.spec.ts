import { describe, expect, it } from '@jest/globals';
import { type Actor, type Rule, clockActor, day, instant, parametersAt, term } from '#kernel';
import * as rule from './renewal.rules.js';
import type { PredecessorFacts, SuccessorFacts } from './renewal.facts.js';
import type { TransferFacts } from './transfer.facts.js';

const holder: Actor = { ...clockActor, kind: 'party', partyId: 'cooperative', name: '演合作社' };
const clerk: Actor = { ...clockActor, kind: 'staff', accountId: 'clerk', name: '演受理' };
const record = { id: 'case', transfereeId: 'cooperative', submittedAt: null, landReturnedOn: null };
const parcel = (parcelId: string, contractEndsOn: string | null) => ({ parcelId, contractEndsOn });
const running = {
  record,
  term: term(day('2025-11-10'), day('2026-11-30')),
  parameters: parametersAt([], day('2026-01-01')),
  parcels: [parcel('a', '2059-09-30'), parcel('b', '2028-12-31')],
  renews: null,
  renewal: null,
};
const before = {
  ...{ id: 'old', number: 'A1', state: 'in_force', endsOn: day('2026-11-30'), transfereeId: 'cooperative' },
  parcelIds: ['a', 'b'],
} as unknown as PredecessorFacts;
const next = { id: 'new', number: null, state: 'draft', recorded: false } as unknown as SuccessorFacts;

/** What a rule says about facts that differ in some points. */
function ask(claim: Rule<TransferFacts>, more: object = {}, actor = holder, on = '2026-08-03'): string[] {
  const facts = { ...running, ...more } as unknown as TransferFacts;
  const found = claim(facts, { now: instant(`${on}T09:00:00+08:00`), actor });
  return [found ?? []].flat().map((each) => each.text);
}

describe('A renewal', () => {
  it('is asked for by the transferee, or at the town for him, and by nobody else', () => {
    expect(ask(rule.renewerIsHolder)).toEqual([]);
    expect(ask(rule.renewerIsHolder, {}, clerk)).toEqual([]);
    expect(ask(rule.renewerIsHolder, {}, { ...holder, partyId: 'a-transferor' })).toHaveLength(1);
  });

  it('is asked for from a year before the last day to the last day itself', () => {
    for (const on of ['2025-11-30', '2026-11-30']) expect(ask(rule.renewalWindow, {}, holder, on)).toEqual([]);
    expect(ask(rule.renewalWindow, {}, holder, '2025-11-29')).toEqual([
      '期限到 2026年11月30日，续期从 2025年11月30日 起可以申请。',
    ]);
    expect(ask(rule.renewalWindow, {}, holder, '2026-12-01')).toHaveLength(1);
  });

  it('is one at a time', () => {
    expect(ask(rule.notYetRenewing)).toEqual([]);
    expect(ask(rule.notYetRenewing, { renewal: next })).toEqual(['已经有一件续期申请，不用再申请。']);
  });

  it('looks to the contract that ends first, and to none where the land is contracted to nobody', () => {
    const of = (...parcels: unknown[]) => rule.contractsEnd({ parcels } as Pick<TransferFacts, 'parcels'>);
    expect(of(...running.parcels, parcel('c', null))).toBe('2028-12-31');
    expect(of(parcel('c', null))).toBeNull();
    expect(of()).toBeNull();
  });

  it('needs a contract that goes on, of every parcel; land contracted to nobody has none to outlast', () => {
    expect(ask(rule.contractGoesOn)).toEqual([]);
    expect(ask(rule.contractGoesOn, { parcels: [parcel('a', '2059-09-30'), parcel('b', '2026-11-30')] })).toHaveLength(
      1,
    );
    expect(ask(rule.contractGoesOn, { parcels: [parcel('a', null)] })).toEqual([]);
  });

  const renewed = { renews: before, term: term(day('2026-12-01'), day('2028-11-30')) };
  it('renews: same transferee, land of the old right, from the day after its last', () => {
    expect(ask(rule.renewalInOrder)).toEqual([]);
    expect(ask(rule.renewalInOrder, renewed)).toEqual([]);
    expect(ask(rule.renewalInOrder, { ...renewed, parcels: [parcel('b', null)] })).toEqual([]);
    expect(ask(rule.renewalInOrder, { ...renewed, record: { ...record, transfereeId: 'other' } })).toHaveLength(1);
    expect(ask(rule.renewalInOrder, { ...renewed, parcels: [parcel('c', null)] })).toHaveLength(1);
    for (const start of ['2026-11-30', '2026-12-02'])
      expect(ask(rule.renewalInOrder, { ...renewed, term: term(day(start), day('2028-11-30')) })).toHaveLength(1);
  });

  it('may be finished after the old right expired, but neither begun then nor after an early end', () => {
    const handedIn = { ...record, submittedAt: instant('2026-10-01T09:00:00+08:00') };
    const of = (state: string) => ({ ...renewed, renews: { ...before, state } });
    expect(ask(rule.renewalInOrder, { ...of('expired'), record: handedIn })).toEqual([]);
    expect(ask(rule.renewalInOrder, of('expired'))).toHaveLength(1);
    expect(ask(rule.renewalInOrder, { ...of('terminated'), record: handedIn })).toHaveLength(1);
  });

  it('follows only when it is on the record', () => {
    expect(ask(rule.renewalRecorded, { renewal: { ...next, recorded: true } })).toEqual([]);
    expect(ask(rule.renewalRecorded, { renewal: next })).toHaveLength(1);
    expect(ask(rule.renewalRecorded)).toHaveLength(1);
  });

  it('leaves land to be handed back once where there is none', () => {
    expect(ask(rule.landStillOut)).toEqual([]);
    expect(ask(rule.landStillOut, { record: { ...record, landReturnedOn: '2026-12-03' } })).toEqual([
      '2026年12月3日 已经交还。',
    ]);
  });
});
