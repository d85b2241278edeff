import { Injectable } from '@nestjs/common';
import { type Actor, holds, posts } from '#kernel';
import { PayAccounts } from '#ledger';
import { type Act, type ActPath, Database, type Elsewhere, Shown, historyOf } from '#platform';
import type { RevealInput } from './deposit.input.js';
import { depositProblems } from './deposit.problems.js';
import { type Accounts, type WholeAccount, accountsOf, accountsPage, lookedAt } from './deposit-accounts.view.js';
import type { DepositFacts } from './deposit.facts.js';
import { holderOf, seenDeposit } from './deposits.queries.js';

/** The accounts money came from and goes to: by their last digits to all the desk, whole to who makes the transfer. */
@Injectable()
export class DepositAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: PayAccounts,
  ) {}

  async page(id: string, me: Actor): Promise<Shown<Accounts>> {
    const { record } = (await seenDeposit(this.database.reader, id, me)).facts;
    const looks = (await historyOf(this.database.reader, 'deposit', id)).filter((line) => line.action === lookedAt);
    const view = accountsOf(record, await this.accounts.of(holderOf(record)), looks, holds(me, 'town_finance'));
    return new Shown(view, accountsPage(view));
  }

  /** Opens one account number for a reason, and writes down who looked (个人信息保护法第五十一条). */
  async look(act: Act, { record }: DepositFacts, { reason }: RevealInput, at: ActPath): Promise<Elsewhere> {
    const { id } = record;
    const found = (await this.accounts.of(holderOf(record))).find((each) => each.id === at['account']);
    if (!found) throw depositProblems.noAccount();
    const { id: account, use, amountFen, holder, bank, tail } = found;
    await act.note('deposit', record, { action: lookedAt, remark: reason, detail: { account, bank, tail } });
    const { name: by, posts: held } = act.actor;
    const view: WholeAccount = {
      ...{ depositId: id, caseNumber: record.caseNumber, use, amountFen, holder, bank },
      account: this.accounts.whole(found),
      looked: { by, post: held.map(({ post }) => posts[post].label).join(), at: act.now, accountTail: tail, reason },
    };
    return { id, view };
  }
}
