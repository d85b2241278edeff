import { describe, expect, it } from '@jest/globals';
import { type Actor, clockActor, instant } from '#kernel';
import type { Disbursement } from './disbursement.entity.js';
import { type DisbursementFacts, differentApprover, differentPayer } from './disbursement.rules.js';

const now = instant('2027-03-01T09:00:00+08:00');
const person = (accountId: string | null): Actor => ({ ...clockActor, kind: 'staff', accountId, name: '演负责' });
/** Facts of whose money it is: this rule asks only for the disbursement. */
const asked = (by: string | null) =>
  ({ disbursement: by === null ? null : ({ requestedBy: by } as Disbursement) }) as DisbursementFacts;

describe('A disbursement', () => {
  it.each([
    ['somebody else asked for it', 'finance', 'director', 0],
    ['nobody asked for one', null, 'director', 0],
    ['he asked for it himself', 'director', 'director', 1],
    ['nobody asked and nobody answers', null, null, 0],
  ])('is approved by one person where %s: refusals', (_what, requestedBy, accountId, refusals) => {
    const found = [differentApprover(asked(requestedBy), { now, actor: person(accountId) }) ?? []].flat();
    expect(found.map((each) => [each.rule, each.article])).toEqual(
      Array(refusals).fill(['different-approver', '平台规则：付款须两人经手']),
    );
  });

  it.each([
    ['somebody asked for', 'finance', 'director', 0],
    ['a rule ordered, approved by another', null, 'finance', 0],
    ['a rule ordered, approved by himself', null, 'director', 1],
  ])('that %s is paid: refusals', (_what, requestedBy, approvedBy, refusals) => {
    const disbursement = { requestedBy, approvedBy } as Disbursement;
    const said = differentPayer({ disbursement } as DisbursementFacts, { now, actor: person('director') });
    expect([said ?? []].flat().map(({ rule }) => rule)).toEqual(Array(refusals).fill('different-payer'));
  });
});
