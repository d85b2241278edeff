import { describe, expect, it } from '@jest/globals';
import type { TransferFacts } from '../transfer.facts.js';
import { basisOf } from './notice.letter.js';

describe('What a notice says of consent', () => {
  const household = (declared: number | null) => ({
    ...{ householdId: 'h', householdName: '禾田户', declared },
    members: [{ personId: 'a', name: '禾田', coRight: true, open: false, consented: true, stale: false }],
  });
  const saidOf = (...declared: (number | null)[]): string =>
    basisOf(
      {
        record: { kind: 'contracted', listing: null },
        consents: declared.map(household),
        capital: { authority: null, licence: null },
        renews: null,
      } as unknown as TransferFacts,
      '殷巷镇',
    ).join('');

  it('is that all on record consented, where nobody is missing', () => {
    expect(saidOf(1, null)).toContain('每户登记在册、有权的共有人都已书面同意。');
    expect(saidOf(1, null)).not.toContain('没有核实');
  });

  it('is never that all consented where the household’s own record counts more, and no name is said', () => {
    expect(saidOf(1, 3, 2)).toContain('其中 2 户自己登记的家庭成员比登记簿上的多，多出的人还没有核实，不在同意之内。');
    expect(saidOf(3)).not.toContain('禾田');
  });
});
