import { describe, expect, it } from '@jest/globals';
import { clockActor, instant } from '#kernel';
import { anotherPerson, type ClientFacts } from './client.rules.js';

const facts = { record: { askedBy: 'one' } } as unknown as ClientFacts;
const asking = (accountId: string) =>
  anotherPerson(facts, { now: instant('2026-10-12T09:00:00+08:00'), actor: { ...clockActor, accountId } });

describe('A program', () => {
  it('is let in by another person than who asked for it', () => {
    expect(asking('one')).toMatchObject({ rule: 'another-person-admits' });
    expect(asking('two')).toBeUndefined();
  });
});
