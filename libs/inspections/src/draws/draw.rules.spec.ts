import { describe, expect, it } from '@jest/globals';
import { type Actor, clockActor, instant } from '#kernel';
import type { Draw, DrawSeal } from './draw.entity.js';
import * as rule from './draw.rules.js';

const at = instant('2026-10-12T09:00:00+08:00');
const later = instant('2026-10-12T09:00:01+08:00');
const actor: Actor = { ...clockActor, kind: 'staff', accountId: 'a' };
const moment = { now: at, actor };
const facts = (record: Partial<Draw>, seals: Partial<DrawSeal>[] = []): rule.DrawFacts =>
  ({ record, seals, ownLabel: '0417' }) as unknown as rule.DrawFacts;

describe('Of a draw', () => {
  it.each([
    ['another than who froze the list brings the seed', rule.notWhoFroze, { frozenBy: 'b' }, { frozenBy: 'a' }],
    ['a list that the clock froze waits for any observer', rule.notWhoFroze, { frozenBy: null }, { frozenBy: 'a' }],
    [
      'the hash is older than the seed',
      rule.publishedBefore,
      { publishedAt: instant('2026-10-12T08:59:59+08:00') },
      { publishedAt: at },
    ],
    [
      'no hash means no seed',
      rule.publishedBefore,
      { publishedAt: instant('2026-10-12T08:59:59+08:00') },
      { publishedAt: null },
    ],
    ['sealing ends with its hour', rule.stillSealing, { sealUntil: later }, { sealUntil: at }],
    ['opening ends with its hour', rule.stillOpening, { openUntil: later }, { openUntil: at }],
  ])('%s', (_, ask, open, closed) => {
    expect(ask(facts(open), moment)).toBeUndefined();
    expect(ask(facts(closed), moment)).toMatchObject({ rule: ask.name });
  });

  it('a claimant seals once, and opens what he sealed once', () => {
    const sealed = { label: '0417', openedAt: null };
    expect(rule.notSealedYet(facts({}, [{ label: '2096' }]), moment)).toBeUndefined();
    expect(rule.notSealedYet(facts({}, [sealed]), moment)).toMatchObject({ rule: 'notSealedYet' });
    expect(rule.ownSealKept(facts({}, [sealed]), moment)).toBeUndefined();
    expect(rule.ownSealKept(facts({}, []), moment)).toMatchObject({ rule: 'ownSealKept' });
    expect(rule.ownSealKept(facts({}, [{ ...sealed, openedAt: at }]), moment)).toMatchObject({ rule: 'ownSealKept' });
  });
});
