import { Injectable } from '@nestjs/common';
import { type FieldError, clockActor, dayOf } from '#kernel';
import { DepositsService } from '#deposits';
import { NoticesService, noticeProof } from '#notices';
import { type Act, inputProblem, stepProblems } from '#platform';
import { agentsMaySign } from '../power-of-attorney.rules.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { attestation, filingNotice } from '../letters/closing.letter.js';
import { contract } from '../letters/contract.letter.js';
import { depositAgreement, depositDemand, depositReceipt } from '../letters/deposit.letter.js';
import { depositDue, depositTerms } from '../payment.rules.js';
import { Holdings } from '../holdings/holdings.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { FilingInput, SigningInput } from '../transfer.steps.input.js';
import { transferFaults } from '../transfer.problems.js';
import { deskRemarks } from '../transfer.words.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** From the clear notice to the recorded right: contract, filing, risk deposit, right. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly cases: TransferReader,
    private readonly deposits: DepositsService,
    private readonly papers: TransferPapers,
    private readonly holdings: Holdings,
    private readonly notices: NoticesService,
  ) {}

  /** 公示结束: pressed by the information room, or taken by the clock. The contract form is filled at once. */
  async clear(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'clear');
    facts.record.clearedAt = act.now;
    await act.keep(Transfer, facts.record.id, { clearedAt: act.now });
    await this.proveNotice(act, facts);
    await this.fillContract(act, facts);
    if (!depositDue(facts).waived) await this.papers.issue(act, depositAgreement, facts);
  }

  /** 合同签订: the scan has come back. */
  async sign(act: Act, facts: TransferFacts, { signedOn, signedBy = 'principal' }: SigningInput): Promise<void> {
    // 公示期满、异议处理完才能签（商河县公布流程）；the form of contract itself is printed on that day.
    const clear = facts.record.clearedAt ? dayOf(facts.record.clearedAt) : null;
    if (clear !== null && signedOn < clear) throw wrong('signedOn', transferFaults.signedBeforeClear(clear));
    const withoutPowerOfAttorney = signedBy === 'agent' ? agentsMaySign(facts, signedOn) : [];
    if (withoutPowerOfAttorney.length > 0) throw stepProblems.blocked({ blockers: withoutPowerOfAttorney });
    await act.take(transferWorkflow, facts, 'sign', { detail: { contract: facts.record.contractNumber, signedBy } });
    await act.keep(Transfer, facts.record.id, { signedOn });
  }

  /** 向发包方备案（承包法第36条）; the risk deposit is asked for, or waived, in the same act. */
  async file(act: Act, facts: TransferFacts, { filedOn, filingNumber }: FilingInput): Promise<void> {
    const { record } = facts;
    if (record.signedOn && filedOn < record.signedOn) throw wrong('filedOn', transferFaults.filedBeforeSigned);
    await act.take(transferWorkflow, facts, 'file', { detail: { filing: filingNumber } });
    Object.assign(record, { filedOn, filingNumber });
    await act.keep(Transfer, record.id, { filedOn, filingNumber });
    await this.papers.issue(act, filingNotice, facts, filedOn);
    await this.askDeposit(act, facts);
  }

  /** 风险保障金到账: pressed at the finance desk, or taken by the clock when the ledger holds it. */
  async pay(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'pay');
    const { deposit } = facts;
    if (deposit && !deposit.waived && !deposit.guaranteed) await this.papers.issue(act, depositReceipt, facts, deposit);
  }

  /** 记入流转台账: the reservation becomes the right, and the attestation says so. */
  async record(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'record');
    await act.keep(Transfer, facts.record.id, { recordedAt: act.now });
    await this.holdings.activate(act, facts);
    await this.papers.issue(act, attestation, facts);
  }

  /** What the contract rests on. */
  private async proveNotice(act: Act, facts: TransferFacts): Promise<void> {
    if (!facts.notice) return;
    const results = await this.notices.results(act.tx, facts.notice.id);
    if (results.period) await this.papers.issueOn(act, noticeProof, { facts }, results);
  }

  /** Once: what was given a number is signed under it, whatever is pressed again. */
  private async fillContract(act: Act, facts: TransferFacts): Promise<void> {
    const issued = await this.papers.issued(act.tx, facts);
    const before = issued.findLast((each) => each.kind === contract.kind && !each.voidedAt);
    if (before) return;
    const { number: contractNumber } = await this.papers.numbered(act, contract, facts);
    facts.record.contractNumber = contractNumber;
    await act.keep(Transfer, facts.record.id, { contractNumber });
  }

  private async askDeposit(act: Act, facts: TransferFacts): Promise<void> {
    const { record } = facts;
    const deposit = await this.deposits.request(act, {
      subject: 'transfer',
      subjectId: record.id,
      caseNumber: record.number ?? '',
      place: record.place,
      officeCode: record.officeCode,
      rulesDay: record.rulesDay,
      payerPartyId: record.transfereeId,
      payerName: record.transfereeName,
      ...depositTerms(facts),
    });
    if (deposit.state !== 'waived') return this.papers.issue(act, depositDemand, facts, deposit);
    // 免缴的不等人按：the county's own rule has decided.
    const byRule = act.as(clockActor);
    const after = await this.cases.locked(byRule, record.id);
    await byRule.take(transferWorkflow, after, 'pay', { remark: deskRemarks.waived });
  }
}

function wrong(field: string, detail: string): Error {
  const errors: FieldError[] = [{ pointer: `#/${field}`, detail }];
  return inputProblem(errors);
}
