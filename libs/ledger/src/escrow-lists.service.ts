import { Injectable } from '@nestjs/common';
import { type Actor, Clock, holds } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Database, type Download, Lists, Shown, everybody, formOf } from '#platform';
import { EscrowInput } from './escrow.input.js';
import { EscrowAccounts } from './escrow-accounts.service.js';
import { type EscrowListed, escrowList } from './escrow.list.js';
import type { Escrow, Escrows } from './escrow.view.js';
import { escrowStatuses } from './escrow.words.js';

/** The list of the towns' escrow accounts, with the towns that have none. */
@Injectable()
export class EscrowLists {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly accounts: EscrowAccounts,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown<Escrows>> {
    const towns = await this.offices.towns();
    const inForce = await this.inForce(towns);
    const missing = towns.filter(({ code }) => !inForce.has(code));
    const listed = await this.lists.show(escrowList, asked, everybody, this.seen(inForce), () => ({
      options: { office: towns.map(({ code, name }) => ({ value: code.slice(0, 9), label: name })) },
      fields: formOf(EscrowInput, {
        choices: { officeCode: Object.fromEntries(towns.map(({ code, name }) => [code, name])) },
      }),
      mayChange: holds(me, 'county_administrator'),
    }));
    return new Shown({ ...listed.view, missing }, listed.page);
  }

  async sheet(asked: Asked): Promise<Download> {
    const seen = await this.seen(await this.inForce(await this.offices.towns()));
    return this.lists.sheet(escrowList, asked, everybody, (rows) =>
      rows.map(seen).map((row) => ({ ...row, status: escrowStatuses[row.status] })),
    );
  }

  /** The account in force today of each town that has one, by its code. */
  private async inForce(towns: readonly { code: string }[]): Promise<ReadonlyMap<string, string>> {
    const today = this.clock.today();
    const found = await Promise.all(
      towns.map(async ({ code }) => ({
        code,
        account: await this.accounts.inForce(this.database.reader, code, today),
      })),
    );
    return new Map(found.flatMap(({ code, account }) => (account ? [[code, account.id] as const] : [])));
  }

  private async seen(inForce: ReadonlyMap<string, string>) {
    const [accounts, today, names] = [new Set(inForce.values()), this.clock.today(), await this.offices.names()];
    return (row: EscrowListed): Escrow => {
      const status = accounts.has(row.id) ? 'now' : row.validFrom > today ? 'coming' : 'past';
      return { ...row, place: names.place(row.officeCode), status };
    };
  }
}
