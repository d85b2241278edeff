import { type ActHead, actTable } from '#platform';
import { claimLevels } from './priority-claim.words.js';
import {
  ClaimConsentInput,
  ClaimDeclineInput,
  ClaimRefusalInput,
  ClaimWithdrawalInput,
} from './priority-claim.input.js';
import { claimView } from './priority-claim.view.js';
import { PriorityClaimsService } from './priority-claims.service.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';

/** What is answered to a claim, one row each; whom the transferor chooses is written down in the case. */
export const claimActs = actTable('priority-claims', claimWorkflow, {
  head,
  gives: claimView,
  steps: {
    verify: { noun: 'verification', by: PriorityClaimsService },
    refuse: { noun: 'refusal', by: PriorityClaimsService, asks: ClaimRefusalInput, here: true },
    grant: { noun: 'consent', by: PriorityClaimsService, asks: ClaimConsentInput, here: true },
    decline: { noun: 'decline', by: PriorityClaimsService, asks: ClaimDeclineInput, here: true },
    withdraw: { noun: 'withdrawal', by: PriorityClaimsService, asks: ClaimWithdrawalInput, here: true },
  },
});

function head({ record, notice }: ClaimFacts): ActHead {
  const href = `/priority-claims/${record.id}`;
  return {
    trail: { href, label: record.number },
    facts: [
      { label: '优先权主张', value: record.number, href },
      { label: '主张人', value: `${record.name}，${claimLevels[record.level]}`, href: '' },
      { label: '公示', value: notice.title, href: `/notices/${notice.id}` },
    ],
    back: { href, label: '不办了，回这份主张' },
  };
}
