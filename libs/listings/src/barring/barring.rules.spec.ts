import { describe, expect, it } from '@jest/globals';
import { clockActor, instant } from '#kernel';
import * as rules from './barring.rules.js';
import type { BarringFacts } from './barring.rules.js';

const moment = { now: instant('2026-10-12T15:00:00+08:00'), actor: { ...clockActor, accountId: 'a' } };
const facts = (more: object): BarringFacts => ({ record: {}, appeals: [], ...more }) as unknown as BarringFacts;

describe('A rule of barring', () => {
  it('keeps who proposed it from deciding it', () => {
    const own = rules.notOwnProposal(facts({ record: { proposedAccountId: 'a' } }), moment);
    expect([own].flat()[0]?.text).toContain('另一个人');
    expect(rules.notOwnProposal(facts({ record: { proposedAccountId: 'b' } }), moment)).toBeUndefined();
  });

  it('lets an appeal be made once, unless it was taken back', () => {
    const again = (state: string) => rules.notAppealed(facts({ appeals: [{ state }] }), moment);
    expect([again('received')].flat()[0]?.rule).toBe('not-appealed');
    expect([again('served')].flat()[0]?.rule).toBe('not-appealed');
    expect(again('withdrawn')).toBeUndefined();
    expect(rules.notAppealed(facts({}), moment)).toBeUndefined();
  });
});
