import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Mu, formatMu, scopesOf, speaksFor } from '#kernel';
import { OfficesService } from '#offices';
import { Database, Finders, type Found, beginning } from '#platform';
import { muUnit } from './register.words.js';

interface ParcelFound {
  name: string;
  code: string;
  officeCode: string;
  areaMu: Mu;
  contractorName: string | null;
}

interface TransfereeFound {
  id: string;
  name: string;
  code: string | null;
  officeCode: string | null;
}

const parcelSql = `
  SELECT l.name, l.code, l.office_code AS "officeCode", l.contract_mu AS "areaMu", g.display_name AS "contractorName"
  FROM parcel l LEFT JOIN contract c ON c.id = l.contract_id LEFT JOIN party g ON g.id = c.contractor_id`;
const transfereeSql = `
  SELECT p.id, p.display_name AS name, coalesce(b.credit_code, h.contractor_code) AS code, h.office_code AS "officeCode"
  FROM party p LEFT JOIN body b ON b.id = p.id LEFT JOIN household h ON h.id = p.id`;
/** Who holds, or once held, a right on land of the offices. */
const heldSql = `EXISTS (SELECT FROM management_right r JOIN right_portion o ON o.right_id = r.id JOIN parcel l ON l.id = o.parcel_id
  WHERE r.holder_id = p.id AND l.office_code LIKE ANY($1))`;

/**
 * Finds parcels, and those who take land in: bodies, and whoever took land of the reader's own offices before. A person is found
 * by name alone, and only so: no number is shown.
 */
@Injectable()
export class LandFinders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly finders: Finders,
  ) {}

  onModuleInit(): void {
    this.finders.register({
      kind: 'parcel',
      find: async ({ words, code }, me, most) => {
        const { prefixes, rest } = await this.offices.narrow(words, scopesOf(me));
        const fits = '(search_plain(l.name) LIKE $3 OR search_plain(g.display_name) LIKE $3 OR l.code LIKE $4)';
        return this.parcels(fits, prefixes, me, [beginning(rest), beginning(code)], most);
      },
      named: (codes, me) => this.parcels('l.code = ANY($3)', scopesOf(me), me, [codes], codes.length),
    });
    this.finders.register({
      kind: 'transferee',
      find: ({ name, code }, me, most) =>
        this.transferees(
          '(search_plain(p.display_name) LIKE $3 OR b.credit_code LIKE $4)',
          me,
          [beginning(name), beginning(code)],
          most,
        ),
      named: (ids, me) => this.transferees('p.id::text = ANY($3)', me, [ids], ids.length),
    });
  }

  private async parcels(
    fits: string,
    prefixes: readonly string[],
    me: Actor,
    wanted: readonly unknown[],
    most: number,
  ): Promise<Found[]> {
    const rows = await this.database.ask<ParcelFound & Record<string, unknown>>(
      `${parcelSql} WHERE (l.office_code LIKE ANY($1) OR c.contractor_id = $2) AND ${fits} ORDER BY l.code LIMIT ${Number(most)}`,
      [prefixes.map((prefix) => `${prefix}%`), speaksForSelf(me), ...wanted],
    );
    return Promise.all(
      rows.map(async ({ name, code, officeCode, areaMu, contractorName }) => ({
        ...{ value: code, code },
        name: [name, `${formatMu(areaMu)} ${muUnit}`, contractorName].filter(Boolean).join('，'),
        group: await this.offices.groupOf(officeCode, code),
      })),
    );
  }

  private async transferees(fits: string, me: Actor, wanted: readonly unknown[], most: number): Promise<Found[]> {
    // Nobody but staff finds others: they have no offices.
    const known = me.kind === 'staff' ? `(b.id IS NOT NULL OR ${heldSql})` : '$1::text[] IS NULL';
    const rows = await this.database.ask<TransfereeFound & Record<string, unknown>>(
      `${transfereeSql} WHERE ${fits} AND (p.id = $2 OR ${known}) ORDER BY p.display_name, p.id LIMIT ${Number(most)}`,
      [scopesOf(me).map((scope) => `${scope}%`), speaksForSelf(me), ...wanted],
    );
    return Promise.all(
      rows.map(async ({ id, name, code, officeCode }) => ({
        ...{ value: id, name, code: code ?? '' },
        group: officeCode === null || code === null ? '' : await this.offices.groupOf(officeCode, code),
      })),
    );
  }
}

/** A party finds its own; a clerk finds what the office keeps, whoever stands at the counter. */
const speaksForSelf = (me: Actor): string | null => (me.kind === 'staff' ? null : speaksFor(me));
