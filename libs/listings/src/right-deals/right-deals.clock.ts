import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts, Database, Sweeper } from '#platform';
import { RightDealFinder } from './right-deal-reader.service.js';
import { RightDeals } from './right-deals.service.js';

/** A deal whose notice is clear goes on to its contract. Nobody calls upwards: this lib asks. */
@Injectable()
export class RightDealsClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly finder: RightDealFinder,
    private readonly deals: RightDeals,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'deals whose result was on notice', everyMinutes: 1, run: () => this.moveOn() });
  }

  private async moveOn(): Promise<void> {
    const clear = await this.database.ask<{ id: string }>(
      `SELECT d.id FROM right_deal d JOIN notice n ON n.subject = 'right_deal' AND n.subject_id = d.id
       WHERE d.state = 'on_notice' AND n.state = 'clear' LIMIT 200`,
    );
    for (const { id } of clear)
      await this.acts.byClock(async (act) => this.deals.pass(act, await this.finder.locked(act, id)));
  }
}
