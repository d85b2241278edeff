import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, clockActor, dayOf, formatDay, isDay } from '#kernel';
import { DepositsService } from '#deposits';
import { actWithin, Database, Steps, type Tx, inputProblem, stepProblems } from '#platform';
import { agentsMaySign } from './mandate.rules.js';
import { CaseFacts } from './facts/case-facts.service.js';
import { CasePapers } from './papers/case-papers.service.js';
import { depositTerms } from './payment.rules.js';
import { Holdings } from './endings/holdings.service.js';
import { Transfer } from './transfer.entity.js';
import type { TransferFacts } from './transfer.facts.js';
import type { FilingInput, SigningInput } from './desks/desk.input.js';
import { transferWorkflow } from './transfer.workflow.js';

/** What closing writes: papers and the right. */
@Injectable()
export class ClosingDesk {
  constructor(
    readonly papers: CasePapers,
    readonly holdings: Holdings,
  ) {}
}

/** From the clear notice to the recorded right: contract, filing, risk deposit, right. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly deposits: DepositsService,
    private readonly desk: ClosingDesk,
    private readonly clock: Clock,
  ) {}

  /** 公示结束: pressed by the information room, or taken by the clock. The contract form is filled at once. */
  async clear(tx: Tx, id: string, actor: Actor): Promise<TransferFacts> {
    const facts = await this.cases.locked(tx, id, actor);
    const now = this.clock.now();
    await this.steps.take(tx, transferWorkflow, facts, 'clear', actor, { now });
    facts.record.clearedAt = now;
    await tx.update(Transfer, { id }, { clearedAt: now });
    await this.desk.papers.stages.noticeProof(tx, facts, actor, now);
    await this.desk.papers.contract(tx, facts, actor, now);
    await this.desk.papers.stages.depositAgreement(tx, facts, actor, now);
    return facts;
  }

  async clearByHand(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction((tx) => this.clear(tx, id, actor));
  }

  /** 合同签订: the scan has come back. */
  async sign(id: string, input: SigningInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      if (!isDay(input.signedOn) || input.signedOn > dayOf(now)) throw wrong('signedOn', '签订日期不能晚于今天');
      // 公示期满、异议处理完才能签（商河县公布流程）；the form of contract itself is printed on that day.
      const clear = facts.record.clearedAt ? dayOf(facts.record.clearedAt) : null;
      if (clear !== null && input.signedOn < clear)
        throw wrong('signedOn', `公示 ${formatDay(clear)}结束，合同不能早于这一天`);
      const unmandated = input.signedBy === 'agent' ? agentsMaySign(facts, input.signedOn) : [];
      if (unmandated.length > 0) throw stepProblems.blocked({ blockers: unmandated });
      await this.steps.take(tx, transferWorkflow, facts, 'sign', actor, {
        now,
        detail: { contract: facts.record.contractNumber, signedBy: input.signedBy ?? 'principal' },
      });
      await tx.update(Transfer, { id }, { signedOn: input.signedOn });
      return facts;
    });
  }

  /** 向发包方备案（承包法第36条）; the risk deposit is asked for, or waived, in the same act. */
  async file(id: string, input: FilingInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const { record } = facts;
      if (!isDay(input.filedOn) || input.filedOn > dayOf(now)) throw wrong('filedOn', '备案日期不能晚于今天');
      if (record.signedOn && input.filedOn < record.signedOn) throw wrong('filedOn', '备案不能早于签合同');
      await this.steps.take(tx, transferWorkflow, facts, 'file', actor, {
        now,
        detail: { filing: input.filingNumber },
      });
      Object.assign(record, { filedOn: input.filedOn, filingNumber: input.filingNumber });
      await tx.update(Transfer, { id }, { filedOn: record.filedOn, filingNumber: record.filingNumber });
      await this.desk.papers.filing(tx, facts, input.filedOn, actor, now);
      await this.askDeposit(tx, facts, actor, now);
      return facts;
    });
  }

  /** 风险保障金到账: pressed at the finance desk, or taken by the clock when the ledger holds it. */
  async pay(tx: Tx, id: string, actor: Actor): Promise<TransferFacts> {
    const facts = await this.cases.locked(tx, id, actor);
    const now = this.clock.now();
    await this.steps.take(tx, transferWorkflow, facts, 'pay', actor, { now });
    await this.desk.papers.stages.depositReceipt(tx, facts, actor, now);
    return facts;
  }

  async payByHand(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction((tx) => this.pay(tx, id, actor));
  }

  /** 登记权利: the reservation becomes the right, and the attestation says so. */
  async record(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      await this.steps.take(tx, transferWorkflow, facts, 'record', actor, { now });
      await tx.update(Transfer, { id }, { recordedAt: now });
      await this.desk.holdings.activate(actWithin(tx, actor, now), facts);
      await this.desk.papers.attestation(tx, facts, actor, now);
      return facts;
    });
  }

  private async askDeposit(tx: Tx, facts: TransferFacts, actor: Actor, now: Date): Promise<void> {
    const { record } = facts;
    const deposit = await this.deposits.request(this.steps.begin(tx, actor, now), {
      transferId: record.id,
      caseNumber: record.number ?? '',
      officeCode: record.officeCode,
      rulesDay: record.rulesDay,
      payerPartyId: record.transfereeId,
      payerName: record.transfereeName,
      ...depositTerms(facts),
    });
    if (deposit.state !== 'waived') return this.desk.papers.stages.depositDemand(tx, facts, deposit.id, actor, now);
    // 免缴的不等人按：the county's own rule has decided.
    const after = await this.cases.locked(tx, record.id, clockActor);
    await this.steps.take(tx, transferWorkflow, after, 'pay', clockActor, { now, remark: '按规定免缴' });
  }
}

function wrong(field: string, detail: string): Error {
  const errors: FieldError[] = [{ pointer: `#/${field}`, detail }];
  return inputProblem(errors);
}
