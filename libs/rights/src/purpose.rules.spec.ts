import { describe, expect, it } from '@jest/globals';
import { purposeVerdict } from './purpose.rules.js';
import { plannedUses } from './purpose.words.js';

describe('The purpose', () => {
  it.each([
    ['grain', '0102', true, true],
    ['vegetables', '0103', true, true],
    ['orchard', '0102', true, false],
    ['forest', '0102', true, false],
    ['pond', '0102', true, false],
    ['turf', '0102', true, false],
    ['livestock', '0102', true, false],
    ['orchard', '0201', false, true],
    ['orchard', '0102', false, true],
    ['facility', '0102', true, true],
    ['building', '0102', false, false],
    ['building', '0201', false, false],
    ['quarry', '0301', false, false],
    ['golf', '0102', false, false],
  ])('%s on class %s, basic farmland %s: allowed is %s', (use, landClass, basicFarmland, allowed) => {
    expect(purposeVerdict(use, landClass, basicFarmland).allowed).toBe(allowed);
  });

  it('always names its article, in refusal and in warning', () => {
    for (const use of Object.keys(plannedUses)) {
      for (const basic of [true, false]) {
        const { allowed, reason, article } = purposeVerdict(use, '0102', basic);
        expect(allowed && reason === '' ? article === '' : /第.+条/.test(article)).toBe(true);
      }
    }
  });
});
