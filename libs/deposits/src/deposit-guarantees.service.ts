import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Day, type Fen, addDays, startOf, timedStates, yuan } from '#kernel';
import { type Act, Files, Sweeper } from '#platform';
import { Deposit } from './deposit.entity.js';
import { DepositGuarantee } from './deposit-guarantee.entity.js';
import type { GuaranteeInput } from './deposit.input.js';
import { depositRefusals } from './deposit.problems.js';
import { depositWork, guaranteeKinds } from './deposit.words.js';
import type { DepositFacts } from './deposit.facts.js';
import { depositWorkflow } from './deposit.workflow.js';
import { lockedDeposit } from './deposits.queries.js';

/** What stands for the money: a bank's guarantee or an insurance, until its last day (领域规则 3.12：保险、保函可以代替). */
@Injectable()
export class DepositGuarantees implements OnModuleInit {
  constructor(
    private readonly files: Files,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'deposit',
      label: depositWork,
      states: timedStates(depositWorkflow),
      settle: (act, id) => this.runOut(act, id),
      href: (id) => `/deposits/${id}`,
    });
  }

  /** Records it with its document; it settles what was asked for, until it runs out. */
  async acceptGuarantee(act: Act, facts: DepositFacts, { scan, amount, ...paper }: GuaranteeInput): Promise<void> {
    const { id: depositId } = facts.record;
    const amountFen = yuan(amount);
    checkPaper(facts.record, amountFen, paper, act.today);
    const remark = `${guaranteeKinds[paper.kind]}：${paper.issuer}，${paper.number}，${paper.validTo}`;
    await act.take(depositWorkflow, facts, 'accept_guarantee', { remark });
    await act.keep(Deposit, depositId, { dueAt: startOf(addDays(paper.validTo, 1)) });
    const evidence = await this.files.attach(act, scan, {
      subject: 'deposit',
      subjectId: depositId,
      kind: 'guarantee',
    });
    const by = { recordedBy: act.actor.accountId, recordedByName: act.actor.name, recordedAt: act.now };
    const row = { id: randomUUID(), depositId, ...paper, amountFen, scanId: evidence.id, ...by };
    await act.tx.insert(DepositGuarantee, row);
  }

  /** Its last day is over while the transfer runs: the money, or the next guarantee, is due. */
  private async runOut(act: Act, id: string): Promise<void> {
    await act.take(depositWorkflow, await lockedDeposit(act.tx, id), 'run_out');
  }
}

function checkPaper(
  record: Deposit,
  amountFen: Fen,
  { validFrom, validTo }: Pick<GuaranteeInput, 'validFrom' | 'validTo'>,
  today: Day,
): void {
  if (amountFen < record.amountFen) throw depositRefusals.coversTooLittle(record.amountFen);
  if (validTo < validFrom) throw depositRefusals.endsBeforeItBegins();
  if (validFrom > today || validTo <= today) throw depositRefusals.notInForce(today);
}
