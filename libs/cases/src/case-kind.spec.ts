import { describe, expect, it } from '@jest/globals';
import { noted } from './answered.workflow.js';
import { type CaseKind, caseKind, caseWords, kindOf, waits } from './case-kind.js';

const told = (kind: string, more: Partial<CaseKind> = {}): CaseKind => ({
  ...{ kind, word: '群众关切', series: { name: `case:${kind}`, word: '农关' }, topics: { water: '水' }, outcomes: {} },
  ...{ about: { things: 'notices', word: '公示' }, workflow: noted(kind, '群众关切', 'town_coordination', []) },
  ...more,
});

describe('A kind of case', () => {
  it('brings its words, and says which of its states wait', () => {
    const concern = caseKind(told('concern'));
    expect(kindOf({ kind: 'concern' })).toBe(concern);
    expect(caseWords).toMatchObject({ kinds: { concern: '群众关切' }, topics: { water: '水' } });
    expect(['received', 'noted'].map((state) => waits({ kind: 'concern', state }))).toEqual([true, false]);
  });

  it('is declared once, and gives no code a second meaning', () => {
    expect(() => caseKind(told('concern'))).toThrow('two kinds of case concern');
    expect(() => caseKind(told('wish', { topics: { water: '灌溉' } }))).toThrow('water has two meanings');
  });

  it('that nobody declared is a fault of ours', () => {
    expect(() => kindOf({ kind: 'nothing' })).toThrow('Nobody declares');
  });
});
