import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, ageOn, dayOf, identityNumber, inPhase } from '#kernel';
import { PartiesService } from '#parties';
import { actWithin, Database, Files, type Received, field, inputProblem, record } from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import type { CollectiveForm } from '../collective/collective-forms.js';
import type { GuarantorInput } from './material.input.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { staffAmong } from '../transfers.queries.js';

/** 超过最高年龄的受让方要有担保人（南乐县农村产权交易规则）：a person of age, by his own signed paper. */
@Injectable()
export class GuarantorsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly parties: PartiesService,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async name(id: string, input: GuarantorInput, scan: Received | null, me: Actor): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, me);
      if (!mayGuarantee(facts)) throw transferProblems.notEditable();
      const read = identityNumber(input.identityNumber, dayOf(now));
      const faults: FieldError[] = [];
      if (!read.ok) faults.push({ pointer: '#/identityNumber', detail: read.reason });
      if (!scan) faults.push({ pointer: '#/file', detail: '传担保人签字、按手印的担保书' });
      if (faults.length > 0 || !read.ok || !scan) throw inputProblem(faults);
      const person = await this.parties.registerPerson(actWithin(tx, me, now), {
        name: input.name,
        identityNumber: read.number,
      });
      const { ageMin, ageMax } = facts.parameters;
      const age = ageOn(person.born, dayOf(now));
      const wrong = (detail: string): Error => inputProblem([{ pointer: '#/identityNumber', detail }]);
      if (person.id === facts.record.transfereeId) throw wrong('担保人不能是受让方自己');
      if (age < ageMin || age > ageMax) throw wrong(`担保人 ${age} 周岁，要在 ${ageMin} 到 ${ageMax} 周岁之间`);
      if ((await staffAmong(tx, [person.id])).length > 0) throw wrong('交易所工作人员不能做担保人');
      const exhibit = { subject: 'transfer', subjectId: id, kind: 'guarantee' };
      const file = await this.files.attach(actWithin(tx, me, now), scan, exhibit);
      await tx.update(Transfer, { id }, { guarantorId: person.id, guarantorFileId: file.id });
      const act = { subject: 'transfer', subjectId: id, action: 'guarantor', label: `登记担保人${person.name}` };
      await record(tx, { ...act, officeCode: facts.record.officeCode }, me, now);
    });
  }
}

/** Asked for until the town takes the case: of a transferee above the age, who has none or brings another. */
export function mayGuarantee({ record, transfereeAge, parameters }: TransferFacts): boolean {
  const above = transfereeAge !== null && transfereeAge > parameters.ageMax;
  return above && inPhase(transferWorkflow, record.state, 'writing');
}

/** The form behind the noun, or null where this case needs no guarantor. */
export function guarantorForm(facts: TransferFacts, noun: string): CollectiveForm | null {
  if (noun !== 'guarantor' || !mayGuarantee(facts)) return null;
  const { ageMin, ageMax } = facts.parameters;
  return {
    title: '登记担保人',
    text: [
      `受让方超过 ${ageMax} 周岁，要有担保人。担保人要满 ${ageMin} 周岁，不超过 ${ageMax} 周岁，自己在担保书上签字。`,
    ],
    label: '登记担保人',
    fields: [
      field.text('name', '担保人姓名'),
      field.text('identityNumber', '担保人身份证号', '18 位，只用来核对身份，不公开'),
      field.file('file', '签字、按手印的担保书', '照片或 PDF'),
    ],
    values: {},
  };
}
