import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Day,
  type DivisionCode,
  Clock,
  clockActor,
  dayOf,
  formatDay,
  formatMoment,
  within,
} from '#kernel';
import { OfficesService } from '#offices';
import { Database, type Reader, type Tx, inputProblem, record } from '#platform';
import { EscrowAccount } from './escrow-account.entity.js';
import { depositProblems } from './deposit.problems.js';

/** An account as the administrator types it off the bank's paper. */
export interface EscrowEntry {
  officeCode: string;
  holder: string;
  bank: string;
  number: string;
  validFrom: Day;
  basis: string;
}

/** The towns' escrow accounts (集体的钱不得存入个人账户，农村集体经济组织法第四十四条): a demand names one, or is not made. */
@Injectable()
export class EscrowAccounts {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  /** The account of a town on a day. Of towns that merged, the one that kept its code goes first. */
  async inForce(reader: Reader | Tx, officeCode: string, day: Day): Promise<EscrowAccount | null> {
    const found = await reader.find(EscrowAccount, {
      where: { officeCode: within(officeCode as DivisionCode, 'town') },
    });
    const [first] = found
      .filter((each) => each.validFrom <= day)
      .toSorted((one, other) => rank(other).localeCompare(rank(one)));
    return first ?? null;
  }

  /** Sets an account from a day on; what was demanded before names the old one. */
  async set(entry: EscrowEntry, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      if (entry.validFrom < dayOf(now))
        throw inputProblem([{ pointer: '#/validFrom', detail: `最早从今天（${formatDay(dayOf(now))}）起用。` }]);
      const towns = await this.offices.towns();
      if (!towns.some((town) => town.code === entry.officeCode))
        throw inputProblem([{ pointer: '#/officeCode', detail: '请选一个镇街。' }]);
      await this.keep(tx, entry, actor, now);
    });
  }

  /** Made-up accounts for a training county, one a town, once. */
  async seedTraining(from: Day): Promise<void> {
    const known = await this.database.ask('SELECT 1 FROM escrow_account LIMIT 1');
    if (known.length > 0) return;
    const towns = await this.offices.towns();
    await this.database.transaction(async (tx) => {
      for (const { code, name } of towns) {
        const holder = `${name}农村产权交易所风险保障金专户（演练）`;
        const made = {
          holder,
          bank: '演练农村商业银行',
          number: `99990000${code.slice(0, 9)}`,
          basis: '演练用，不是真账户',
        };
        await this.keep(tx, { officeCode: code, ...made, validFrom: from }, clockActor, this.clock.now());
      }
    });
  }

  /** Every town with its account now, what comes, and what was. */
  async page(): Promise<object> {
    const today = this.clock.today();
    const towns = await this.offices.towns();
    const rows = await this.database.reader.find(EscrowAccount, { order: { validFrom: 'DESC' } });
    const list = await Promise.all(
      towns.map(async ({ code, name }) => {
        const now = await this.inForce(this.database.reader, code, today);
        const others = rows.filter((row) => row.officeCode === code && row.id !== now?.id);
        return {
          code,
          name,
          missing: now === null,
          account: now && accountView(now),
          others: others.map((row) => ({ ...accountView(row), coming: row.validFrom > today })),
        };
      }),
    );
    const missing = list.filter((each) => each.missing).length;
    return {
      title: '风险保障金专户',
      towns: list,
      missing: missing === 0 ? '' : `还有 ${missing} 个镇街没有专户：那里要缴风险保障金的案件，登记备案以前会被挡住。`,
      options: towns.map(({ code, name }) => ({ value: code, label: name })),
      values: {},
    };
  }

  private async keep(tx: Tx, entry: EscrowEntry, actor: Actor, now: Date): Promise<void> {
    const id = randomUUID();
    const known = await tx.countBy(EscrowAccount, { officeCodeBorn: entry.officeCode, validFrom: entry.validFrom });
    if (known > 0) throw depositProblems.accountThatDay();
    const by = { setBy: actor.accountId, setByName: actor.name, setAt: now };
    await tx.insert(EscrowAccount, { id, ...entry, officeCodeBorn: entry.officeCode, ...by });
    const act = {
      subject: 'escrow_account',
      subjectId: id,
      action: 'set',
      label: '登记专户',
      officeCode: entry.officeCode,
    };
    const { holder, bank, number, validFrom } = entry;
    await record(tx, { ...act, remark: entry.basis, detail: { holder, bank, number, validFrom } }, actor, now);
  }
}

const rank = (account: EscrowAccount): string =>
  `${account.officeCode === account.officeCodeBorn ? '1' : '0'}${account.validFrom}`;

const accountView = (row: EscrowAccount): object => ({
  holder: row.holder,
  bank: row.bank,
  number: row.number.replaceAll(/(.{4})(?=.)/g, '$1 '),
  from: formatDay(row.validFrom),
  basis: row.basis,
  by: `${row.setByName} ${formatMoment(row.setAt)}`,
});
