import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOf } from '#kernel';
import { DepositsService } from '#deposits';
import { InspectionsService } from '#inspections';
import type { Act } from '#platform';
import { LandService, RightsService } from '#rights';
import { wishOf } from '../facts/transfer-facts.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';

/** What a case holds: its right or reservation, its survey, its deposit. Its notice comes down by itself (`NoticeStanding`). */
@Injectable()
export class Holdings {
  constructor(
    private readonly rights: RightsService,
    private readonly land: LandService,
    private readonly inspections: InspectionsService,
    private readonly deposits: DepositsService,
  ) {}

  /** Reserves the case's parcels; after a correction it reserves anew what is now asked for. */
  async reserve(act: Act, facts: TransferFacts): Promise<void> {
    const { record, parcels, term, parameters } = facts;
    const portions = await this.land.portions(parcels.map(wishOf), act.tx);
    const wish = {
      subject: 'transfer',
      subjectId: record.id,
      mode: record.mode,
      parentId: null,
      // The first of the transferors stands for all; whose each parcel is, its contract says.
      grantorId: parcels[0]?.grantorId ?? '',
      holderId: record.transfereeId,
      term,
      plannedUse: record.purpose,
      portions: portions.map((portion, index) => ({ ...portion, areaMu: parcels[index]?.areaMu ?? portion.areaMu })),
      reservedUntil: startOf(addDays(act.today, parameters.reservationDays)),
    };
    if (facts.right) await this.rights.rearrange(act, facts.right.id, wish);
    else await this.rights.reserve(act, wish);
    await freezeContracts(act, record.id);
  }

  /** A case that stood still keeps its land for as long again. */
  async extend(act: Act, { right }: TransferFacts, days: number): Promise<void> {
    if (right?.status !== 'reserved' || days === 0) return;
    await this.rights.keepUntil(act, right.id, startOf(addDays(dayOf(right.reservedUntil), days)));
  }

  async activate(act: Act, facts: TransferFacts): Promise<void> {
    if (facts.right) await this.rights.activate(act, facts.right.id);
  }

  async planSurvey(act: Act, { record, parcels }: TransferFacts): Promise<void> {
    const survey = {
      ...{ subject: 'transfer', subjectId: record.id, caseNumber: record.number ?? '' },
      ...{ officeCode: record.officeCode, rulesDay: record.rulesDay, place: record.place },
      ...{ areaMu: record.areaMu, party: record.transferorName, counterparty: record.transfereeName },
      parcels: parcels.map(({ code, name, grantorName, areaMu, basicFarmland }) => ({
        code,
        name,
        contractor: grantorName,
        recordedMu: areaMu,
        recordedFarmland: basicFarmland,
      })),
    };
    await this.inspections.plan(act, survey);
  }

  /** A planned survey falls away when the case goes back or ends; after the correction it is planned anew. */
  async cancelSurvey(act: Act, facts: TransferFacts, reason: string): Promise<void> {
    await this.inspections.cancel(act, 'transfer', facts.record.id, reason);
  }

  /**
   * The one way in which a case falls, whoever ends it and from whatever state: the reason is kept, the parcels are free, the survey is
   * called off, money that was not paid is asked for no more and money that was paid goes back.
   * A right that is mortgaged is not ended so: `encumbered`.
   */
  async release(act: Act, facts: TransferFacts, reason: string): Promise<void> {
    await act.tx.update(Transfer, { id: facts.record.id }, { endedReason: reason });
    // A contract may be rescinded after its right was recorded and before a certificate.
    if (facts.right?.status === 'active') await this.rights.end(act, facts.right.id, { reason, expired: false });
    else if (facts.right) await this.rights.release(act, facts.right.id, reason);
    await this.cancelSurvey(act, facts, reason);
    await this.payBack(act, facts, reason);
  }

  /** The right is over: its land goes back to the contractors. The deposit answers for that, so it stays until then. */
  async end(
    act: Act,
    facts: TransferFacts,
    how: { reason: string; expired: boolean; landStays: boolean },
  ): Promise<void> {
    if (facts.right) await this.rights.end(act, facts.right.id, how);
    if (how.landStays) await this.payBack(act, facts, how.reason);
  }

  /** 风险保障金在期满、土地交还验收后退还（风险保障金协议第七条）: asked for at the finance desk, paid by two people. */
  async payBack(act: Act, facts: TransferFacts, reason: string): Promise<void> {
    if (facts.deposit) await this.deposits.cancel(act, 'transfer', facts.record.id, reason);
  }
}

/** In which contract each parcel is when the land is kept for the case: so that a later change of the register is seen. */
async function freezeContracts({ tx }: Act, transferId: string): Promise<void> {
  await tx.query(
    `UPDATE transfer_parcel tp SET contract_code = (SELECT c.code FROM parcel p JOIN contract c ON c.id = p.contract_id WHERE p.id = tp.parcel_id)
     WHERE tp.transfer_id = $1`,
    [transferId],
  );
}
