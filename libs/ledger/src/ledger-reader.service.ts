import { Injectable } from '@nestjs/common';
import { type Actor, Clock, fen, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Database, type Download, Lists, Shown, ofOffice, sheetOf, workbook } from '#platform';
import { type Booked, ledgerList } from './ledger.list.js';
import { lastCheck, trialBalance } from './ledger.queries.js';
import type { Ledger, TrialLine } from './ledger.view.js';
import { accountNames, ledgerLabels, trialWords } from './ledger.words.js';

/** A year of a county's bookings fits one workbook. */
const sheetRows = 50_000;

/** The ledger: what each town has and whose it is, and the list of every booking. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown<Ledger>> {
    const scope = ofOffice('h.office_code', ...scopesOf(me));
    const [trial, checked, listed] = await Promise.all([
      this.trial(me),
      lastCheck(this.database),
      this.lists.show(ledgerList, asked, scope, this.placed(), async () => ({
        options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
      })),
    ]);
    const balanced = trial.every(({ differenceFen }) => differenceFen === 0);
    return new Shown({ ...listed.view, trial, balanced, checked }, listed.page);
  }

  /** The balances by town, and of what is asked the first bookings. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const scope = ofOffice('h.office_code', ...scopesOf(me));
    const [trial, placed, rows] = await Promise.all([
      this.trial(me),
      this.placed(),
      this.lists.first(ledgerList, asked, scope, sheetRows),
    ]);
    const { sheet = [] } = ledgerList.spec;
    return workbook(`${ledgerLabels.title} ${this.clock.today()}.xlsx`, [
      trialSheet(trial),
      sheetOf(ledgerList, ledgerLabels.bookings, sheet, ledgerLabels.fields, rows.map(placed)),
    ]);
  }

  private async trial(me: Actor): Promise<TrialLine[]> {
    const lines = await trialBalance(this.database, scopesOf(me));
    const names = await this.offices.names();
    return lines.map((line) => {
      const { officeCode, bankFen, heldFen, payableFen, escrowFen } = line;
      const differenceFen = fen(bankFen - heldFen - payableFen - escrowFen);
      return { ...line, place: names.place(officeCode), differenceFen };
    });
  }

  private async placed() {
    const names = await this.offices.names();
    return (row: Booked) => ({ ...row, place: names.place(row.officeCode) });
  }
}

function trialSheet(trial: readonly TrialLine[]) {
  const heads = [...Object.values(accountNames), trialWords.difference];
  return {
    name: trialWords.title,
    columns: [
      { head: trialWords.place, width: 20 },
      ...heads.map((head) => ({ head, as: 'yuan' as const, width: 20 })),
    ],
    rows: trial.map((line) => [
      ...[line.place, line.bankFen, line.heldFen, line.payableFen, line.escrowFen, line.differenceFen],
    ]),
  };
}
