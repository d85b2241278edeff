import { Injectable } from '@nestjs/common';
import { type ConsentMethod, ConsentsService } from '#parties';
import { Numbers } from '#papers';
import { type Act, type EvidenceFile, Files, type Received } from '#platform';
import { Listing } from './listing.entity.js';
import { ListingHoldings } from './listing-holdings.service.js';
import type { ListingFacts } from './listing.facts.js';
import type { OfferConsentInput, OfferConsentWithdrawalInput } from './listing.input.js';
import { listingProblems } from './listing.problems.js';
import { offerOf } from './listing-reader.service.js';
import { listingWorkflow } from './listing.workflow.js';

/** The station: fixes the words, asks each member, and sends the lot to the town. */
@Injectable()
export class ListingStation {
  constructor(
    private readonly consents: ConsentsService,
    private readonly holdings: ListingHoldings,
    private readonly numbers: Numbers,
    private readonly files: Files,
  ) {}

  async gather(act: Act, facts: ListingFacts): Promise<void> {
    await act.take(listingWorkflow, facts, 'gather');
  }

  async reopen(act: Act, facts: ListingFacts): Promise<void> {
    await act.take(listingWorkflow, facts, 'reopen');
    // 条件改了，权利人的同意重新问。
    await act.keep(Listing, facts.record.id, { decisionId: null, mandateFileId: null });
  }

  /** Leaves the station: from here on the land is kept for the lot; of two that ask at once the database lets one in. */
  async submit(act: Act, facts: ListingFacts): Promise<void> {
    const { record } = facts;
    record.rulesDay = act.today;
    record.number ??= await this.numbers.ofProject(act, record.officeCode, 'L');
    await act.keep(Listing, record.id, { number: record.number, rulesDay: act.today });
    await act.take(listingWorkflow, facts, 'submit');
    if (facts.holder === null) await this.holdings.hold(act, facts);
  }

  /** What people of one household consent to of the lot; how it may be entered is decided by who enters it. */
  async consent(act: Act, facts: ListingFacts, input: OfferConsentInput): Promise<void> {
    if (!takesConsent(facts)) throw listingProblems.noConsent();
    const personIds = [...new Set(input.personId)];
    const { witness } = input;
    const householdId = householdOf(facts, personIds);
    const file = await this.scan(act, facts, input.file, 'consent', [householdId, ...personIds]);
    const method = methodOf(act, file);
    await this.consents.give(act, {
      ...{ aboutKind: 'listing', aboutId: facts.record.id, householdId, personIds, method },
      ...{ statement: offerOf(facts, householdId), readAloud: method === 'assisted' },
      ...(witness ? { witness } : {}),
      ...(file ? { evidenceFileId: file.id } : {}),
    });
  }

  /** Until the contract is signed a member may take back what he said (民法典第119、465条). */
  async consentWithdrawn(act: Act, facts: ListingFacts, input: OfferConsentWithdrawalInput): Promise<void> {
    if (!takesConsent(facts)) throw listingProblems.noConsent();
    const { personId, reason } = input;
    const householdId = householdOf(facts, [personId]);
    const file = await this.scan(act, facts, input.file, 'consent_withdrawal', [householdId, personId]);
    await this.consents.withdraw(act, {
      ...{ aboutKind: 'listing', aboutId: facts.record.id, householdId, personId, reason },
      method: methodOf(act, file),
      ...(file ? { evidenceFileId: file.id } : {}),
    });
  }

  private async scan(act: Act, { record }: ListingFacts, file: Received | undefined, kind: string, partyIds: string[]) {
    return file ? this.files.attach(act, file, { subject: 'listing', subjectId: record.id, kind, partyIds }) : null;
  }
}

/** While the words are fixed and nothing is signed. */
export const takesConsent = ({ record }: Pick<ListingFacts, 'record'>): boolean =>
  ['village', 'town_check', 'county_review', 'listed', 'qualifying', 'bidding', 'suspended'].includes(record.state);

/** The household of them all, else of one of them: who of the others is not of it, is told by name. */
function householdOf({ consents }: ListingFacts, personIds: readonly string[]): string {
  const isIn = ({ members }: ListingFacts['consents'][number], personId: string): boolean =>
    members.some((member) => member.coRight && member.personId === personId);
  const found =
    consents.find((each) => personIds.every((personId) => isIn(each, personId))) ??
    consents.find((each) => personIds.some((personId) => isIn(each, personId)));
  if (!found) throw listingProblems.notMember();
  return found.householdId;
}

/** Whether it is this very person who stands at the counter, ConsentsService asks the record of the assistance. */
function methodOf({ actor }: Act, file: EvidenceFile | null): ConsentMethod {
  if (actor.assisting !== null && file === null) return 'assisted';
  return actor.kind === 'staff' ? 'scan' : 'in_person';
}
