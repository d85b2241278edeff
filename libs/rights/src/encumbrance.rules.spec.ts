import { describe, expect, it } from '@jest/globals';
import { day, term } from '#kernel';
import { mortgageBlockers } from './encumbrance.rules.js';
import type { MortgageObject } from './encumbrances.queries.js';

const from = day('2026-11-01');
const until = (last: string) => term(from, day(last));

/** A right in force to 2032-10-31 that secures nothing yet. */
const object = (more: Partial<MortgageObject> = {}): MortgageObject => ({
  contractId: null,
  rightId: 'right',
  mortgagorId: 'holder',
  mortgagorName: '演合作社',
  officeCode: '370126101000',
  status: 'active',
  endsOn: day('2032-10-31'),
  privatePlots: 0,
  live: [],
  ...more,
});
const ask = (more: Partial<MortgageObject> = {}, last = '2029-10-31', rankKnown = false) =>
  mortgageBlockers(object(more), until(last), rankKnown);
const first = { live: [{ mortgageeName: '禾田村镇银行' }] };

describe('A mortgage', () => {
  it.each(['2026-11-01', '2029-10-31', '2032-10-31'])('may run to %s, within the right', (last) => {
    expect(ask({}, last)).toEqual([]);
  });

  it('may not run a day longer than the right', () => {
    expect(ask({}, '2032-11-01')).toMatchObject([{ rule: 'within-right', article: '银发〔2016〕79号；承包法第四十七条' }]); // prettier-ignore
  });

  it.each(['reserved', 'ended', 'released'])('needs a right in force, not one that is %s', (status) => {
    expect(ask({ status })).toMatchObject([{ rule: 'right-in-force', article: '农村土地承包法第四十七条' }]);
  });

  it('never lies on a private plot', () => {
    expect(ask({ privatePlots: 1 })).toMatchObject([
      { rule: 'no-private-plot', article: '民法典第三百九十九条第二项' },
    ]);
  });

  it('is the second only where the second bank knows its rank', () => {
    expect(ask(first, '2029-10-31', true)).toEqual([]);
    expect(ask({}, '2029-10-31', true)).toEqual([]);
    expect(ask(first)).toMatchObject([{ rule: 'rank-known', article: '民法典第四百一十四条' }]);
  });

  it('names every bank that comes first', () => {
    const live = [{ mortgageeName: '禾田村镇银行' }, { mortgageeName: '演练农担' }];
    expect(ask({ live })[0]!.text).toContain('禾田村镇银行、演练农担');
  });

  it('hears all that stands against it at once', () => {
    const found = ask({ status: 'ended', privatePlots: 2, ...first }, '2040-01-01');
    expect(found.map((each) => each.rule)).toEqual(['right-in-force', 'no-private-plot', 'within-right', 'rank-known']);
  });
});
