import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import {
  type AccountRow,
  AccountStarts,
  AccountsService,
  type Act,
  type ActPath,
  type Elsewhere,
  type Started,
} from '#platform';
import type { AccountOpening, Appointment, Restarting } from './account.input.js';
import { startWords } from './account.words.js';
import { type Account, type StartPassword, accountOf } from './account.view.js';
import { OfficesService } from './offices.service.js';

/** Accounts as the administrator sees and changes them; the account itself is locked where it is changed. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly accounts: AccountsService,
    private readonly starts: AccountStarts,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async locked(_act: Act, id: string): Promise<{ record: AccountRow }> {
    return { record: await this.accounts.get(id) };
  }

  async read(id: string, _me: Actor): Promise<{ record: AccountRow }> {
    return { record: await this.accounts.get(id) };
  }

  async see(id: string): Promise<Account> {
    return accountOf(await this.accounts.get(id), this.clock.today(), await this.offices.names());
  }

  /** Answers with the start password, or its first half, which is told this once. */
  async open(act: Act, _none: object, { login, name, post, office, reason }: AccountOpening): Promise<Elsewhere> {
    const posts = [{ post, officeCode: await this.offices.codeOf(office) }];
    const started = await this.starts.open(act, { login, name, kind: 'staff', posts }, reason || startWords.newAccount);
    return told(started, { name, login }, 7, startWords.opened);
  }

  async restart(act: Act, { record }: { record: AccountRow }, { reason }: Restarting): Promise<Elsewhere> {
    const started = await this.starts.restart(act, record, reason);
    return told(started, record, 1, started.waits ? startWords.asked : startWords.restarted);
  }

  async grant(act: Act, { record }: { record: AccountRow }, { post, office }: Appointment): Promise<void> {
    await this.accounts.grant(act, record.id, { post, officeCode: await this.offices.codeOf(office) });
  }

  async endPost(act: Act, { record }: { record: AccountRow }, _input: unknown, at: ActPath): Promise<void> {
    await this.accounts.endPost(act, record.id, at['held'] ?? '');
  }

  async disable(act: Act, { record }: { record: AccountRow }): Promise<void> {
    await this.accounts.disable(act, record.id);
  }

  async enable(act: Act, { record }: { record: AccountRow }): Promise<void> {
    await this.accounts.enable(act, record.id);
  }
}

/** What is told once; who waits for a second person holds only the first half. */
function told(
  started: Started,
  { name, login }: { name: string; login: string },
  days: 7 | 1,
  said: string,
): Elsewhere {
  const view: StartPassword = { ...started, name, login, validDays: days };
  return { id: started.id, view, said };
}
