import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, scopesOf, speaksFor } from '#kernel';
import { OfficesService } from '#offices';
import { Database, Finders, type Found, type Sought, beginning } from '#platform';

interface PersonFound {
  id: string;
  name: string;
  household: string;
  code: string;
  officeCode: string;
}

const personSql = `
  SELECT p.id, p.display_name AS name, g.display_name AS household, h.contractor_code AS code, h.office_code AS "officeCode"
  FROM member m JOIN party p ON p.id = m.person_id JOIN household h ON h.id = m.household_id JOIN party g ON g.id = h.id
  WHERE m.valid_to IS NULL`;

/**
 * Finds a person among the households of the reader's own offices, by name, by place or by the household's code, and tells them
 * apart by their household; no number is shown (个人信息保护法第六条). A party finds nobody but its own household.
 */
@Injectable()
export class PersonFinder implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly finders: Finders,
  ) {}

  onModuleInit(): void {
    this.finders.register({
      kind: 'person',
      find: (sought, me, most) => this.found(sought, me, most),
      named: (ids, me) => this.named(ids, me),
    });
  }

  private async found({ words, code }: Sought, me: Actor, most: number): Promise<Found[]> {
    const { prefixes, rest } = await this.offices.narrow(words, scopesOf(me));
    const fits = '(search_plain(p.display_name) LIKE $3 OR h.contractor_code LIKE $4)';
    return this.asked(`${fits} ORDER BY h.contractor_code, p.id LIMIT ${Number(most)}`, prefixes, me, [
      beginning(rest),
      beginning(code),
    ]);
  }

  private named(ids: readonly string[], me: Actor): Promise<Found[]> {
    return this.asked('p.id::text = ANY($3)', scopesOf(me), me, [ids]);
  }

  private async asked(
    fits: string,
    prefixes: readonly string[],
    me: Actor,
    wanted: readonly unknown[],
  ): Promise<Found[]> {
    const own =
      me.kind === 'staff'
        ? '$2::uuid IS NULL AND h.office_code LIKE ANY($1)'
        : '$1::text[] IS NOT NULL AND (h.id = $2 OR h.id IN (SELECT household_id FROM member WHERE person_id = $2 AND valid_to IS NULL))';
    const rows = await this.database.ask<PersonFound & Record<string, unknown>>(`${personSql} AND ${own} AND ${fits}`, [
      prefixes.map((prefix) => `${prefix}%`),
      me.kind === 'staff' ? null : speaksFor(me),
      ...wanted,
    ]);
    return Promise.all(
      rows.map(async ({ id, name, household, code, officeCode }) => ({
        ...{ value: id, name, code },
        group: `${await this.offices.groupOf(officeCode, code)}，${household}`,
      })),
    );
  }
}
