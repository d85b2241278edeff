import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Day, type Fen, addDays, formatDay, formatYuan, startOf, timedStates, yuan } from '#kernel';
import { type Act, Files, Sweeper, inputProblem } from '#platform';
import { Deposit } from './deposit.entity.js';
import { DepositSecurity } from './deposit-security.entity.js';
import type { SecurityInput } from './deposit.input.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { lockedDeposit } from './deposits.queries.js';

/** What stands for the money: a bank's guarantee or an insurance, until its last day (领域规则 3.12：保险、保函可以代替). */
@Injectable()
export class DepositSecurities implements OnModuleInit {
  constructor(
    private readonly files: Files,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'deposit',
      label: '风险保障金',
      states: timedStates(depositWorkflow),
      settle: (act, id) => this.runOut(act, id),
      href: (id) => `/deposits/${id}`,
    });
  }

  /** Records it with its document; it settles what was asked for, until it runs out. */
  async secure(act: Act, facts: DepositFacts, { scan, amount, ...paper }: SecurityInput): Promise<void> {
    const { id: depositId } = facts.record;
    const amountFen = yuan(amount);
    checkPaper(facts.record, amountFen, paper, act.today);
    const remark = `${paper.issuer}，${paper.number}，到 ${formatDay(paper.validTo)}`;
    await act.take(depositWorkflow, facts, 'secure', { remark });
    await act.keep(Deposit, depositId, { dueAt: startOf(addDays(paper.validTo, 1)) });
    const evidence = await this.files.attach(act, scan, { subject: 'deposit', subjectId: depositId, kind: 'security' });
    const by = { recordedBy: act.actor.accountId, recordedByName: act.actor.name, recordedAt: act.now };
    const row = { id: randomUUID(), depositId, ...paper, amountFen, scanId: evidence.id, ...by };
    await act.tx.insert(DepositSecurity, row);
  }

  /** Its last day is over while the transfer runs: the money, or the next guarantee, is due. */
  private async runOut(act: Act, id: string): Promise<void> {
    await act.take(depositWorkflow, await lockedDeposit(act.tx, id), 'run_out');
  }
}

function checkPaper(
  record: Deposit,
  amountFen: Fen,
  { validFrom, validTo }: Pick<SecurityInput, 'validFrom' | 'validTo'>,
  today: Day,
): void {
  const refuse = (field: string, detail: string): never => {
    throw inputProblem([{ pointer: `#/${field}`, detail }]);
  };
  if (amountFen < record.amountFen) refuse('amount', `担保的金额不能少于应缴的 ${formatYuan(record.amountFen)} 元。`);
  if (validTo < validFrom) refuse('validTo', '到期日不能早于生效日。');
  if (validFrom > today || validTo <= today)
    refuse('validTo', `保函、保险今天（${formatDay(today)}）要已经生效，并且没有到期。`);
}
