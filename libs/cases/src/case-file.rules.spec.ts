import { describe, expect, it } from '@jest/globals';
import { clockActor, instant } from '#kernel';
import { answered, noted } from './answered.workflow.js';
import { decisionReasoned, factsFound, withdrawalReasoned } from './case-file.rules.js';
import type { CaseFacts } from './case-kind.js';

const moment = { now: instant('2026-10-12T09:00+08:00'), actor: clockActor };
const told = {
  findings: '会同双方到场丈量，界桩在原位。',
  reasons: '现场丈量与界桩相符，没有多占。',
  rule: '承包法第二十四条',
};
const facts = (more: object): CaseFacts => more as CaseFacts;
const deciding = (change: object): CaseFacts => facts({ decision: { ...told, ...change } });

describe('A case', () => {
  it.each(['', '   ', '已查明，属实。'])('is not decided without what was found out: %j', (findings) => {
    expect(factsFound(deciding({ findings }), moment)).toMatchObject({ rule: 'decision-without-findings' });
    expect(factsFound(deciding({}), moment)).toBeUndefined();
  });

  it.each([
    ['reasons of nine characters', { reasons: '不成立不成立不成立' }],
    ['no reasons', { reasons: '    ' }],
    ['no rule', { rule: ' ' }],
  ])('is not decided with %s', (_what, change) => {
    expect(decisionReasoned(deciding(change), moment)).toMatchObject({ rule: 'decision-unreasoned' });
  });

  it('is decided with reasons and a rule, and offered before anything is said', () => {
    expect(decisionReasoned(deciding({}), moment)).toBeUndefined();
    expect([factsFound, decisionReasoned, withdrawalReasoned].map((rule) => rule(facts({}), moment))).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  it('is not taken back without a word of why', () => {
    expect(withdrawalReasoned(facts({ reason: ' 。' }), moment)).toMatchObject({ rule: 'withdrawal-unreasoned' });
    expect(withdrawalReasoned(facts({ reason: '和解了' }), moment)).toBeUndefined();
  });

  it('ends answered or taken back if it has a name, put on record if it has none, and in no other way', () => {
    const ends = (table: ReturnType<typeof noted>): string[] =>
      Object.entries(table.states).flatMap(([name, { end }]) => (end ? [name] : []));
    const by = { by: 'town_trade', decides: [], serves: [] } as const;
    const way = answered({ kind: 'spec_way', label: '一件', within: 'objectionDecisionWorkingDays', basis: '', ...by });
    expect(ends(way)).toEqual(['served', 'withdrawn']);
    expect(ends(noted('spec_tip', '线索', 'town_trade', []))).toEqual(['noted', 'withdrawn']);
    expect(way).toMatchObject({ subject: 'case_file', kind: 'spec_way' });
  });
});
