import { describe, expect, it } from '@jest/globals';
import { type Actor, clockActor, instant } from '#kernel';
import { claimantClock, contractRescinded, noCertificateDue, withdrawalAsked } from './ending.rules.js';
import type { TransferFacts } from './transfer.facts.js';

const now = instant('2026-09-23T09:00:00+08:00');
const clerk: Actor = { ...clockActor, kind: 'staff', accountId: 'clerk', name: '演' };
const farmer: Actor = { ...clerk, kind: 'party', partyId: 'farmer' };
const assisted: Actor = { ...clerk, assisting: { partyId: 'farmer' } as unknown as NonNullable<Actor['assisting']> };
const facts = (state: string, changes: object = {}, signedOn: string | null = null): TransferFacts =>
  ({
    record: { id: 'a', state, signedOn },
    withdrawalScans: 0,
    rescissionScans: 0,
    parameters: { certificateMinYears: 5 },
    term: { start: '2026-10-01', end: '2028-09-30' },
    ...changes,
  }) as TransferFacts;

describe('A withdrawal', () => {
  it.each<[string, Actor, TransferFacts]>([
    ['the applicant himself', farmer, facts('survey')],
    ['a clerk with the applicant at the counter', assisted, facts('survey')],
    ['a clerk with the applicant’s letter', clerk, facts('survey', { withdrawalScans: 1 })],
    ['whoever wrote a draft', clerk, facts('draft')],
  ])('is open to %s', (_name, actor, asked) => {
    expect(withdrawalAsked(asked, { now, actor })).toBeUndefined();
  });

  it.each(['submitted', 'correction', 'town_review', 'survey', 'on_notice', 'signing'])(
    'is closed to a clerk by himself in the state %s',
    (state) => {
      expect(withdrawalAsked(facts(state), { now, actor: clerk })).toMatchObject({ rule: 'withdrawal-asked' });
    },
  );
});

describe('The end of a case', () => {
  it('asks nothing where nothing was signed, and where it was, for what ended the contract', () => {
    const at = { now, actor: clerk };
    expect(contractRescinded(facts('suspended'), at)).toBeUndefined();
    expect(contractRescinded(facts('filing', { rescissionScans: 1 }, '2026-09-20'), at)).toBeUndefined();
    expect(contractRescinded(facts('filing', {}, '2026-09-20'), at)).toMatchObject({
      rule: 'contract-rescinded',
      article: expect.stringContaining('第502'),
    });
  });

  it('leaves a right without a certificate only where the county gives none', () => {
    const at = { now, actor: clerk };
    expect(noCertificateDue(facts('certifying'), at)).toBeUndefined();
    const long = { term: { start: '2026-10-01', end: '2031-09-30' } };
    expect(noCertificateDue(facts('certifying', long), at)).toMatchObject({ rule: 'no-certificate-due' });
  });
});

describe('A claimant who was chosen', () => {
  it('has a clock that says what it means to let it pass', () => expect(claimantClock.basis).toContain('过期视为放弃'));
});
