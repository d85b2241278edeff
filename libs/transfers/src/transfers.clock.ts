import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesBefore, statesIn, timedStates } from '#kernel';
import { settledStates } from '#deposits';
import { type Act, Acts, Database, Sweeper, sqlNames } from '#platform';
import { ClosingService } from './closing/closing.service.js';
import { EndingsService } from './ending/endings.service.js';
import { TransferReader } from './facts/transfer-facts.service.js';
import type { TransferFacts } from './transfer.facts.js';
import { transferWork } from './transfer.words.js';
import { transferWorkflow } from './transfer.workflow.js';

/** States in which a case keeps land although nothing is signed, and that no clock of their own ends. */
const unsigned = statesIn(transferWorkflow, 'town', 'review', 'notice');

/** What time alone does to transfers. Nobody calls upwards: this lib asks what the notice and the ledger say. */
@Injectable()
export class TransfersClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly cases: TransferReader,
    private readonly closing: ClosingService,
    private readonly endings: EndingsService,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'transfer',
      label: transferWork,
      states: timedStates(transferWorkflow),
      settle: (act, id) => this.settle(act, id),
      href: (id) => `/transfers/${id}`,
    });
    this.sweeper.every({ name: 'transfers that others have made ready', everyMinutes: 1, run: () => this.moveOn() });
    this.sweeper.every({
      name: 'reservations that are over',
      everyMinutes: 60,
      run: (now) => this.releaseOverdue(now),
    });
  }

  private async settle(act: Act, id: string): Promise<void> {
    const facts = await this.cases.locked(act, id);
    const { state } = facts.record;
    if (state === 'certified' || state === 'registered') await this.endings.byClock(act, facts, 'begin');
    else if (state === 'in_force')
      await this.endings.byClock(act, facts, facts.renewal?.recorded ? 'roll_over' : 'expire');
    else if (state === 'deposit') await this.endOfDeposit(act, facts);
    else await this.endings.byClock(act, facts, state === 'draft' ? 'forgo' : 'lapse');
  }

  /** Money that came in time moves the case on, however late the clock looks. */
  private async endOfDeposit(act: Act, facts: TransferFacts): Promise<void> {
    if (settledStates.includes(facts.deposit?.state ?? '')) await this.closing.pay(act, facts);
    else await this.endings.byClock(act, facts, 'overdue');
  }

  /** 占用到期：land that an application has kept for too long without a contract is free again (领域规则 7 之 1). */
  private async releaseOverdue(now: Date): Promise<void> {
    const over = await this.database.rows<{ id: string }>(
      'transfers whose reservation is over',
      `SELECT t.id FROM management_right r JOIN transfer t ON t.id = r.subject_id
       WHERE r.status = 'reserved' AND r.reserved_until <= $1 AND r.subject = 'transfer' AND t.state = ANY ($2)
       ORDER BY r.reserved_until, t.id LIMIT 200`,
      [now, unsigned],
    );
    await this.each(over, (act, facts) => this.endings.byClock(act, facts, 'lapse'));
  }

  /** Notices that have become clear, and deposits that are held. */
  private async moveOn(): Promise<void> {
    const clear = await this.database.rows<{ id: string }>(
      'transfers with a clear notice',
      `SELECT t.id FROM notice n JOIN transfer t ON n.subject = 'transfer' AND t.id = n.subject_id WHERE n.state = 'clear' AND t.state = 'on_notice' LIMIT 200`,
    );
    await this.each(clear, (act, facts) => this.closing.clear(act, facts));
    const paid = await this.database.rows<{ id: string }>(
      'transfers with a held deposit',
      `SELECT t.id FROM transfer t JOIN deposit d ON d.subject = 'transfer' AND d.subject_id = t.id WHERE t.state IN (${sqlNames(statesBefore(transferWorkflow, 'pay'))}) AND d.state = ANY ($1) LIMIT 200`,
      [settledStates],
    );
    await this.each(paid, (act, facts) => this.closing.pay(act, facts));
  }

  /** One act a case, so that one that cannot move does not hold up what was done before it. */
  private async each(
    found: readonly { id: string }[],
    work: (act: Act, facts: TransferFacts) => Promise<void>,
  ): Promise<void> {
    for (const { id } of found) await this.acts.byClock(async (act) => work(act, await this.cases.locked(act, id)));
  }
}
