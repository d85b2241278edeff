import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Day, type DivisionCode, within } from '#kernel';
import { OfficesService } from '#offices';
import { type Act, Acts, Database, type Elsewhere, type Reader, type Tx } from '#platform';
import { EscrowAccount } from './escrow-account.entity.js';
import { digitsOf } from './account-numbers.js';
import { EscrowInput } from './escrow.input.js';
import { ledgerProblems, ledgerRefusals } from './ledger.problems.js';
import { escrowWork } from './escrow.words.js';
import { madeUpAccount } from './training/made-up-accounts.js';

/** The escrow accounts as a whole, as their act knows them: the towns that have one, or shall have. */
export interface EscrowFacts {
  record: { id: string };
  towns: readonly { code: string; name: string }[];
}

/** The towns' escrow accounts (集体的钱不得存入个人账户，农村集体经济组织法第四十四条): a demand names one, or is not made. */
@Injectable()
export class EscrowAccounts {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly acts: Acts,
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
  async set(act: Act, { towns }: EscrowFacts, input: EscrowInput): Promise<Elsewhere> {
    if (!towns.some(({ code }) => code === input.officeCode)) throw ledgerRefusals.noTown();
    await keep(act, input);
    return { id: '', view: null };
  }

  locked(): Promise<EscrowFacts> {
    return this.read();
  }

  async read(): Promise<EscrowFacts> {
    return { record: { id: '' }, towns: await this.offices.towns() };
  }

  see(): Promise<EscrowFacts> {
    return this.read();
  }

  /** Made-up accounts for a training county, one a town, once. */
  async seedTraining(validFrom: Day): Promise<void> {
    const known = await this.database.ask('SELECT 1 FROM escrow_account LIMIT 1');
    if (known.length > 0) return;
    const towns = await this.offices.towns();
    await this.acts.byClock(async (act) => {
      for (const { code, name } of towns) await keep(act, madeUpAccount(code, name, validFrom));
    });
  }
}

async function keep(act: Act, entry: EscrowInput): Promise<void> {
  const { officeCode, holder, bank, validFrom, basis } = entry;
  const known = await act.tx.countBy(EscrowAccount, { officeCodeBorn: officeCode, validFrom });
  if (known > 0) throw ledgerProblems.accountThatDay();
  const [id, number] = [randomUUID(), digitsOf(entry.number)];
  const by = { setBy: act.actor.accountId, setByName: act.actor.name, setAt: act.now };
  await act.tx.insert(EscrowAccount, { ...entry, id, number, officeCodeBorn: officeCode, ...by });
  const line = { action: 'set', label: escrowWork.set, remark: basis, detail: { holder, bank, number, validFrom } };
  await act.note('escrow_account', { id, officeCode }, line);
}

const rank = (account: EscrowAccount): string =>
  `${account.officeCode === account.officeCodeBorn ? '1' : '0'}${account.validFrom}`;
