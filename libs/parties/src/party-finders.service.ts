import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, folded, scopesOf, speaksFor } from '#kernel';
import { OfficesService } from '#offices';
import { Database, Finders, type Found, type Sought, beginning } from '#platform';
import type { BodyKind } from './body.entity.js';
import { bodyKinds } from './party.words.js';

interface HouseholdFound {
  name: string;
  code: string;
  officeCode: string;
}

interface BodyFound {
  name: string;
  code: string;
  kind: BodyKind;
}

const householdSql = `
  SELECT p.display_name AS name, h.contractor_code AS code, h.office_code AS "officeCode"
  FROM household h JOIN party p ON p.id = h.id`;
// Without a code of its own a body cannot be a party: it is found in the register alone.
const bodySql = 'SELECT b.name, b.credit_code AS code, b.kind FROM body b WHERE b.credit_code IS NOT NULL AND';

/**
 * Finds households and bodies. A household is found by the staff of its own offices and by nobody else but itself
 * (个人信息保护法第六条); the name and the code of a body are public, and staff find every one.
 */
@Injectable()
export class PartyFinders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly finders: Finders,
  ) {}

  onModuleInit(): void {
    const households = {
      find: (sought: Sought, me: Actor, most: number) => this.households(sought, me, most),
      named: (codes: readonly string[], me: Actor) => this.householdsNamed(codes, me),
    };
    const bodies = {
      find: (sought: Sought, me: Actor, most: number) => this.bodies(sought, me, most),
      named: (codes: readonly string[], me: Actor) => this.bodiesNamed(codes, me),
    };
    this.finders.register({ kind: 'household', ...households });
    this.finders.register({ kind: 'body', ...bodies });
    // Whom a person at the counter may stand for.
    this.finders.register({
      kind: 'principal',
      find: async (sought, me, most) => {
        const found = await households.find(sought, me, most);
        return [...found, ...(await bodies.find(sought, me, most - found.length))];
      },
      named: async (codes, me) => [...(await households.named(codes, me)), ...(await bodies.named(codes, me))],
    });
  }

  private async households({ words, code }: Sought, me: Actor, most: number): Promise<Found[]> {
    const own = this.own(me, 'h.id', 5);
    const { prefixes, rest } = await this.offices.narrow(words, scopesOf(me));
    const rows = await this.database.ask<HouseholdFound & Record<string, unknown>>(
      `${householdSql} WHERE ${own.sql} AND (search_plain(p.display_name) LIKE $2 OR h.contractor_code LIKE $4) ORDER BY h.contractor_code LIMIT $3`,
      [prefixes.map((prefix) => `${prefix}%`), beginning(rest), most, beginning(code), ...own.parameters],
    );
    return this.householdLines(rows);
  }

  private async householdsNamed(codes: readonly string[], me: Actor): Promise<Found[]> {
    if (codes.length === 0) return [];
    const own = this.own(me, 'h.id', 3);
    const rows = await this.database.ask<HouseholdFound & Record<string, unknown>>(
      `${householdSql} WHERE ${own.sql} AND h.contractor_code = ANY($2)`,
      [scopesOf(me).map((scope) => `${scope}%`), codes, ...own.parameters],
    );
    return this.householdLines(rows);
  }

  private async bodies({ name, code }: Sought, me: Actor, most: number): Promise<Found[]> {
    if (most <= 0) return [];
    const rows =
      me.kind === 'staff'
        ? await this.database.ask<BodyFound & Record<string, unknown>>(
            `${bodySql} (strpos(search_plain(b.name), $1) > 0 OR b.credit_code LIKE $2) ORDER BY b.name, b.credit_code LIMIT $3`,
            [name, beginning(code), most],
          )
        : await this.bodyOf(me);
    return rows.filter((row) => folded(row.name).includes(name) || row.code.startsWith(code)).map(bodyLine);
  }

  private async bodiesNamed(codes: readonly string[], me: Actor): Promise<Found[]> {
    if (codes.length === 0) return [];
    const rows =
      me.kind === 'staff'
        ? await this.database.ask<BodyFound & Record<string, unknown>>(`${bodySql} b.credit_code = ANY($1)`, [codes])
        : await this.bodyOf(me);
    return rows.filter(({ code }) => codes.includes(code)).map(bodyLine);
  }

  private bodyOf(me: Actor): Promise<(BodyFound & Record<string, unknown>)[]> {
    return this.database.ask(`${bodySql} b.id = $1`, [speaksFor(me)]);
  }

  /** Within the reader's offices, or one's own. */
  private own(me: Actor, column: string, next: number): { sql: string; parameters: readonly (string | null)[] } {
    if (me.kind === 'staff') return { sql: 'h.office_code LIKE ANY($1)', parameters: [] };
    const members = `SELECT household_id FROM member WHERE person_id = $${next} AND valid_to IS NULL`;
    return {
      sql: `(h.office_code LIKE ANY($1) OR ${column} = $${next} OR ${column} IN (${members}))`,
      parameters: [speaksFor(me)],
    };
  }

  private householdLines(rows: readonly HouseholdFound[]): Promise<Found[]> {
    return Promise.all(
      rows.map(async ({ name, code, officeCode }) => {
        return { value: code, name, group: await this.offices.groupOf(officeCode, code), code };
      }),
    );
  }
}

const bodyLine = ({ name, code, kind }: BodyFound): Found => ({ value: code, name, group: bodyKinds[kind], code });
