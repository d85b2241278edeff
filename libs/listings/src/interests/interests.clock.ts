import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts, Database, Steps, Sweeper } from '#platform';
import { InterestDesk } from './interest-desk.service.js';
import { InterestFinder } from './interest-facts.service.js';
import { interestWorkflow } from './interest.workflow.js';

/** Deposits that have come let in whoever left them. Nobody calls upwards: this lib asks the ledger. */
@Injectable()
export class InterestsClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly finder: InterestFinder,
    private readonly desk: InterestDesk,
    private readonly steps: Steps,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'bid deposits that have come', everyMinutes: 1, run: () => this.admit() });
  }

  private async admit(): Promise<void> {
    const paid = await this.database.ask<{ id: string }>(
      `SELECT i.id FROM interest i JOIN deposit d ON d.subject = 'interest' AND d.subject_id = i.id
       WHERE i.state = 'qualified' AND d.state = 'held' LIMIT 200`,
    );
    for (const { id } of paid)
      await this.acts.byClock(async (act) => {
        const facts = await this.finder.locked(act, id);
        // Whoever may no longer take part waits for the town's answer.
        const { enabled } = this.steps.stepFor(interestWorkflow, facts, 'admit', act.actor, act.now);
        if (enabled) await this.desk.admit(act, facts);
      });
  }
}
