import { describe, expect, it } from '@jest/globals';
import { type Rule, blocker, clockActor, instant } from '#kernel';
import * as rules from './right-deal.rules.js';

const ask = (rule: Rule<rules.RightDealFacts>, facts: object): string[] =>
  [rule(facts as rules.RightDealFacts, { now: instant('2026-10-12T15:00:00+08:00'), actor: clockActor }) ?? []]
    .flat()
    .map((each) => each.rule);
const upheld = blocker('objection-upheld', '异议成立。', '平台规则');

describe('A rule of a deal', () => {
  it('lets nothing be signed before its result was on notice and is clear', () => {
    expect(ask(rules.noticeClear, { notice: null, noticeBlockers: [] })).toEqual(['notice-clear']);
    expect(ask(rules.noticeClear, { notice: {}, noticeBlockers: [upheld] })).toEqual(['objection-upheld']);
    expect(ask(rules.noticeClear, { notice: {}, noticeBlockers: [] })).toEqual([]);
  });

  it('lets a result be on notice anew for an objection that stands, and for no other reason', () => {
    expect(ask(rules.objectionUpheld, { noticeBlockers: [] })).toEqual(['objection-upheld']);
    expect(ask(rules.objectionUpheld, { noticeBlockers: [upheld] })).toEqual([]);
  });
});
