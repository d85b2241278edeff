import { Inject, Injectable } from '@nestjs/common';
import type { Fen } from '#kernel';
import { CONFIG, type Config, Database } from '#platform';
import { type NumberOf, openedNumber } from './account-numbers.js';
import type { About } from './ledger.js';
import { disbursementsOf, receiptsOf } from './movements.queries.js';
import type { accountUses } from './movements.words.js';

/** An account that money came from or goes to. `sealed` never leaves the server. */
export interface PayAccount {
  id: string;
  of: NumberOf;
  use: keyof typeof accountUses;
  amountFen: Fen;
  holder: string;
  bank: string;
  tail: string;
  sealed: string;
}

/** The accounts that money of a record came from and goes to. Whoever opens a whole number writes down who looked, and why. */
@Injectable()
export class PayAccounts {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(about: About): Promise<PayAccount[]> {
    const { reader } = this.database;
    return [
      ...(await receiptsOf(reader, about)).map((each) => ({
        ...{ id: each.id, of: 'receipt' as const, use: 'receipt' as const, amountFen: each.amountFen },
        ...{ holder: each.payerName, bank: each.payerBank },
        ...{ tail: each.payerAccountTail, sealed: each.payerAccountSealed },
      })),
      ...(await disbursementsOf(reader, about)).map((each) => ({
        ...{ id: each.id, of: 'disbursement' as const, use: each.kind, amountFen: each.amountFen },
        ...{ holder: each.payeeName, bank: each.payeeBank },
        ...{ tail: each.payeeAccountTail, sealed: each.payeeAccountSealed },
      })),
    ];
  }

  whole({ id, of, sealed }: PayAccount): string {
    return openedNumber(this.config, of, id, sealed);
  }
}
