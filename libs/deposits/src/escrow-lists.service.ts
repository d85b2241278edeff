import { Injectable } from '@nestjs/common';
import { type Actor, Clock, holds } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Database, type Download, Lists, Shown, everybody, formOf } from '#platform';
import { EscrowInput } from './deposit.input.js';
import { EscrowAccounts } from './escrow-accounts.service.js';
import { type EscrowListed, escrowList } from './escrow.list.js';
import { escrowStandings } from './escrow.words.js';

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

  async show(asked: Asked, me: Actor): Promise<Shown> {
    const towns = await this.offices.towns();
    const inForce = await this.inForce(towns);
    const seen = this.seen(new Set(inForce.values()));
    const missing = towns.filter(({ code }) => !inForce.has(code));
    const listed = await this.lists.show(escrowList, asked, everybody, seen, async (rows) => {
      const names = await this.offices.names();
      return {
        options: { office: towns.map(({ code, name }) => ({ value: code.slice(0, 9), label: name })) },
        rows: rows.map((row) => ({ ...row, place: names.place(row.officeCode), grouped: grouped(row.number) })),
        fields: formOf(EscrowInput, {
          choices: { officeCode: Object.fromEntries(towns.map(({ code, name }) => [code, name])) },
        }),
        mayChange: holds(me, 'county_administrator'),
      };
    });
    return new Shown({ ...listed.view, missing }, listed.page);
  }

  async sheet(asked: Asked): Promise<Download> {
    const [inForce, names] = [await this.inForce(await this.offices.towns()), await this.offices.names()];
    const seen = this.seen(new Set(inForce.values()));
    return this.lists.sheet(escrowList, asked, everybody, (rows) =>
      rows.map((row) => ({
        ...row,
        place: names.place(row.officeCode),
        standing: escrowStandings[seen(row).standing],
      })),
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

  private seen(inForce: ReadonlySet<string>) {
    const today = this.clock.today();
    return (row: EscrowListed) => {
      const standing = inForce.has(row.id) ? 'now' : row.validFrom > today ? 'coming' : 'past';
      return { ...row, standing: standing as keyof typeof escrowStandings };
    };
  }
}

const grouped = (number: string): string => number.replaceAll(/(.{4})(?=.)/g, '$1 ');
