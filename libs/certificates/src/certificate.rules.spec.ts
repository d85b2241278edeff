import { describe, expect, it } from '@jest/globals';
import { type Actor, Calendar, clockActor, day, instant, term } from '#kernel';
import type { CertificateFacts } from './certificate.facts.js';
import {
  anotherPerson,
  lossNoticeEnds,
  notEncumbered,
  rightHeld,
  rightOver,
  termRunning,
} from './certificate.rules.js';
import { statusOf, verdictOf } from './certificate.verdict.js';
import { asItStands, useWith } from './change-items.js';
import { maskHousehold } from './verification.view.js';

const sixYears = term(day('2026-11-01'), day('2032-10-31'));
const facts = (more: Partial<CertificateFacts> = {}): CertificateFacts => ({
  record: { transferId: 'a-case' } as CertificateFacts['record'],
  belongsTo: () => false,
  term: sixYears,
  status: 'active',
  mortgagees: [],
  changes: [],
  proposers: [],
  accepted: [],
  renewal: { before: null, after: null },
  reviewed: [],
  ...more,
});
const certifier: Actor = { ...clockActor, kind: 'staff', accountId: 'one', name: '演发证' };
const at = (text: string, actor = certifier) => ({ now: instant(text), actor });
const names = (found: ReturnType<typeof termRunning>): string[] => [found ?? []].flat().map((each) => each.rule);

describe('A certificate', () => {
  it('may be changed to the last minute of its term, and not a minute longer', () => {
    expect(names(termRunning(facts(), at('2032-10-31T23:59:00+08:00')))).toEqual([]);
    expect(names(termRunning(facts(), at('2032-11-01T00:00:00+08:00')))).toEqual(['term-running']);
  });

  it('is changed only while the right it proves is held', () => {
    expect(names(rightHeld(facts(), at('2027-01-01T09:00:00+08:00')))).toEqual([]);
    for (const status of ['reserved', 'ended', 'released'] as const) {
      expect(names(rightHeld(facts({ status }), at('2027-01-01T09:00:00+08:00')))).toEqual(['right-held']);
    }
  });

  it('is not cancelled while its right lives, and the refusal shows the way', () => {
    const [refusal] = [rightOver(facts(), at('2027-01-01T09:00:00+08:00')) ?? []].flat();
    expect(refusal).toMatchObject({ rule: 'right-over', way: { href: '/transfers/a-case' } });
    expect(rightOver(facts({ status: 'ended' }), at('2027-01-01T09:00:00+08:00'))).toBeUndefined();
  });

  it('is not cancelled while a bank holds a mortgage, and each bank is named', () => {
    const found = [
      notEncumbered(facts({ mortgagees: ['演练银行', '演练农担'] }), at('2027-01-01T09:00:00+08:00')) ?? [],
    ].flat();
    expect(found.map((each) => each.text)).toEqual([
      '权利还抵押给演练银行，先办解除抵押。',
      '权利还抵押给演练农担，先办解除抵押。',
    ]);
    expect(notEncumbered(facts(), at('2027-01-01T09:00:00+08:00'))).toEqual([]);
  });

  it('is revoked by another person than the one who asked for it', () => {
    expect(names(anotherPerson(facts({ proposers: ['one'] }), at('2027-01-01T09:00:00+08:00')))).toEqual([
      'another-person',
    ]);
    expect(names(anotherPerson(facts({ proposers: ['two'] }), at('2027-01-01T09:00:00+08:00')))).toEqual([]);
  });
});

describe('The announcement of a loss', () => {
  it('runs fifteen working days, the day of announcing not counted', () => {
    expect(lossNoticeEnds(new Calendar([]), day('2027-03-01'), 15)).toBe('2027-03-22');
    expect(lossNoticeEnds(new Calendar([]), day('2027-03-01'), 0)).toBeNull();
  });
});

describe('What a stranger is told', () => {
  const asked = { state: 'valid', term: sixYears, status: 'active', changed: false } as const;
  it.each([
    ['valid', {}, '2027-01-01', 'valid'],
    ['valid on its last day', {}, '2032-10-31', 'valid'],
    ['expired the day after, whatever any clock has done', {}, '2032-11-01', 'expired'],
    ['renewed where the right goes on', { renewed: true }, '2032-11-01', 'renewed'],
    ['valid to its last day although it is renewed', { renewed: true }, '2032-10-31', 'valid'],
    ['expired although it was changed', { state: 'changed', changed: true }, '2032-11-01', 'expired'],
    ['changed', { state: 'changed', changed: true }, '2027-01-01', 'changed'],
    ['void where another took its place', { state: 'superseded' }, '2027-01-01', 'superseded'],
    ['cancelled', { state: 'cancelled' }, '2027-01-01', 'cancelled'],
    ['cancelled, not expired, once its term is over too', { state: 'cancelled' }, '2040-01-01', 'cancelled'],
    ['revoked', { state: 'revoked' }, '2027-01-01', 'revoked'],
    ['revoked, not expired, once its term is over too', { state: 'revoked' }, '2040-01-01', 'revoked'],
    [
      'over where the right has ended, even if its record has not caught up',
      { status: 'ended' },
      '2027-01-01',
      'right_over',
    ],
    ['valid while a revocation is only asked for', { state: 'revoking' }, '2027-01-01', 'valid'],
  ] as const)('is: %s', (_words, more, today, verdict) => {
    expect(verdictOf({ ...asked, ...more }, day(today))).toBe(verdict);
  });

  it('is shown to staff: a valid certificate stands expired after its term, a revoked one stays revoked', () => {
    expect(statusOf('valid', sixYears.end, day('2032-10-31'))).toBe('valid');
    expect(statusOf('valid', sixYears.end, day('2032-11-01'))).toBe('expired');
    expect(statusOf('revoked', sixYears.end, day('2032-11-01'))).toBe('revoked');
  });

  it('hides the names of people and keeps the count of households', () => {
    expect(maskHousehold('王麦生户 等 8 户')).toBe('王＊＊户 等 8 户');
    expect(maskHousehold('禾小满')).toBe('禾＊＊');
  });
});

describe('A change', () => {
  it('lies over what the paper says, the last one on top, and leaves the rest', () => {
    const paper = { holder: '甲社', use: '种植粮食：小麦', realEstate: '未办理' } as Parameters<typeof asItStands>[0];
    const change = (item: string, after: string) => ({ kind: 'change', item, after }) as const;
    expect(asItStands(paper, [change('holder', '乙社'), change('holder', '丙社')])).toEqual({
      ...paper,
      holder: '丙社',
    });
    expect(asItStands(paper, [change('price', '不该有')])).toEqual(paper);
  });

  it('of crops keeps the kind of use', () => {
    expect(useWith('种植粮食：小麦', '玉米')).toBe('种植粮食：玉米');
  });
});
