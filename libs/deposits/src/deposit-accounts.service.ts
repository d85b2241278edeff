import { Inject, Injectable } from '@nestjs/common';
import { type Actor, holds, posts } from '#kernel';
import {
  type Act,
  type ActPath,
  CONFIG,
  type Config,
  Database,
  type Elsewhere,
  Shown,
  historyOf,
  unseal,
} from '#platform';
import { DepositOutflow } from './deposit-outflow.entity.js';
import { DepositPayment } from './deposit-payment.entity.js';
import { DepositPages } from './deposit-pages.service.js';
import type { LookInput } from './deposit.input.js';
import { depositProblems } from './deposit.problems.js';
import {
  type AccountRow,
  type Accounts,
  type WholeAccount,
  accountsOf,
  accountsPage,
  lookedAt,
} from './deposit-accounts.view.js';
import type { DepositFacts } from './deposit.workflow.js';

/** The accounts money came from and goes to: by their last digits to all the desk, whole to who makes the transfer. */
@Injectable()
export class DepositAccounts {
  constructor(
    private readonly database: Database,
    private readonly pages: DepositPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(id: string, me: Actor): Promise<Shown<Accounts>> {
    const { facts } = await this.pages.seen(id, me);
    const looks = (await historyOf(this.database.reader, 'deposit', id)).filter((line) => line.action === lookedAt);
    const view = accountsOf(facts.record, await this.rows(id), looks, holds(me, 'town_finance'));
    return new Shown(view, accountsPage(view));
  }

  /** Opens one account number for a reason, and writes down who looked (个人信息保护法第五十一条). */
  async look(act: Act, { record }: DepositFacts, { reason }: LookInput, at: ActPath): Promise<Elsewhere> {
    const { id } = record;
    const row = (await this.rows(id)).find((each) => each.id === at['account']);
    if (!row) throw depositProblems.noAccount();
    const { id: account, use, amountFen, holder, bank, tail } = row;
    await act.note('deposit', record, { action: lookedAt, remark: reason, detail: { account, bank, tail } });
    const { name: by, posts: held } = act.actor;
    const view: WholeAccount = {
      ...{ depositId: id, caseNumber: record.caseNumber, use, amountFen, holder, bank },
      account: unseal(this.config.secretKey, row.sealed, `${row.table} ${row.id}`),
      looked: { by, post: held.map(({ post }) => posts[post].label).join(), at: act.now, accountTail: tail, reason },
    };
    return { id, view };
  }

  private async rows(id: string): Promise<AccountRow[]> {
    const { reader } = this.database;
    const payments = await reader.find(DepositPayment, { where: { depositId: id }, order: { recordedAt: 'ASC' } });
    const outflows = await reader.find(DepositOutflow, { where: { depositId: id }, order: { requestedAt: 'ASC' } });
    return [
      ...payments.map((each) => ({
        ...{ id: each.id, table: 'deposit_payment' as const, use: 'payment' as const, amountFen: each.amountFen },
        ...{ holder: each.payerName, bank: each.payerBank },
        ...{ tail: each.payerAccountTail, sealed: each.payerAccountSealed },
      })),
      ...outflows.map((each) => ({
        ...{ id: each.id, table: 'deposit_outflow' as const, use: each.kind, amountFen: each.amountFen },
        ...{ holder: each.payeeName, bank: each.payeeBank },
        ...{ tail: each.payeeAccountTail, sealed: each.payeeAccountSealed },
      })),
    ];
  }
}
