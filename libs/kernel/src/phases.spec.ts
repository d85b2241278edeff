import { describe, expect, it } from '@jest/globals';
import { goesBack, inPhase, isEnd, mainPath, openStates, statesBefore, statesIn, timedStates } from './phases.js';
import { type WorkflowFacts, workflow } from './workflow.js';

const steps = [
  { from: 'sown', on: 'die', to: 'dead', by: 'clock', label: '枯死', back: true },
  { from: 'sown', on: 'sprout', to: 'green', by: 'clock', label: '出苗' },
  { from: 'green', on: 'water', to: 'same', by: 'public', label: '浇水' },
  { from: 'green', on: 'cut', to: 'sown', by: 'public', label: '割掉', back: true },
  { from: ['sown', 'green'], on: 'sell', to: 'sold', by: 'public', label: '卖掉', aside: true },
  { from: 'green', on: 'ripen', to: 'ripe', by: 'clock', label: '成熟' },
  { from: 'ripe', on: 'sell', to: 'sold', by: 'public', label: '卖掉' },
] as const;
const field = workflow<
  'sown' | 'green' | 'ripe' | 'sold' | 'dead',
  (typeof steps)[number]['on'],
  WorkflowFacts,
  'growing' | 'standing' | 'gone'
>('field', {
  label: '庄稼',
  states: {
    sown: { label: '种下', phase: 'growing', lasts: 'days' },
    green: { label: '青苗', phase: 'growing', timed: true },
    ripe: { label: '熟了', phase: 'standing' },
    sold: { label: '卖了', phase: 'gone', end: true },
    dead: { label: '死了', phase: 'gone', end: true },
  },
  steps,
});

describe('The phases of a workflow', () => {
  it('name states, in the order of the table', () => {
    expect(statesIn(field, 'standing', 'growing')).toEqual(['sown', 'green', 'ripe']);
    expect(inPhase(field, 'ripe', 'standing')).toBe(true);
    expect(inPhase(field, 'ripe', 'gone')).toBe(false);
  });

  it('do not know a state of another table', () => {
    expect(inPhase(field, 'draft', 'growing', 'standing', 'gone')).toBe(false);
  });

  it('are had by every state or by none', () => {
    const states = { sown: { label: '种下', phase: 'growing' }, sold: { label: '卖了', end: true } } as const;
    const sale = [{ from: 'sown', on: 'sell', to: 'sold', by: 'public', label: '卖掉' }] as const;
    expect(() => workflow('field', { label: '庄稼', states, steps: sale })).toThrow('do not both have a phase');
  });
});

describe('What a table says of its states', () => {
  it('which are no end, which the clock looks at, and from which a step starts', () => {
    expect(openStates(field)).toEqual(['sown', 'green', 'ripe']);
    expect(isEnd(field, 'dead')).toBe(true);
    expect(timedStates(field)).toEqual(['sown', 'green']);
    expect(statesBefore(field, 'sell')).toEqual(['sown', 'green', 'ripe']);
    expect(statesBefore(field, 'ripen', 'die')).toEqual(['sown', 'green']);
  });

  it('refuses a state that only time ends and no clock does', () => {
    const states = { sown: { label: '种下', timed: true }, sold: { label: '卖了', end: true } } as const;
    const sale = [{ from: 'sown', on: 'sell', to: 'sold', by: 'public', label: '卖掉' }] as const;
    expect(() => workflow('field', { label: '庄稼', states, steps: sale })).toThrow('no step by the clock ends it');
  });
});

describe('The main path', () => {
  it('goes on from state to state, over no step back and to no end', () => {
    expect(mainPath(field)).toEqual(['sown', 'green', 'ripe']);
  });

  it('knows a step back by its name', () => {
    expect([goesBack(field, 'cut'), goesBack(field, 'water'), goesBack(field, 'consent')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
