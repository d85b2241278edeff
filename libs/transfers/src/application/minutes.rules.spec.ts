import { describe, expect, it } from '@jest/globals';
import { type Day, day, mu } from '#kernel';
import type { DecisionFormInput } from './collective.input.js';
import { approvalFaults, decidedMatter, decisionBasis, decisionFaults } from './minutes.rules.js';

const proper: DecisionFormInput = {
  decidingBody: 'member_assembly',
  calledOn: '2026-09-01' as Day,
  decidedOn: '2026-09-11' as Day,
  electorate: 60,
  attended: 52,
  inFavour: 40,
  opposed: 6,
  file: [],
};
const faults = (changes: Partial<DecisionFormInput>): string[] =>
  decisionFaults({ ...proper, ...changes }, ['member_assembly', 'village_representatives']).map(
    ({ pointer }) => pointer,
  );

describe('Minutes of a collective', () => {
  it('are in order with two thirds of all, called ten days before', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<DecisionFormInput>, string]>([
    ['one vote less than two thirds of all who belong', { inFavour: 39 }, '#/inFavour'],
    ['more votes than people who came', { opposed: 20 }, '#/inFavour'],
    ['more people than there are', { attended: 61 }, '#/attended'],
    ['a meeting called nine days before (集体组织法第二十七条)', { calledOn: '2026-09-02' as Day }, '#/calledOn'],
    ['a body that the county does not accept', { decidingBody: 'village_assembly' }, '#/decidingBody'],
  ])('are not with %s', (_what, changes, pointer) => {
    expect(faults(changes)).toEqual([pointer]);
  });

  it('of the representatives need five days', () => {
    expect(faults({ decidingBody: 'village_representatives', calledOn: '2026-09-06' as Day })).toEqual([]);
    expect(faults({ decidingBody: 'village_representatives', calledOn: '2026-09-07' as Day })).toEqual(['#/calledOn']);
  });
});

describe('The township', () => {
  it('approves on the day of the decision or after it', () => {
    expect(approvalFaults(day('2026-09-11'), day('2026-09-11'))).toEqual([]);
    expect(approvalFaults(day('2026-09-10'), day('2026-09-11'))).toMatchObject([{ pointer: '#/approvedOn' }]);
  });

  it('approves land, area and taker, by the article that asks for it', () => {
    expect(decidedMatter('李家桥村', mu('40.5'), '禾野合作社')).toContain('40.50 亩流转给禾野合作社');
    expect(decisionBasis).toContain('第五十二条');
  });
});
