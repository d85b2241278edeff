import { describe, expect, it } from '@jest/globals';
import { type Actor, clockActor, instant } from '#kernel';
import { type WantedFacts, kindWanted, notOwnWish } from './wanted.rules.js';

const facts = (kind: string, open: readonly string[], createdAccountId: string | null = 'a'): WantedFacts =>
  ({ record: { kind, createdAccountId }, parameters: { openRightKinds: open } }) as unknown as WantedFacts;
const by = (accountId: string | null) => ({
  now: instant('2026-10-12T15:00:00+08:00'),
  actor: { ...clockActor, accountId } as Actor,
});

describe('A rule of what is wanted', () => {
  it('stops a kind that the county does not take', () => {
    expect(kindWanted(facts('forest', ['contracted']), by('b'))).toMatchObject({ text: '林权本县现在不收。' });
    expect(kindWanted(facts('forest', ['forest']), by('b'))).toBeUndefined();
  });

  it('lets nobody check what he wrote for somebody', () => {
    expect(notOwnWish(facts('forest', []), by('a'))).toMatchObject({ rule: 'not-own-wish' });
    expect(notOwnWish(facts('forest', []), by('b'))).toBeUndefined();
    expect(notOwnWish(facts('forest', [], null), by(null))).toBeUndefined();
  });
});
