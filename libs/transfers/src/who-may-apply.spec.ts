import { describe, expect, it } from '@jest/globals';
import { type Rule, clockActor, day, instant, parametersAt } from '#kernel';
import type { TransferFacts } from './transfer.facts.js';
import { ageAllowed, undisputed } from './transfer.rules.js';

/** Of a county that set an upper age. */
const parameters = { ...parametersAt([], day('2026-11-01')), ageMax: 70 };
const guarantor = { id: 'g', name: '谷演壮' };

function ask(claim: Rule<TransferFacts>, more: object): string[] {
  const facts = { parameters, record: { id: 'case', declared: null }, guarantor: null, ...more };
  const now = instant('2026-10-30T09:00:00+08:00');
  return [claim(facts as unknown as TransferFacts, { now, actor: clockActor }) ?? []].flat().map((each) => each.rule);
}

describe('Above the age a guarantor', () => {
  it('who signed is enough, and without him nobody is let in', () => {
    expect(ask(ageAllowed, { transfereeAge: 71, guarantor })).toEqual([]);
    expect(ask(ageAllowed, { transfereeAge: 71 })).toEqual(['age-allowed']);
  });

  it('makes nobody of age who is not', () =>
    expect(ask(ageAllowed, { transfereeAge: 17, guarantor })).toEqual(['age-allowed']));
});

describe('A declared dispute', () => {
  it.each([
    [null, []],
    ['无', []],
    ['没有。', []],
    ['东边和邻居差两尺', ['undisputed']],
    ['无人认领的边界一处', ['undisputed']],
  ])('of “%s” ends in %j', (dispute, rules) => {
    const declared = dispute === null ? null : { lease: '无', dispute, credit: '无' };
    expect(ask(undisputed, { record: { id: 'case', declared } })).toEqual(rules);
  });
});
