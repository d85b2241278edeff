import { Injectable } from '@nestjs/common';
import { MandatesService, PartiesService } from '#parties';
import type { Act } from '#platform';
import { isTheirs } from '../household-sight.js';
import { CasePapers } from '../letters/case-papers.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { caseTitle } from '../transfer.head.js';
import { maySheet } from './sheet-forms.js';
import { mandateLabels } from './sheet.words.js';
import type { MandateFormInput, MandateRevocationInput } from './sheet.input.js';

/** The fields that name an agent by the identity card. */
export const agentFields = { name: 'agentName', identityNumber: 'agentIdNumber' } as const;

/** 流转委托书: a household lets somebody speak for it, in writing, for the parcels of this case (流转办法第八条). */
@Injectable()
export class CaseMandates {
  constructor(
    private readonly mandates: MandatesService,
    private readonly parties: PartiesService,
    private readonly papers: CasePapers,
  ) {}

  /** The signed letter comes back: from now on the agent may act within it. */
  async mandate(act: Act, facts: TransferFacts, input: MandateFormInput): Promise<void> {
    const { householdId, powers, validTo } = input;
    const parcels = facts.parcels.filter((parcel) => parcel.grantorId === householdId);
    const household = facts.consents.find((each) => each.householdId === householdId);
    if (parcels.length === 0 || !household || !isTheirs(household, act.actor)) throw transferProblems.notFound();
    const { agentId: found, agentName: name, agentIdNumber } = input;
    const agent = await this.parties.named(act, { found, name, identityNumber: agentIdNumber }, agentFields);
    const file = await this.papers.attach(act, facts.record, input.file, 'mandate', [householdId, agent.id]);
    await this.mandates.give(act, {
      principalId: householdId,
      agentId: agent.id,
      matter: caseTitle(facts.record),
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
      label: mandateLabels.given,
      detail: { agent: agent.name, powers, validTo },
    });
  }

  /** The principal takes a letter back at any time (民法典第一百七十三条). */
  async mandateRevoked(act: Act, facts: TransferFacts, { mandateId, reason }: MandateRevocationInput): Promise<void> {
    if (!maySheet(facts, 'mandate-revocations', act.actor)) throw transferProblems.sheetNotNow();
    const mandate = facts.mandates.find((each) => each.id === mandateId);
    if (!mandate) throw transferProblems.notFound();
    await this.mandates.revoke(act, mandate.id, reason);
    const label = mandateLabels.revoked(mandate.agentName);
    await act.note('transfer', facts.record, { label, remark: reason, detail: { mandate: mandate.id } });
  }
}
