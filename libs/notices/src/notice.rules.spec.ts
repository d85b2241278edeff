import { describe, expect, it } from '@jest/globals';
import { type Rule, clockActor, day, instant } from '#kernel';
import type { Notice } from './notice.entity.js';
import * as rule from './notice.rules.js';
import { type NoticeFacts, clearBlockers, clearRules, periodOver, venuesProven } from './notice.rules.js';

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
const status = one.map((each) => ({ ...each, id: '1', name: '赵演种' }));
const rulesAt = (moment: string, more: Partial<NoticeFacts> = {}, state = 'running'): string[] =>
  clearBlockers(facts(more, state), instant(moment)).map((each) => each.rule);

describe('The period of a notice', () => {
  it('is the county’s own parameter for a result, and the statutory one for land', () => {
    expect(rule.limitOf({ kind: 'result' } as Notice).limit?.parameter).toBe('resultNoticeWorkingDays');
    expect(rule.limitOf({ kind: 'household' } as Notice)).toEqual({});
  });
});

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
    ['with a claim that was granted', '2026-10-20T09:00+08:00', { grantedClaims: status }, ['priority-granted']],
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

  it('never again once it is withdrawn', () => {
    expect(rulesAt('2026-10-20T09:00+08:00', {}, 'withdrawn')).toEqual(['notice-withdrawn']);
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

describe('Each claim about a notice', () => {
  const lawOfMembers = '农村土地承包法第三十八条第五项';
  const settling = { safeAt: instant('2026-10-21T09:00+08:00') };
  const claims: [string, Rule<NoticeFacts>, Partial<NoticeFacts>, string][] = [
    ['venue-missing', rule.venuesProven, { missingVenues: ['村公示栏'] }, '商河县公布流程'],
    ['period-running', rule.periodOver, { overAt: instant('2026-10-21T00:00+08:00') }, '商河县公布流程'],
    ['period-provisional', rule.periodCertain, { provisional: true }, '全国年节及纪念日放假办法'],
    ['notice-settling', rule.safeMomentReached, settling, '民法典第二百零三条'],
    ['objection-open', rule.noOpenObjection, { openObjections: one }, '招标投标法实施条例第五十四条'],
    ['objection-upheld', rule.noUpheldObjection, { upheldObjections: one }, '平台规则'],
    ['priority-unanswered', rule.noUnansweredClaim, { unansweredClaims: one }, lawOfMembers],
    ['priority-granted', rule.noGrantedClaim, { grantedClaims: status }, lawOfMembers],
    ['priority-not-letting', rule.transferorStillLets, { notLetting: one }, lawOfMembers],
    ['notice-withdrawn', rule.noticeStands, { record: { state: 'withdrawn' } as Notice }, '平台规则'],
  ];
  const moment = { now: instant('2026-10-20T09:00+08:00'), actor: clockActor };

  it.each(claims)(
    '(%s) lets a clean notice pass, and refuses the one fault it is about',
    (name, claim, more, article) => {
      expect([claim(facts(), moment) ?? []].flat()).toEqual([]);
      const found = [claim(facts(more), moment) ?? []].flat();
      expect(found).toMatchObject([{ rule: name, article: expect.stringContaining(article) }]);
    },
  );

  it('is asked before a notice is clear; the venues by way of the period, which does not begin without them', () => {
    const asked: readonly unknown[] = clearRules;
    expect(claims.flatMap(([name, claim]) => (asked.includes(claim) ? [] : [name]))).toEqual(['venue-missing']);
    expect(asked).toHaveLength(claims.length - 1);
  });

  it('that waits for the count of the last night waits for nothing while the period still runs', () => {
    const running = { overAt: instant('2026-10-21T00:00+08:00'), ...settling };
    expect(rule.safeMomentReached(facts(running), moment)).toBeUndefined();
    expect(rule.safeMomentReached(facts({ safeAt: moment.now }), moment)).toBeUndefined();
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

describe('A venue that was out', () => {
  it('moves the end by what it took, and by nothing for less than a working day', () => {
    expect(rule.extension('停电', 2)).toEqual({ remark: '停电，顺延 2 个工作日', said: '公示延长 2 个工作日。' });
    expect(rule.extension('停电', 0).said).toBe('不满一个工作日，公示期不变。');
  });
});
