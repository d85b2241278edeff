import { Injectable } from '@nestjs/common';
import { day } from '#kernel';
import { type Act, right } from '#platform';
import { rangeOf } from '#rights';
import { Holdings } from '../holdings/holdings.service.js';
import { NoticeWriter } from '../holdings/notice-writer.service.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { type ListedAs, Transfer } from '../transfer.entity.js';
import type { ApplicationInput } from '../transfer.input.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { ApplicationDesk, writeParcels } from './application-desk.service.js';
import { applicationLabels as labels } from './application.words.js';
import { openCase } from './new-case.js';

/** The deal of a lot: who takes it, on which terms, and how it was listed. */
export interface ListedDeal {
  listing: ListedAs;
  /** When the county approved the lot. */
  approvedAt: Date;
  taker: Pick<Transfer, 'transfereeId' | 'transfereeKind' | 'transfereeName'>;
  terms: ApplicationInput;
}

/** A lot that found its taker becomes a case. */
@Injectable()
export class DealsService {
  constructor(
    private readonly desk: ApplicationDesk,
    private readonly cases: TransferReader,
    private readonly holdings: Holdings,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * Opens the case of a deal, which begins on notice: the result notice is the statutory one. Where the price is another than the
   * county reviewed, it goes to the county first; what was bid by approved rules is reviewed. The lot's own reservation must be let go before. Refuses `step-blocked`
   * where consents, term, land, mortgages or the taker stand in the way.
   */
  async open(act: Act, { listing, approvedAt, taker, terms }: ListedDeal): Promise<Transfer> {
    // The term was fixed when the lot was listed, however long it took to find a taker.
    const term = rangeOf({ start: day(terms.term.start), end: day(terms.term.end) });
    const heir = { ...taker, ...nothingBefore, term } as unknown as Transfer;
    const { columns, parcels } = await this.desk.compose(act, right(terms), heir);
    const born = { ...columns, bornOfficeCode: columns.officeCode, listing, submittedAt: act.now } as Partial<Transfer>;
    const { id } = await openCase(act, born, { label: labels.dealt(listing.number) });
    await writeParcels(act.tx, id, parcels);
    const facts = await this.cases.locked(act, id);
    await this.desk.number(act, facts.record);
    const reviewed = listing.bid !== undefined || facts.record.priceFen === listing.priceFen;
    await act.take(transferWorkflow, facts, reviewed ? 'notice_deal' : 'review_deal');
    await this.holdings.reserve(act, facts);
    const kept = reviewed ? { approvedAt } : { submittedToCountyAt: act.now };
    Object.assign(facts.record, kept);
    await act.keep(Transfer, id, kept);
    if (reviewed) await this.writer.publish(act, facts);
    return facts.record;
  }
}

/** The case goes on from no other. */
const nothingBefore = {
  ...{ number: null, bornOfficeCode: null, decisionId: null, renewsId: null },
  ...{ guarantorId: null, guarantorFileId: null },
};
