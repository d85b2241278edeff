import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { addYears, clockActor } from '#kernel';
import { type Act, type Elsewhere } from '#platform';
import { usualRules } from './bidding/bidding-rules.js';
import { BiddingOpenings, isBidden } from './bidding-openings.js';
import { Listing, ListingParcel } from './listing.entity.js';
import { ListingHoldings } from './listing-holdings.service.js';
import type { ListingFacts } from './listing.facts.js';
import type { ListingReasonInput, ListingWithdrawalInput } from './listing.input.js';
import { listingFaults, listingProblems } from './listing.problems.js';
import { type FailureCode, failureCodes, interestLines, listingLines } from './listing.words.js';
import { offeredElsewhere } from './listings.queries.js';
import { listingWorkflow } from './listing.workflow.js';

/** How a lot ends without a taker, and how it is offered again. */
@Injectable()
export class ListingEndings {
  constructor(
    private readonly holdings: ListingHoldings,
    private readonly openings: BiddingOpenings,
  ) {}

  async withdraw(act: Act, facts: ListingFacts, { reason }: ListingWithdrawalInput): Promise<void> {
    await act.take(listingWorkflow, facts, 'withdraw', { remark: reason });
    await this.over(act, facts, reason);
  }

  async terminate(act: Act, facts: ListingFacts, { reason, rule }: ListingReasonInput): Promise<void> {
    const bidden = isBidden(facts.record);
    await act.take(listingWorkflow, facts, 'terminate', { remark: reason, detail: { rule } });
    await this.over(act, facts, reason);
    if (bidden) await this.openings.terminated(act, facts.record.id, reason);
  }

  /** 流标，with its code: who did not come, did not qualify, did not pay. */
  async fail(act: Act, facts: ListingFacts): Promise<void> {
    const { interests } = facts;
    const unpaid = interests.some(({ record, paid }) => record.state === 'qualified' && !paid);
    const code: FailureCode = interests.length === 0 ? 'nobody' : unpaid ? 'unpaid' : 'unqualified';
    await this.coded(act, facts, 'fail', code);
  }

  /** By the clock: nobody registered within the period. */
  async failAlone(act: Act, facts: ListingFacts): Promise<void> {
    await this.coded(act.as(clockActor), facts, 'end_alone', 'nobody');
  }

  /** The case of the deal fell, and nobody follows: the lot found no taker after all. */
  async fall(act: Act, facts: ListingFacts, code: 'deal_fell' | 'all_defaulted'): Promise<void> {
    await this.coded(act.as(clockActor), facts, 'fall', code);
  }

  /** 竞价流标. */
  async failBidding(act: Act, facts: ListingFacts, code: FailureCode): Promise<void> {
    await this.coded(act, facts, 'end_bidding', code);
  }

  /** The contract of the deal is signed: the taker's deposit goes back. */
  async close(act: Act, facts: ListingFacts): Promise<void> {
    await act.take(listingWorkflow, facts, 'close');
    const keptUntil = addYears(facts.term.end, facts.parameters.contractRecordYears);
    await act.keep(Listing, facts.record.id, { keptUntil });
    await this.holdings.release(act, facts, interestLines.dealt);
  }

  private async coded(
    act: Act,
    facts: ListingFacts,
    step: 'fail' | 'end_alone' | 'fall' | 'end_bidding',
    code: FailureCode,
  ): Promise<void> {
    facts.record.endedCode = code;
    await act.tx.update(Listing, { id: facts.record.id }, { endedCode: code });
    await act.take(listingWorkflow, facts, step, { remark: failureCodes[code], detail: { code } });
    await this.over(act, facts, failureCodes[code]);
  }

  /** Offers the same land again as a draft of its own, linked to the lot before; a lower floor is typed there and asked anew. */
  async relist(act: Act, { record: before, parcels, parameters }: ListingFacts): Promise<Elsewhere> {
    if (listingWorkflow.states[before.state].phase !== 'fallen') throw listingProblems.notFallen();
    const taken = await offeredElsewhere(
      act.tx,
      null,
      parcels.map(({ parcelId }) => parcelId),
    );
    if (taken.length > 0) throw listingProblems.parcelOffered({ detail: listingFaults.offered(taken) });
    const { kind, mode, officeCode, place, issuerCode, transferorName, term, priceFen, floorFen } = before;
    const { payment, purpose, crops, fixtures, conditions, declared, areaMu, parcelCount, householdCount } = before;
    const { priceUnit, own, holderId, landClasses } = before;
    // What the county had set, it may set anew; what the village wrote, stays.
    const bidding = isDeepStrictEqual(before.bidding, usualRules(before, parameters)) ? null : before.bidding;
    const record = await act.open(
      listingWorkflow,
      Listing,
      {
        ...{
          kind,
          mode,
          officeCode,
          bornOfficeCode: officeCode,
          place,
          issuerCode,
          transferorName,
          term,
          priceFen,
          floorFen,
        },
        ...{ payment, purpose, crops, fixtures, conditions, declared, areaMu, parcelCount, householdCount },
        ...{ priceUnit, own, holderId, landClasses, bidding, decisionId: null, mandateFileId: null },
        ...{ number: null, extensions: 0, rulesDay: act.today, relistsId: before.id },
        ...{ createdAt: act.now, createdBy: act.actor.name, createdAccountId: act.actor.accountId },
      },
      { action: 'enter', label: listingLines.relisted(before.number ?? before.place) },
    );
    const lines = parcels.map(({ parcelId, seq, grantorId, areaMu: own }) => ({
      ...{ listingId: record.id, parcelId, seq, grantorId, areaMu: own },
    }));
    if (lines.length > 0) await act.tx.insert(ListingParcel, lines);
    return { id: record.id };
  }

  private async over(act: Act, facts: ListingFacts, reason: string): Promise<void> {
    facts.record.endedReason = reason;
    const keptUntil = addYears(act.today, facts.parameters.lotRecordYears);
    await act.keep(Listing, facts.record.id, { endedReason: reason, keptUntil });
    await this.holdings.release(act, facts, reason);
  }
}
