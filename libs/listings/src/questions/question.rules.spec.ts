import { describe, expect, it } from '@jest/globals';
import { type Rule, clockActor, instant } from '#kernel';
import { type QuestionFacts, answering, lotOffOffer, lotOnOffer } from './question.rules.js';

function ask(claim: Rule<QuestionFacts>, state: string) {
  const facts = { listing: { state } } as unknown as QuestionFacts;
  return [claim(facts, { now: instant('2026-10-12T15:00:00+08:00'), actor: clockActor }) ?? []].flat();
}

describe('A rule of a question on a lot', () => {
  it.each(answering)('has it answered while the lot is %s', (state) => {
    expect(ask(lotOnOffer, state)).toEqual([]);
    expect(ask(lotOffOffer, state)[0]?.text).toContain('提问要答复');
  });

  it.each(['agreed', 'failed', 'withdrawn', 'terminated'])('ends it once the lot is %s', (state) => {
    expect(ask(lotOnOffer, state)[0]?.text).toContain('不再答复');
    expect(ask(lotOffOffer, state)).toEqual([]);
  });
});
