import { Injectable, type OnModuleInit } from '@nestjs/common';
import { clockActor } from '#kernel';
import { Database, Sweeper, type Tx } from '#platform';
import { ClosingService } from './closing.service.js';
import { EndingsService } from './endings.service.js';
import { Transfer } from './transfer.entity.js';

/** States that end when their `due_at` has come: lapses, and the term's own first and last day. */
const timed = ['correction', 'signing', 'deposit', 'certified', 'in_force'];

/** What time alone does to transfers. Nobody calls upwards: this lib asks what the notice and the ledger say. */
@Injectable()
export class TransfersClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly closing: ClosingService,
    private readonly endings: EndingsService,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'transfer',
      label: '流转案件',
      states: timed,
      settle: (tx, id) => this.settle(tx, id),
      href: (id) => `/transfers/${id}`,
    });
    this.sweeper.every({ name: 'transfers that others have made ready', everyMinutes: 1, run: () => this.moveOn() });
  }

  private async settle(tx: Tx, id: string): Promise<void> {
    const row = await tx.findOneByOrFail(Transfer, { id });
    if (row.state === 'certified') await this.endings.byClock(tx, id, 'begin');
    else if (row.state === 'in_force') await this.endOfTerm(tx, id);
    else if (row.state === 'deposit') await this.endOfDeposit(tx, id);
    else await this.endings.byClock(tx, id, 'lapse');
  }

  private async endOfTerm(tx: Tx, id: string): Promise<void> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM transfer WHERE renews_id = $1 AND recorded_at IS NOT NULL', [
      id,
    ]);
    await this.endings.byClock(tx, id, rows.length > 0 ? 'renew' : 'expire');
  }

  /** Money that came in time moves the case on, however late the clock looks. */
  private async endOfDeposit(tx: Tx, id: string): Promise<void> {
    const held: unknown[] = await tx.query(
      `SELECT 1 FROM deposit WHERE transfer_id = $1 AND state IN ('held', 'waived')`,
      [id],
    );
    if (held.length > 0) await this.closing.pay(tx, id, clockActor);
    else await this.endings.byClock(tx, id, 'lapse');
  }

  /** Notices that have become clear, and deposits that are held. */
  private async moveOn(): Promise<void> {
    const clear = await this.database.rows<{ id: string }>(
      'transfers with a clear notice',
      `SELECT t.id FROM notice n JOIN transfer t ON t.id = n.transfer_id WHERE n.state = 'clear' AND t.state = 'noticed' LIMIT 200`,
    );
    for (const { id } of clear) await this.database.transaction((tx) => this.closing.clear(tx, id, clockActor));
    const paid = await this.database.rows<{ id: string }>(
      'transfers with a held deposit',
      `SELECT t.id FROM transfer t JOIN deposit d ON d.transfer_id = t.id WHERE t.state = 'deposit' AND d.state = 'held' LIMIT 200`,
    );
    for (const { id } of paid) await this.database.transaction((tx) => this.closing.pay(tx, id, clockActor));
  }
}
