import { describe, expect, it } from '@jest/globals';
import { clockActor } from '#kernel';
import { contractorMoved, grantorStillContractor, groundDecided } from './ground.rules.js';
import type { TransferFacts } from './transfer.facts.js';

const moment = { now: new Date('2026-11-30T09:00:00+08:00'), actor: clockActor };
const parcel = { name: '东地', code: '3701261012260000001', grantorId: 'wang', grantorName: '王麦生户' };
const asked = (kind: string, contractorId: string | null, state?: string): TransferFacts =>
  ({
    record: { id: 't', kind },
    parcels: [{ ...parcel, contractorId }],
    ground: state ? [{ state }] : [],
  }) as unknown as TransferFacts;
const said = (rule: typeof groundDecided, facts: TransferFacts) =>
  [rule(facts, moment) ?? []].flat().map((each) => [each.rule, each.article]);

const cited = '农村土地承包法第36、33条，第27、28条';

describe('The ground of a case', () => {
  it.each([
    ['stands while the contractor is the transferor', asked('contracted', 'wang'), []],
    ['has gone to another household', asked('contracted', 'li'), [['grantor-still-contractor', cited]]],
    ['is under no contract any more', asked('contracted', null), [['grantor-still-contractor', cited]]],
    ['is the collective’s, which let it itself', asked('collective', null), []],
    ['was the collective’s and is contracted out', asked('collective', 'li'), [['grantor-still-contractor', cited]]],
  ])('%s', (_what, facts, found) => {
    expect(said(grantorStillContractor, facts)).toEqual(found);
  });

  it('has moved where the register names another than the one who lets it', () => {
    expect(contractorMoved({ contractorId: 'li', grantorId: 'wang' }, 'contracted')).toBe(true);
    expect(contractorMoved({ contractorId: null, grantorId: 'body' }, 'collective')).toBe(false);
  });

  it('waits for whoever decides, whatever the register says today', () => {
    for (const rule of [groundDecided, grantorStillContractor])
      expect(said(rule, asked('contracted', 'wang', 'open'))).toEqual([
        ['ground-decided', '农村土地承包法第36条；平台规则 登-01'],
      ]);
  });

  it('waits for nobody once it is decided', () => {
    expect(said(groundDecided, asked('contracted', 'wang', 'adopted'))).toEqual([]);
  });
});
