import { Injectable } from '@nestjs/common';
import { PowersOfAttorneyService, PartiesService } from '#parties';
import { type Act, inputProblem } from '#platform';
import { type Day, isDay, lastDayOf } from '#kernel';
import { isTheirs } from '../household-sight.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { transferTitle } from '../transfer.head.js';
import { maySheet } from './sheet-forms.js';
import { sheetFaults } from './sheet.problems.js';
import { powerOfAttorneyLabels } from './sheet.words.js';
import type { PowerOfAttorneyFormInput, PowerOfAttorneyRevocationInput } from './sheet.input.js';

/** The fields that name an agent by the identity card. */
export const agentFields = { name: 'agentName', identityNumber: 'agentIdNumber' } as const;

/** The last day of a letter that begins today; whole years are counted from today on. Refuses a day that is over. */
export function lastDayOfPower(said: string, today: Day): Day {
  const end = lastDayOf(today, said);
  if (!isDay(end) || end < today) throw inputProblem([sheetFaults.validTo()]);
  return end;
}

/** 流转委托书: a household lets somebody speak for it, in writing, for the parcels of this case (流转办法第八条). */
@Injectable()
export class TransferPowersOfAttorney {
  constructor(
    private readonly powersOfAttorney: PowersOfAttorneyService,
    private readonly parties: PartiesService,
    private readonly papers: TransferPapers,
  ) {}

  /** The signed letter comes back: from now on the agent may act within it. */
  async powerOfAttorney(act: Act, facts: TransferFacts, input: PowerOfAttorneyFormInput): Promise<void> {
    const { householdId, powers } = input;
    const validTo = lastDayOfPower(input.validTo, act.today);
    const parcels = facts.parcels.filter((parcel) => parcel.grantorId === householdId);
    const household = facts.consents.find((each) => each.householdId === householdId);
    if (parcels.length === 0 || !household || !isTheirs(household, act.actor))
      throw inputProblem([sheetFaults.householdId()]);
    const { agentId: found, agentName: name, agentIdNumber } = input;
    const agent = await this.parties.named(act, { found, name, identityNumber: agentIdNumber }, agentFields);
    const file = await this.papers.attach(act, facts.record, input.file, 'power_of_attorney', [householdId, agent.id]);
    await this.powersOfAttorney.give(act, {
      principalId: householdId,
      agentId: agent.id,
      matter: transferTitle(facts.record),
      powers,
      parcelCodes: parcels.map((parcel) => parcel.code),
      minimumPriceFen: facts.record.priceFen,
      mayRemandate: false,
      validFrom: act.today,
      validTo,
      witness: input.witness ?? null,
      readAloud: input.readAloud === 'yes',
      evidenceFileId: file.id,
    });
    await act.note('transfer', facts.record, {
      label: powerOfAttorneyLabels.given,
      detail: { agent: agent.name, powers, validTo },
    });
  }

  /** The principal takes a letter back at any time (民法典第一百七十三条). */
  async powerOfAttorneyRevoked(
    act: Act,
    facts: TransferFacts,
    { powerOfAttorneyId, reason }: PowerOfAttorneyRevocationInput,
  ): Promise<void> {
    if (!maySheet(facts, 'power-of-attorney-revocations', act.actor)) throw transferProblems.sheetNotNow();
    const powerOfAttorney = facts.powersOfAttorney.find((each) => each.id === powerOfAttorneyId);
    if (!powerOfAttorney) throw transferProblems.notFound();
    await this.powersOfAttorney.revoke(act, powerOfAttorney.id, reason);
    const label = powerOfAttorneyLabels.revoked(powerOfAttorney.agentName);
    await act.note('transfer', facts.record, {
      label,
      remark: reason,
      detail: { powerOfAttorney: powerOfAttorney.id },
    });
  }
}
