import { Injectable } from '@nestjs/common';
import { identityNumber } from '#kernel';
import { MandatesService, PartiesService } from '#parties';
import { type Act, inputProblem } from '#platform';
import { isTheirs } from '../page/consent-sections.view.js';
import { CasePapers } from '../papers/case-papers.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { caseTitle } from '../transfer.view.js';
import { maySheet } from './sheet-forms.js';
import type { MandateFormInput, MandateRevocationInput } from './sheet.input.js';

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
    const read = identityNumber(input.agentIdNumber, act.today);
    if (!read.ok) throw inputProblem([{ pointer: '#/agentIdNumber', detail: read.reason }]);
    const parcels = facts.parcels.filter((parcel) => parcel.grantorId === householdId);
    const household = facts.consents.find((each) => each.householdId === householdId);
    if (parcels.length === 0 || !household || !isTheirs(household, act.actor)) throw transferProblems.notFound();
    const named = { name: input.agentName.trim(), identityNumber: input.agentIdNumber };
    const agent = await this.parties.registerPerson(act, named);
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
      label: '登记流转委托书',
      detail: { agent: agent.name, powers, validTo },
    });
  }

  /** The principal takes a letter back at any time (民法典第一百七十三条). */
  async mandateRevoked(act: Act, facts: TransferFacts, { mandateId, reason }: MandateRevocationInput): Promise<void> {
    if (!maySheet(facts, 'mandate-revocations', act.actor)) throw transferProblems.sheetNotNow();
    const mandate = facts.mandates.find((each) => each.id === mandateId);
    if (!mandate) throw transferProblems.notFound();
    await this.mandates.revoke(act, mandate.id, reason);
    const label = `撤销给${mandate.agentName}的委托书`;
    await act.note('transfer', facts.record, { label, remark: reason, detail: { mandate: mandate.id } });
  }
}
