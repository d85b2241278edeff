import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { type AccountRow, AccountsService, type Act, type ActPath } from '#platform';
import type { Appointment } from './account.input.js';
import { accountView } from './account.view.js';
import { OfficesService } from './offices.service.js';

/** Accounts as the administrator sees and changes them; the account itself is locked where it is changed. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly accounts: AccountsService,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async locked(_act: Act, id: string): Promise<{ record: AccountRow }> {
    return { record: await this.accounts.get(id) };
  }

  async read(id: string, _me: Actor): Promise<{ record: AccountRow }> {
    return { record: await this.accounts.get(id) };
  }

  async see(id: string): Promise<object> {
    return accountView(await this.accounts.get(id), this.clock.today(), await this.offices.names());
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
