import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Actor,
  type Day,
  type Fen,
  addDays,
  clockActor,
  dayOf,
  formatDay,
  formatYuan,
  startOf,
  timedStates,
} from '#kernel';
import { actWithin, Files, type Received, Steps, Sweeper, type Tx, inputProblem } from '#platform';
import { Deposit } from './deposit.entity.js';
import { DepositSecurity, type SecurityKind } from './deposit-security.entity.js';
import { depositProblems } from './deposit.problems.js';
import { depositWorkflow } from './deposit.workflow.js';
import { depositFacts } from './deposits.queries.js';

/** A guarantee or an insurance, as the finance desk types it off. */
export interface SecurityPaper {
  kind: SecurityKind;
  issuer: string;
  number: string;
  amountFen: Fen;
  validFrom: Day;
  validTo: Day;
}

/** What stands for the money: a bank's guarantee or an insurance, until its last day (领域规则 3.12：保险、保函可以代替). */
@Injectable()
export class DepositSecurities implements OnModuleInit {
  constructor(
    private readonly steps: Steps,
    private readonly files: Files,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'deposit',
      label: '风险保障金',
      states: timedStates(depositWorkflow),
      settle: (tx, id, now) => this.runOut(tx, id, now),
      href: (id) => `/deposits/${id}`,
    });
  }

  /** Records it with its document; it settles what was asked for, until it runs out. */
  async secure(tx: Tx, id: string, paper: SecurityPaper, scan: Received, actor: Actor, now: Date): Promise<void> {
    const facts = await depositFacts(tx, id);
    if (!facts) throw depositProblems.notFound();
    const { record } = facts;
    checkPaper(record, paper, dayOf(now));
    const remark = `${paper.issuer}，${paper.number}，到 ${formatDay(paper.validTo)}`;
    await this.steps.take(tx, depositWorkflow, facts, 'secure', actor, { now, remark });
    const dueAt = startOf(addDays(paper.validTo, 1));
    await tx.update(Deposit, { id }, { dueAt });
    const about = { subject: 'deposit', subjectId: id, kind: 'security' };
    const evidence = await this.files.attach(actWithin(tx, actor, now), scan, about);
    await tx.insert(DepositSecurity, {
      id: randomUUID(),
      depositId: id,
      ...paper,
      scanId: evidence.id,
      recordedBy: actor.accountId,
      recordedByName: actor.name,
      recordedAt: now,
    });
  }

  /** Its last day is over while the transfer runs: the money, or the next guarantee, is due. */
  private async runOut(tx: Tx, id: string, now: Date): Promise<void> {
    const facts = await depositFacts(tx, id);
    if (!facts) throw depositProblems.notFound();
    await this.steps.take(tx, depositWorkflow, facts, 'run_out', clockActor, { now });
  }
}

function checkPaper(record: Deposit, paper: SecurityPaper, today: Day): void {
  if (paper.amountFen < record.amountFen)
    throw inputProblem([
      { pointer: '#/amount', detail: `担保的金额不能少于应缴的 ${formatYuan(record.amountFen)} 元。` },
    ]);
  if (paper.validTo < paper.validFrom) throw inputProblem([{ pointer: '#/validTo', detail: '到期日不能早于生效日。' }]);
  if (paper.validFrom > today || paper.validTo <= today)
    throw inputProblem([
      { pointer: '#/validTo', detail: `保函、保险今天（${formatDay(today)}）要已经生效，并且没有到期。` },
    ]);
}
