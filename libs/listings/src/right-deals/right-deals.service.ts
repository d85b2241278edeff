import { Injectable } from '@nestjs/common';
import { type BidPriority, type Day, type Fen, clockActor, dayOf } from '#kernel';
import { PapersService } from '#papers';
import { PartiesService } from '#parties';
import { type Act, Files, refuseFaults } from '#platform';
import { thingOf } from '../right-desk.service.js';
import { Interest } from '../interests/interest.entity.js';
import type { ListingReasonInput } from '../listing.input.js';
import { Listing } from '../listing.entity.js';
import { RightDeal } from './right-deal.entity.js';
import type { SignedContractInput } from './right-deal.input.js';
import { rightContract } from './right-deal.letter.js';
import { RightDealNotice } from './right-deal-notice.service.js';
import { rightDealProblems } from './right-deal.problems.js';
import { RightDealFinder } from './right-deal-reader.service.js';
import type { RightDealFacts } from './right-deal.rules.js';
import { rightDealLines } from './right-deal.words.js';
import { rightDealWorkflow } from './right-deal.workflow.js';

/** At which price a taker was found, in the unit of the lot, and whether by bids. */
export interface Found {
  priceFen: Fen;
  bid?: { priority: BidPriority | null };
}

/** The deal of a right that is no contracted land: result on notice, contract sheet, signed contract. */
@Injectable()
export class RightDeals {
  constructor(
    private readonly finder: RightDealFinder,
    private readonly notice: RightDealNotice,
    private readonly parties: PartiesService,
    private readonly papers: PapersService,
    private readonly files: Files,
  ) {}

  /** The lot has found its taker: the result goes on notice in the same act. */
  async open(act: Act, lot: Listing, taker: Interest, { priceFen, bid }: Found): Promise<RightDeal> {
    const columns = {
      ...{ listingId: lot.id, listingNumber: lot.number ?? '', officeCode: lot.officeCode, rulesDay: act.today },
      ...{
        place: lot.place,
        thing: thingOf(lot),
        areaMu: lot.areaMu,
        partyId: taker.partyId,
        partyName: taker.partyName,
      },
      ...{
        priceFen,
        bid: bid !== undefined,
        priority: bid?.priority ?? null,
        contractNumber: null,
        signedOn: null,
        contractFileId: null,
        endedReason: null,
        createdAt: act.now,
      },
    };
    const line = { action: 'open', label: rightDealLines.opened, detail: { lot: lot.number } };
    const record = await act.open(rightDealWorkflow, RightDeal, columns, line);
    await this.notice.publish(act, await this.finder.locked(act, record.id));
    return record;
  }

  /** By the clock: nobody objected, or every objection was answered. The contract sheet is drawn. */
  async pass(act: Act, facts: RightDealFacts): Promise<void> {
    const { record, listing, notice } = facts;
    await act.as(clockActor).take(rightDealWorkflow, facts, 'pass');
    const [holder, taker] = [
      await this.parties.get(listing.holderId ?? '', act.tx),
      await this.parties.get(record.partyId, act.tx),
    ];
    const of = { subject: 'right_deal', subjectId: record.id, officeCode: record.officeCode };
    const shared = { ...of, partyIds: [holder.id, taker.id] };
    const paper = await this.papers.issue(act, rightContract, shared, facts, holder, taker, notice?.number ?? '');
    await act.keep(RightDeal, record.id, { contractNumber: paper.number });
  }

  /** 异议成立、能补正的：the notice comes down, and its next version runs for a full period. */
  async publishAgain(act: Act, facts: RightDealFacts, { reason, rule }: ListingReasonInput): Promise<void> {
    await act.take(rightDealWorkflow, facts, 'publish_again', { remark: reason, detail: { rule } });
    await this.notice.takeDown(act, facts, reason);
    await this.notice.publish(act, facts);
  }

  /** Both have signed: the deal is done. */
  async sign(act: Act, facts: RightDealFacts, { signedOn, scans }: SignedContractInput): Promise<void> {
    const { record } = facts;
    refuseFaults(signedOn < dayOf(record.stateSince) ? [rightDealProblems.signedEarly()] : []);
    const partyIds = [record.partyId, ...(facts.listing.holderId ? [facts.listing.holderId] : [])];
    const exhibit = { subject: 'right_deal', subjectId: record.id, kind: 'signed_contract', partyIds };
    const kept: string[] = [];
    for (const scan of scans) kept.push((await this.files.attach(act, scan, exhibit)).id);
    const signed = { signedOn: signedOn as Day, contractFileId: kept[0] ?? null };
    Object.assign(record, signed);
    await act.tx.update(RightDeal, { id: record.id }, signed);
    await act.take(rightDealWorkflow, facts, 'sign', { detail: { signedOn } });
  }

  async end(act: Act, facts: RightDealFacts, { reason, rule }: ListingReasonInput): Promise<void> {
    await act.take(rightDealWorkflow, facts, 'end', { remark: reason, detail: { rule } });
    await act.keep(RightDeal, facts.record.id, { endedReason: reason });
    await this.notice.takeDown(act, facts, reason);
  }
}
