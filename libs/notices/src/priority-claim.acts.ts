import { caseHead, caseView } from '#cases';
import { actTable } from '#platform';
import { ClaimConsentInput, ClaimDeclineInput, ClaimRefusalInput } from './priority-claim.input.js';
import { PriorityClaimsService } from './priority-claims.service.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** What is answered to a claim, one row each; whom the transferor chooses is written down in his own case. */
export const claimActs = actTable('cases', claimWorkflow, {
  head: caseHead,
  gives: caseView,
  steps: {
    verify: { noun: 'verification', by: PriorityClaimsService },
    refuse: { noun: 'refusal', by: PriorityClaimsService, asks: ClaimRefusalInput, here: true },
    grant: { noun: 'consent', by: PriorityClaimsService, asks: ClaimConsentInput, here: true },
    decline: { noun: 'decline', by: PriorityClaimsService, asks: ClaimDeclineInput, here: true },
  },
});
