import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, dayOf, startOf } from '#kernel';
import { Acts, Database, ParameterStore, Sweeper } from '#platform';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { EndingsService } from './endings.service.js';

/** 到期前提醒双方：受让方要续，按合同提前书面提出（示范合同第十条）。 */
@Injectable()
export class TermReminders implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly cases: TransferReader,
    private readonly endings: EndingsService,
    private readonly parameters: ParameterStore,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'reminders of terms that end', everyMinutes: 60, run: (now) => this.remind(now) });
  }

  private async remind(now: Date): Promise<void> {
    const { expiryReminderDays } = await this.parameters.on(dayOf(now));
    const until = startOf(addDays(dayOf(now), expiryReminderDays + 1));
    const soon = await this.database.rows<{ id: string }>(
      'transfers whose parties are to be reminded',
      `SELECT id FROM transfer WHERE state = 'in_force' AND reminded_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT 500`,
      [until],
    );
    for (const { id } of soon)
      await this.acts.byClock(async (act) => this.endings.remind(act, await this.cases.locked(act, id)));
  }
}
