import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, dayOf, identityNumber, isDay } from '#kernel';
import { MandatesService, PartiesService } from '#parties';
import { actWithin, Database, Files, type Received, inputProblem, record } from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import { mandateFields, mandateWords } from '../sheets/sheet-forms.js';
import { caseTitle } from '../transfer.view.js';
import { transferProblems } from '../transfer.problems.js';
import { formPage } from './draft-collective.service.js';
import { isTheirs } from '../page/consent-sections.view.js';
import type { MandateFormInput } from './mandate.input.js';
import type { OpenDraft } from './drafts.service.js';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** Agents and their letters. */
@Injectable()
export class MandateDesk {
  constructor(
    readonly parties: PartiesService,
    readonly files: Files,
  ) {}
}

/** 流转委托书: a household lets somebody speak for it, in writing, for the parcels of this case (流转办法第八条). */
@Injectable()
export class DraftMandates {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly mandates: MandatesService,
    private readonly people: MandateDesk,
    private readonly clock: Clock,
  ) {}

  form(draft: OpenDraft, household: string): object {
    const chosen = { kind: 'hidden', id: '', name: 'householdId', label: '', hint: '', value: household } as const;
    return formPage(draft, 'mandate', {
      title: '登记委托书',
      text: mandateWords,
      label: '登记委托书',
      fields: mandateFields(chosen, true),
    });
  }

  async give(transferId: string, input: MandateFormInput, scan: Received | null, me: Actor): Promise<void> {
    const now = this.clock.now();
    const { validTo } = input;
    const read = identityNumber(input.agentIdNumber, dayOf(now));
    const faults: FieldError[] = [];
    if (!read.ok) faults.push(fault('agentIdNumber', read.reason));
    if (!isDay(validTo) || validTo < dayOf(now)) faults.push(fault('validTo', '委托的最后一天不对，不能早于今天'));
    if (scan === null) faults.push(fault('file', '传委托书'));
    if (faults.length > 0 || scan === null || !isDay(validTo)) throw inputProblem(faults);
    await this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, transferId, me);
      const parcels = facts.parcels.filter((parcel) => parcel.grantorId === input.householdId);
      const household = facts.consents.find((each) => each.householdId === input.householdId);
      if (parcels.length === 0 || !household || !isTheirs(household, me)) throw transferProblems.notFound();
      const agent = await this.people.parties.registerPerson(actWithin(tx, me, now), {
        name: input.agentName.trim(),
        identityNumber: input.agentIdNumber,
      });
      const exhibit = {
        subject: 'transfer',
        subjectId: transferId,
        kind: 'mandate',
        partyIds: [input.householdId, agent.id],
      };
      const file = await this.people.files.attach(actWithin(tx, me, now), scan, exhibit);
      await this.mandates.give(actWithin(tx, me, this.clock.now()), {
        principalId: input.householdId,
        agentId: agent.id,
        matter: caseTitle(facts.record),
        powers: input.powers,
        parcelCodes: parcels.map((parcel) => parcel.code),
        minimumPriceFen: facts.record.priceFen,
        mayRemandate: false,
        validFrom: dayOf(now),
        validTo,
        witness: input.witness ?? null,
        readAloud: input.readAloud === 'yes',
        evidenceFileId: file.id,
      });
      const act = { subject: 'transfer', subjectId: transferId, action: 'mandate', label: '登记流转委托书' };
      const detail = { agent: agent.name, powers: input.powers, validTo };
      await record(tx, { ...act, officeCode: facts.record.officeCode, detail }, me, now);
    });
  }
}
