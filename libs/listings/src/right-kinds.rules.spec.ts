import { describe, expect, it } from '@jest/globals';
import { type RightKind, rightKinds } from '#kernel';
import { clausesOf, kindRules, neverTradedWhy } from './right-kinds.rules.js';
import { type PassingMode, neverTraded } from './right-kinds.words.js';

const kinds = Object.keys(rightKinds) as RightKind[];
const passings = kinds.flatMap((kind) =>
  Object.entries(kindRules[kind].passes).map(([mode, passing]) => ({ kind, mode: mode as PassingMode, ...passing })),
);

describe('The table of kinds', () => {
  it('prices by mu and year only what has an area and a term', () => {
    const byArea = passings.filter(({ unit }) => unit === 'mu_year');
    expect(byArea.map(({ kind }) => kind)).toEqual(['contracted', 'forest', 'wasteland', 'wasteland']);
    for (const { kind, forGood } of byArea) {
      expect(forGood).toBeUndefined();
      if (!kindRules[kind].parcels) expect(kindRules[kind].fields.areaMu).toBe('must');
    }
  });

  it('has no term for what passes for good, and twenty years for each lease of a thing', () => {
    for (const { forGood, most, unit } of passings.filter((each) => each.forGood))
      expect([forGood, most, unit]).toEqual([true, null, 'total']);
    const leased = passings.filter(({ mode, most }) => mode === 'lease' && most?.years === 20);
    expect(leased.map(({ kind }) => kind)).toEqual(['assets', 'equipment', 'waterworks', 'other']);
  });

  it('says each clause once, with its article, its own law’s first', () => {
    for (const { kind, mode } of passings) {
      const clauses = clausesOf(kind, mode);
      expect(new Set(clauses.map(({ name }) => name)).size).toBe(clauses.length);
      expect(clauses.filter(({ article }) => article === '')).toEqual([]);
    }
    expect(clausesOf('forest', 'lease')[0]?.article).toBe('森林法第十九条');
    expect(clausesOf('equipment', 'assignment').map(({ article }) => article)).not.toContain('民法典第七百零四条');
  });

  it('knows the law against each thing that is never listed', () => {
    expect(Object.keys(neverTradedWhy)).toEqual(Object.keys(neverTraded));
    for (const why of Object.values(neverTradedWhy)) expect(why).toContain('国办发〔2014〕71号');
  });
});
