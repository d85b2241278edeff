import { Injectable } from '@nestjs/common';
import { ageOn, inPhase } from '#kernel';
import { PartiesService } from '#parties';
import type { Act } from '#platform';
import { applicationFaults } from './application.problems.js';
import { applicationLabels } from './application.words.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import type { GuarantorInput } from '../material.input.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { staffAmong } from '../transfers.queries.js';

/** 超过最高年龄的受让方要有担保人（南乐县农村产权交易规则）：a person of age, by his own signed paper. */
@Injectable()
export class GuarantorsService {
  constructor(
    private readonly parties: PartiesService,
    private readonly papers: TransferPapers,
  ) {}

  async guarantor(act: Act, facts: TransferFacts, input: GuarantorInput): Promise<void> {
    const { record, parameters } = facts;
    if (!mayGuarantee(facts)) throw transferProblems.notEditable();
    const { guarantorId: found, name, identityNumber } = input;
    const person = await this.parties.named(act, { found, name, identityNumber }, fields);
    const field = found ? 'guarantorId' : fields.identityNumber;
    const { ageMin, ageMax } = parameters;
    if (person.born === null) throw applicationFaults.guarantorAgeUnknown(field);
    const age = ageOn(person.born, act.today);
    if (person.id === record.transfereeId) throw applicationFaults.guarantorSelf(field);
    if (age < ageMin || age > (ageMax ?? age)) throw applicationFaults.guarantorAge(field, age, ageMin, ageMax);
    if ((await staffAmong(act.tx, [person.id])).length > 0) throw applicationFaults.guarantorStaff(field);
    const file = await this.papers.attach(act, record, input.file, 'guarantee');
    await act.keep(Transfer, record.id, { guarantorId: person.id, guarantorFileId: file.id });
    await act.note('transfer', record, { label: applicationLabels.guarantor(person.name) });
  }
}

const fields = { name: 'name', identityNumber: 'identityNumber' } as const;

/** Asked for until the town takes the case: of a transferee above the age, who has none or brings another. */
export function mayGuarantee({ record, transfereeAge, parameters }: TransferFacts): boolean {
  const { ageMax } = parameters;
  const above = transfereeAge !== null && ageMax !== null && transfereeAge > ageMax;
  return above && inPhase(transferWorkflow, record.state, 'writing');
}
