import { Injectable } from '@nestjs/common';
import { EscrowAccounts, amountReasons } from '#deposits';
import { NoticesService, noticeProof, noticeSheet } from '#notices';
import type { PaperViews } from '#papers';
import { type Act, Deadlines, together } from '#platform';
import { CaseLetters, aboutCase } from './case-letters.service.js';
import { dealView } from '../deal.view.js';
import { depositDue } from '../payment.rules.js';
import { PaperParties, bothSides } from './paper-parties.service.js';
import { StageRecords } from './stage-records.service.js';
import type { TransferFacts } from '../transfer.facts.js';

/** Papers on what other desks did for the case: survey, notice, deposit. Each is issued in the transfer's own act. */
@Injectable()
export class StagePapers {
  constructor(
    private readonly letters: CaseLetters,
    private readonly names: PaperParties,
    private readonly deadlines: Deadlines,
    private readonly records: StageRecords,
    private readonly notices: NoticesService,
    private readonly escrow: EscrowAccounts,
  ) {}

  /** 实地调查报告, when the case goes up to the county with it. */
  async survey(act: Act, facts: TransferFacts): Promise<void> {
    const { surveyed } = facts;
    if (surveyed.inspectionId === null) return;
    const office = await this.names.exchange(facts);
    await this.letters.issue(act, 'survey', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      surveyedAt: surveyed.visitedAt,
      surveyors: surveyed.surveyors.map((name) => ({ name, office })),
      ...(await this.records.survey(act.tx, surveyed)),
      opinion: surveyed.opinion ?? '',
    });
  }

  /** 公示单 for the village board, under the notice's own number. */
  async noticeSheet(act: Act, facts: TransferFacts, noticeId: string): Promise<void> {
    const { board, land, desk } = await together({
      board: this.notices.onBoard(act.tx, noticeId),
      land: this.letters.land(act.tx, facts),
      desk: this.names.desk(facts),
    });
    const { notice, text } = board;
    const of = { ...aboutCase(facts), ...(notice.number ? { number: notice.number } : {}) };
    const deal = { ...dealView(facts), ...land };
    await this.letters.papers.issueLast(act, noticeSheet, of, notice, text, deal, desk, act.today);
  }

  /** 公示结果证明: three venues, objections, claims; what the contract rests on. */
  async noticeProof(act: Act, facts: TransferFacts): Promise<void> {
    if (!facts.notice) return;
    const results = await this.notices.results(act.tx, facts.notice.id);
    if (!results.period) return;
    const deal = { ...dealView(facts), ...(await this.letters.land(act.tx, facts)) };
    await this.letters.papers.issueLast(act, noticeProof, aboutCase(facts), deal, results);
  }

  /** 缴款通知书, unless the rule waives the deposit. */
  async depositDemand(act: Act, facts: TransferFacts, depositId: string): Promise<void> {
    const deposit = await this.records.deposit(act.tx, depositId);
    const due = (await this.deadlines.of(act.tx, 'deposit', depositId)).findLast(
      (each) => each.kind === 'state:requested',
    );
    await this.letters.issue(act, 'deposit_demand', facts, {
      caseNumber: facts.record.number ?? '',
      addressee: facts.record.transfereeName,
      contractNumber: facts.record.contractNumber ?? '',
      amountFen: deposit.amountFen,
      formula: amountReasons(depositDue(facts)).join(''),
      basis: deposit.legalBasis,
      account: await this.accountOf(act, facts),
      dueOn: due?.lastDay ?? null,
      rentDays: facts.parameters.riskDepositRentDays,
      desk: await this.names.desk(facts, 'finance'),
    });
  }

  /** 风险保障金逾期通知书: the deposit is late, the contract is not undone by that. */
  async depositOverdue(act: Act, facts: TransferFacts): Promise<void> {
    const { deposit, record } = facts;
    if (!deposit) return;
    const due = (await this.deadlines.of(act.tx, 'transfer', record.id)).findLast(
      (each) => each.kind === 'state:deposit',
    );
    await this.letters.issue(act, 'deposit_overdue', facts, {
      caseNumber: record.number ?? '',
      addressee: bothSides(facts),
      contractNumber: record.contractNumber ?? '',
      signedOn: record.signedOn,
      dueOn: due?.lastDay ?? act.today,
      amountFen: deposit.amountFen,
      heldFen: deposit.heldFen,
      account: await this.accountOf(act, facts),
      desk: await this.names.desk(facts),
    });
  }

  /** 风险保障金协议, with the contract it belongs to, where the county's rule asks for a deposit. */
  async depositAgreement(act: Act, facts: TransferFacts): Promise<void> {
    const due = depositDue(facts);
    if (due.waived) return;
    const { record, parameters } = facts;
    await this.letters.issue(act, 'deposit_agreement', facts, {
      ...dealView(facts),
      contractNumber: record.contractNumber ?? '',
      keeper: await this.names.exchange(facts),
      location: record.place,
      area: record.areaMu,
      basis: due.basis,
      formula: amountReasons(due).join(''),
      amountFen: due.amountFen,
      account: await this.accountOf(act, facts),
      interest: parameters.riskDepositInterest,
      rentDays: parameters.riskDepositRentDays,
      replyDays: parameters.riskDepositReplyWorkingDays,
      topupDays: parameters.depositWorkingDays,
      releaseDays: parameters.riskDepositReleaseWorkingDays,
    });
  }

  /** The town's escrow account; null on a paper that is issued before it is known. */
  private async accountOf(act: Act, facts: TransferFacts): Promise<PaperViews['deposit_demand']['account']> {
    const account = await this.escrow.inForce(act.tx, facts.record.officeCode, act.today);
    return account ? { name: account.holder, number: account.number, bank: account.bank } : null;
  }

  /** 风险保障金收据, once all of it is held. */
  async depositReceipt(act: Act, facts: TransferFacts): Promise<void> {
    if (!facts.deposit || facts.deposit.waived || facts.deposit.secured) return;
    const slips = await this.records.slips(act.tx, facts.deposit.id);
    const last = slips.at(-1);
    await this.letters.issue(act, 'deposit_receipt', facts, {
      caseNumber: facts.record.number ?? '',
      payer: facts.record.transfereeName,
      contractNumber: facts.record.contractNumber ?? '',
      amountFen: facts.deposit.heldFen,
      basis: facts.deposit.legalBasis,
      slipNumber: slips.map((slip) => slip.number).join('、'),
      receivedOn: last?.paidOn ?? act.today,
      account: await this.accountOf(act, facts),
      receiver: last?.recordedBy ?? act.actor.name,
      checker: act.actor.kind === 'clock' ? null : act.actor.name,
    });
  }
}
