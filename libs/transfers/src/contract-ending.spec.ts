import { describe, expect, it } from '@jest/globals';
import { day, parametersAt, term } from '#kernel';
import type { Paper } from '#papers';
import { contractEnding } from './contract-ending.js';

const parameters = parametersAt([], day('2026-11-01'));
const contract = (renewal: object) => [{ kind: 'contract', voidedAt: null, view: { renewal } }] as unknown as Paper[];

describe('The end of a contract', () => {
  it('is asked about within the days before it, and never before it began', () => {
    const years = { term: term(day('2026-11-01'), day('2031-10-31')), parameters };
    expect(contractEnding(years, [])).toEqual({ requestDays: 90, requestFrom: '2031-08-02', returnDays: 15 });
    const weeks = { term: term(day('2026-01-10'), day('2026-01-31')), parameters };
    expect(contractEnding(weeks, []).requestFrom).toBe('2026-01-10');
  });

  it('goes by what the contract printed, and not by the county’s number of today', () => {
    const lease = { term: term(day('2026-01-10'), day('2026-12-31')), parameters };
    const printed = { requestDays: 60, refuseDays: 60, returnDays: 20 };
    expect(contractEnding(lease, contract(printed))).toEqual({
      requestDays: 60,
      requestFrom: '2026-11-01',
      returnDays: 20,
    });
    expect(contractEnding(lease, contract({ ...printed, returnDays: '' })).returnDays).toBeNull();
  });
});
