import { describe, expect, it } from '@jest/globals';
import { clockActor, instant } from '#kernel';
import type { CaseFile } from './case-file.entity.js';
import { type CaseFacts, decisionReasoned, effectOf, factsFound, isLead, notAnonymous } from './case-file.rules.js';
import { caseWorkflow } from './case-file.workflow.js';

const moment = { now: instant('2026-10-12T09:00+08:00'), actor: clockActor };
const facts = (kind: CaseFile['kind'], decision?: Partial<NonNullable<CaseFacts['decision']>>): CaseFacts => ({
  record: { kind } as CaseFile,
  ...(decision
    ? {
        decision: {
          outcome: 'rejected',
          effect: 'none',
          findings: '会同双方到场丈量，界桩在原位。',
          reasons: '现场丈量与界桩相符，没有多占。',
          rule: '承包法第二十四条',
          ...decision,
        },
      }
    : {}),
});

describe('A letter', () => {
  it.each(['objection', 'complaint', 'question'] as const)('with a name (%s) is answered, not noted', (kind) => {
    expect(notAnonymous(facts(kind), moment)).toBeUndefined();
    expect(isLead(facts(kind), moment)).toMatchObject({ rule: 'case-not-lead' });
  });

  it('without a name is noted, not answered', () => {
    expect(notAnonymous(facts('lead'), moment)).toMatchObject({ rule: 'case-is-lead' });
    expect(isLead(facts('lead'), moment)).toBeUndefined();
  });

  it.each(['', '   ', '已查明，属实。'])('is not decided without what was found out: %j', (findings) => {
    expect(factsFound(facts('objection', { findings }), moment)).toMatchObject({ rule: 'decision-without-findings' });
    expect(factsFound(facts('objection', {}), moment)).toBeUndefined();
  });

  it.each([
    ['reasons of nine characters', { reasons: '不成立不成立不成立' }],
    ['no reasons', { reasons: '    ' }],
    ['no rule', { rule: ' ' }],
  ])('is not decided with %s', (_what, decision) => {
    expect(decisionReasoned(facts('objection', decision), moment)).toMatchObject({ rule: 'decision-unreasoned' });
  });

  it('is decided with reasons and a rule', () => {
    expect(decisionReasoned(facts('objection', {}), moment)).toBeUndefined();
  });

  it.each([
    ['rejected', null, 'none'],
    ['rejected', 'end', 'none'],
    ['upheld_curable', 'none', 'replace'],
    ['upheld', null, 'end'],
    ['partly', null, 'replace'],
    ['partly', 'none', 'none'],
  ] as const)('decided as %s (chosen: %s) means %s for the notice', (outcome, chosen, effect) => {
    expect(effectOf(outcome, chosen)).toBe(effect);
  });

  it('ends answered, withdrawn or noted, and in no other way', () => {
    const ends = Object.entries(caseWorkflow.states)
      .filter(([, state]) => state.end)
      .map(([name]) => name);
    expect(ends).toEqual(['served', 'withdrawn', 'noted']);
  });
});
