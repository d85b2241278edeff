import { describe, expect, it } from '@jest/globals';
import { type Actor, type Rule, clockActor, instant } from '#kernel';
import * as rule from './replacement.rules.js';
import type { CertificateChange } from './certificate-change.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { ChangeKind } from './certificate.words.js';

const director: Actor = { ...clockActor, kind: 'staff', accountId: 'director', name: '演负责' };
const line = (kind: ChangeKind, handlerId: string | null = 'certifier') => ({ kind, handlerId }) as CertificateChange;

/** Of a revoked certificate that somebody asked to replace. */
const asked = {
  record: { nextId: null },
  changes: [line('propose'), line('revoke', 'director'), line('request_replacement')],
  accepted: ['acceptor'],
  reviewed: ['reviewer'],
};

/** What a rule says about facts that differ in some points. */
function ask(claim: Rule<CertificateFacts>, more: object = {}, actor = director): (readonly [string, string])[] {
  const facts = { ...asked, ...more } as unknown as CertificateFacts;
  const found = claim(facts, { now: instant('2027-03-01T09:00:00+08:00'), actor });
  return [found ?? []].flat().map((each) => [each.rule, each.article] as const);
}

describe('A request for a new certificate', () => {
  const of = (...kinds: ChangeKind[]) => rule.openRequest({ changes: kinds.map((kind) => line(kind)) })?.kind ?? null;

  it.each([
    [['propose', 'revoke', 'request_replacement']],
    [['revoke', 'request_replacement', 'refuse_replacement', 'request_replacement']],
    [['request_replacement', 'change']],
  ] as [ChangeKind[]][])('is open after %j', (kinds) => expect(of(...kinds)).toBe('request_replacement'));

  it.each([
    [[]],
    [['propose', 'revoke']],
    [['revoke', 'request_replacement', 'refuse_replacement']],
    [['revoke', 'request_replacement', 'replace']],
  ] as [ChangeKind[]][])('is not open after %j', (kinds) => expect(of(...kinds)).toBeNull());

  it('is made once, and once more only after it was answered', () => {
    expect(ask(rule.notAskedYet, { changes: [line('revoke')] })).toEqual([]);
    expect(ask(rule.notAskedYet, { changes: [line('request_replacement'), line('refuse_replacement')] })).toEqual([]);
    expect(ask(rule.notAskedYet)).toEqual([['not-asked-yet', '平台规则 证-03']]);
  });

  it('is answered only where it was made', () => {
    expect(ask(rule.replacementRequested)).toEqual([]);
    expect(ask(rule.replacementRequested, { changes: [line('revoke')] })).toEqual([
      ['replacement-requested', '平台规则 证-03'],
    ]);
    expect(
      ask(rule.replacementRequested, { changes: [line('request_replacement'), line('refuse_replacement')] }),
    ).toHaveLength(1);
  });

  it('is decided by another person than the one who made it', () => {
    expect(ask(rule.anotherDecides)).toEqual([]);
    expect(ask(rule.anotherDecides, { changes: [line('request_replacement', 'director')] })).toEqual([
      ['another-person', '两人复核，平台规则 职-04'],
    ]);
  });

  it('may be decided by who asked for the revocation, or asked before and was refused', () => {
    expect(ask(rule.anotherDecides, { changes: [line('propose', 'director'), line('request_replacement')] })).toEqual(
      [],
    );
    const again = [
      line('request_replacement', 'director'),
      line('refuse_replacement', 'other'),
      line('request_replacement'),
    ];
    expect(ask(rule.anotherDecides, { changes: again })).toEqual([]);
  });
});

describe('A certificate issued anew', () => {
  it('follows a revoked one once and never again, and the refusal shows the one that did', () => {
    expect(ask(rule.notFollowed)).toEqual([]);
    expect(ask(rule.notFollowed, { record: { nextId: 'next' } })).toEqual([
      ['not-followed', '一项土地经营权只有一本有效证书，平台规则 证-03'],
    ]);
  });

  it.each([
    ['accepted the case', { accepted: ['acceptor', 'director'] }],
    ['reviewed it', { reviewed: ['director'] }],
  ])('is not issued by who %s', (_what, more) => {
    expect(ask(rule.neitherAcceptorNorReviewer)).toEqual([]);
    expect(ask(rule.neitherAcceptorNorReviewer, more)).toEqual([
      ['three-different-people', '三岗分开，平台规则 职-03'],
    ]);
  });

  it('asks nobody without an account who he is: an empty account is not the empty account of another', () => {
    const nobody = { ...director, accountId: null };
    expect(ask(rule.neitherAcceptorNorReviewer, {}, nobody)).toEqual([]);
    expect(ask(rule.anotherDecides, { changes: [line('request_replacement', null)] }, nobody)).toEqual([]);
  });
});
