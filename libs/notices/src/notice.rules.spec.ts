import { describe, expect, it } from '@jest/globals';
import { clockActor, day, instant } from '#kernel';
import type { Notice } from './notice.entity.js';
import { type NoticeFacts, clearBlockers, periodOver, venuesProven } from './notice.rules.js';

const facts = (more: Partial<NoticeFacts> = {}, state = 'running'): NoticeFacts => ({
  record: { state } as Notice,
  missingVenues: [],
  lastDay: day('2026-10-15'),
  overAt: instant('2026-10-16T00:00+08:00'),
  safeAt: instant('2026-10-16T09:00+08:00'),
  provisional: false,
  openObjections: [],
  upheldObjections: [],
  unansweredClaims: [],
  grantedClaims: [],
  notLetting: [],
  ...more,
});
const one = [{ number: '商农异〔2026〕第0001号', href: '/objections/1' }];
const standing = one.map((each) => ({ ...each, id: '1', name: '赵演种' }));
const rulesAt = (moment: string, more: Partial<NoticeFacts> = {}, state = 'running'): string[] =>
  clearBlockers(facts(more, state), instant(moment)).map((each) => each.rule);

describe('A notice is clear', () => {
  it.each([
    ['2026-10-16T09:00+08:00', 'running'],
    ['2026-10-16T09:00+08:00', 'over'],
    ['2026-11-30T12:00+08:00', 'clear'],
  ])('from %s on when nothing is open, stored as %s', (moment, state) => {
    expect(rulesAt(moment, {}, state)).toEqual([]);
  });

  it.each([
    ['before the last midnight', '2026-10-15T23:59+08:00', {}, ['period-running']],
    ['in the night after it', '2026-10-16T00:00+08:00', {}, ['notice-settling']],
    ['a minute before nine', '2026-10-16T08:59+08:00', {}, ['notice-settling']],
    ['with an open objection', '2026-10-20T09:00+08:00', { openObjections: one }, ['objection-open']],
    [
      'with two of them',
      '2026-10-20T09:00+08:00',
      { openObjections: [...one, ...one] },
      ['objection-open', 'objection-open'],
    ],
    ['with one that was right', '2026-10-20T09:00+08:00', { upheldObjections: one }, ['objection-upheld']],
    ['with an unanswered claim', '2026-10-20T09:00+08:00', { unansweredClaims: one }, ['priority-unanswered']],
    ['with a claim that was granted', '2026-10-20T09:00+08:00', { grantedClaims: standing }, ['priority-granted']],
    [
      'with a claim that was answered by letting to nobody',
      '2026-10-20T09:00+08:00',
      { notLetting: one },
      ['priority-not-letting'],
    ],
    ['on a day that is only provisional', '2026-10-20T09:00+08:00', { provisional: true }, ['period-provisional']],
    [
      'with a venue missing',
      '2026-10-20T09:00+08:00',
      { missingVenues: ['村公示栏'], overAt: null, safeAt: null, lastDay: null },
      ['venue-missing'],
    ],
    [
      'before it has begun',
      '2026-10-20T09:00+08:00',
      { overAt: null, safeAt: null, lastDay: null },
      ['period-not-started'],
    ],
  ])('not %s', (_when, moment, more, rules) => {
    expect(rulesAt(moment, more)).toEqual(rules);
  });

  it.each(['replaced', 'withdrawn'])('never again once it is %s', (state) => {
    expect(rulesAt('2026-10-20T09:00+08:00', {}, state)).toEqual([`notice-${state}`]);
  });

  it('names every reason at once, each with the way to the case it is about', () => {
    const blockers = clearBlockers(
      facts({ openObjections: one, unansweredClaims: one }),
      instant('2026-10-20T09:00+08:00'),
    );
    expect(blockers.map((each) => each.way?.href)).toEqual(['/objections/1', '/objections/1']);
    expect(blockers.every((each) => each.article !== '')).toBe(true);
  });
});

describe('A period', () => {
  const moment = { now: instant('2026-10-20T09:00+08:00'), actor: clockActor };

  it('does not start while a venue lacks its proof, and says which', () => {
    expect(venuesProven(facts({ missingVenues: ['村公示栏（李家桥村）'] }), moment)).toMatchObject({
      text: expect.stringContaining('村公示栏（李家桥村）'),
    });
    expect(venuesProven(facts(), moment)).toBeUndefined();
  });

  it('is over with its last midnight, not before', () => {
    expect(periodOver(facts(), moment)).toBeUndefined();
    expect(periodOver(facts(), { ...moment, now: instant('2026-10-15T23:59:59+08:00') })).toMatchObject({
      rule: 'period-running',
    });
  });
});
