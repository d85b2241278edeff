import { Injectable } from '@nestjs/common';
import { type Actor, Clock, widestScope } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Database, type Download, Lists, Shown, ofOffice, sheetOf, workbook } from '#platform';
import { ledgerList } from './ledger.list.js';
import { type TrialLine, lastCheck, trialBalance } from './ledger.queries.js';
import { accountNames, ledgerLabels, trialWords } from './ledger.words.js';

/** A year of a county's bookings fits one workbook. */
const sheetRows = 50_000;

/** The ledger: what each town has and whose it is, and the list of every booking. */
@Injectable()
export class LedgerPages {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown> {
    const scope = ofOffice('d.office_code', widestScope(me));
    const [trial, names, listed] = await Promise.all([
      trialBalance(this.database, widestScope(me)),
      this.offices.names(),
      this.lists.show(
        ledgerList,
        asked,
        scope,
        (row) => row,
        (rows) => this.around(asked, me, rows),
      ),
    ]);
    const view = { trial: trial.map((line) => ({ ...line, differenceFen: differenceOf(line) })), ...listed.view };
    return new Shown(view, async () => ({
      ...(await pageOf(listed)),
      trial: view.trial.map((line) => ({ ...line, place: names.place(line.officeCode) })),
      balanced: view.trial.every(({ differenceFen }) => differenceFen === 0),
      checked: await lastCheck(this.database),
    }));
  }

  /** The balances by town, and of what is asked the first bookings. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const scope = ofOffice('d.office_code', widestScope(me));
    const [trial, names, rows] = await Promise.all([
      trialBalance(this.database, widestScope(me)),
      this.offices.names(),
      this.lists.first(ledgerList, asked, scope, sheetRows),
    ]);
    const booked = rows.map((row) => ({ ...row, place: names.place(row.officeCode) }));
    const { sheet = [] } = ledgerList.spec;
    return workbook(`${ledgerLabels.title} ${this.clock.today()}.xlsx`, [
      trialSheet(trial, (code) => names.place(code)),
      sheetOf(ledgerList, ledgerLabels.bookings, sheet, ledgerLabels.fields, booked),
    ]);
  }

  private async around<
    Row extends { officeCode: string; debit: keyof typeof accountNames; credit: keyof typeof accountNames },
  >(asked: Asked, me: Actor, rows: readonly Row[]) {
    const [names, office] = [await this.offices.names(), await this.offices.choicesFor(me, asked.filters['office'])];
    return {
      options: { office },
      rows: rows.map((row) => ({
        ...row,
        place: names.place(row.officeCode),
        debitWord: accountNames[row.debit],
        creditWord: accountNames[row.credit],
      })),
    };
  }
}

const differenceOf = ({ bankFen, heldFen, payableFen, escrowFen }: TrialLine): number =>
  bankFen - heldFen - payableFen - escrowFen;

async function pageOf({ page }: Shown): Promise<object> {
  return typeof page === 'function' ? ((await page()) as object) : page;
}

function trialSheet(trial: readonly TrialLine[], placeOf: (code: string) => string) {
  const heads = [...Object.values(accountNames), trialWords.difference];
  return {
    name: trialWords.title,
    columns: [
      { head: trialWords.place, width: 20 },
      ...heads.map((head) => ({ head, as: 'yuan' as const, width: 20 })),
    ],
    rows: trial.map((line) => [
      placeOf(line.officeCode),
      ...[line.bankFen, line.heldFen, line.payableFen, line.escrowFen, differenceOf(line)],
    ]),
  };
}
