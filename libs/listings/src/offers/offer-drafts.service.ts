import { Injectable } from '@nestjs/common';
import { type Actor, Problem } from '#kernel';
import { OfficesService } from '#offices';
import { type Act, Acts, Steps, filled, refuseHeard } from '#platform';
import { type Fault, LandService } from '#rights';
import { ListingDesk } from '../listing-desk.service.js';
import { ListingInput } from '../listing.input.js';
import { ListingFinder } from '../listing-reader.service.js';
import { listingWorkflow } from '../listing.workflow.js';
import { columnOf } from './offer-sheet.importer.js';
import { offerFaults as faults } from './offer-sheet.problems.js';
import { sheetColumns } from './offer-sheet.words.js';
import { OfferLine } from './offer-workbook.entity.js';

/** What is wrong with the row of a parcel; without a parcel, with the whole lot. */
export interface LotFault extends Fault {
  parcelCode?: string;
}

/** Takes a trial back after it has told what would have happened. */
class Tried extends Error {
  constructor(readonly faults: readonly LotFault[]) {
    super('tried');
  }
}

/** Rows of one lot as a draft at the station, by the very act of the counter; tried, it is taken back. */
@Injectable()
export class OfferDrafts {
  constructor(
    private readonly acts: Acts,
    private readonly desk: ListingDesk,
    private readonly finder: ListingFinder,
    private readonly steps: Steps,
    private readonly land: LandService,
    private readonly offices: OfficesService,
  ) {}

  /** Nothing if the draft could be made; with `keep`, it was. */
  async draft(actor: Actor, village: string, lines: readonly OfferLine[], keep: boolean): Promise<readonly LotFault[]> {
    try {
      return await this.acts.begin(actor, (act) => this.attempt(act, village, lines, keep));
    } catch (error) {
      if (error instanceof Tried) return error.faults;
      if (error instanceof Problem && error.status < 500) return faultsOf(error);
      throw error;
    }
  }

  private async attempt(act: Act, village: string, lines: readonly OfferLine[], keep: boolean): Promise<LotFault[]> {
    const codes = lines.map(({ parcelCode }) => parcelCode);
    const elsewhere = await this.elsewhere(act, village, codes);
    if (elsewhere.length > 0) throw new Tried(elsewhere);
    const offer = { ...lines[0]?.input, parcels: codes };
    const { value, sound, faults: wrong } = await filled(ListingInput, offer, act.today);
    refuseHeard(ListingInput, [...wrong, ...(await this.desk.enterFaults(act, {}, sound))]);
    if (value === null) return [];
    const { id } = await this.desk.enter(act, {}, value);
    const facts = await this.finder.locked(act, id);
    // What the station would be told when the words are fixed is told now: land that is let, a term beyond the contract.
    const { blockers } = this.steps.stepFor(listingWorkflow, facts, 'gather', act.actor, act.now);
    const stands = blockers.map(({ text: reason }) => {
      const named = facts.parcels.find(({ name, code }) => reason.includes(code) || reason.includes(name));
      return { field: sheetColumns.parcel, reason, ...(named ? { parcelCode: named.code } : {}) };
    });
    if (stands.length > 0 || !keep) throw new Tried(stands);
    for (const { id: line } of lines)
      await act.tx.update(OfferLine, { id: line }, { outcome: 'drafted', listingId: id });
    return [];
  }

  /** Parcels that nobody knows, or of another village. */
  private async elsewhere({ tx }: Act, village: string, codes: readonly string[]): Promise<LotFault[]> {
    const known = new Map((await this.land.parcelsByCode(codes, tx)).map((row) => [row.code, row]));
    const field = sheetColumns.parcel;
    const found: LotFault[] = [];
    for (const parcelCode of codes) {
      const row = known.get(parcelCode);
      if (!row) found.push({ field, parcelCode, reason: faults.unknown });
      else if (row.officeCode !== village)
        found.push({ field, parcelCode, reason: faults.elsewhere(await this.offices.placeName(row.officeCode)) });
    }
    return found;
  }
}

/** A refusal of the counter as faults of the columns that it speaks of. */
function faultsOf({ title, members }: Problem): LotFault[] {
  const { errors = [], detail } = members;
  if (errors.length > 0) return errors.map((each) => ({ field: columnOf(each.pointer), reason: each.detail }));
  return [{ field: sheetColumns.parcel, reason: detail ? `${title}：${detail}` : title }];
}
