import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type Mu, dayOf, folded, foldedCode, reaches, scopesOf, speaksFor } from '#kernel';
import { OfficesService } from '#offices';
import { Database, Finders } from '#platform';
import { maskHousehold } from '../household-sight.js';
import type { DraftSide } from './draft.words.js';
import {
  type ContractRow,
  type IssuerRow,
  contractsByCode,
  contractsById,
  contractsByName,
  contractsOfHouseholds,
  contractsOfParty,
  issuersOf,
  issuersWithin,
} from './drafts.queries.js';

/** A household's contract as the first step offers it; the other side's household by its family name. */
export interface OfferedContract {
  id: string;
  name: string;
  place: string;
  members: number;
  parcels: number;
  areaMu: Mu;
  endsOn: Day;
  /** Told to who holds the paper, and to staff. */
  code: string;
  held: ContractHeld | null;
}

/** Why a contract may not be named: another office covers it, or it is another household's. */
export type ContractHeld = 'elsewhere' | 'stranger';

/** Whose land may be named in a draft, and by whom: the household itself, who holds its papers, or the office that covers it. */
@Injectable()
export class DraftContracts {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly finders: Finders,
    private readonly clock: Clock,
  ) {}

  async own(actor: Actor): Promise<ContractRow[]> {
    const party = speaksFor(actor);
    return party === null ? [] : contractsOfParty(this.database.reader, party, this.today());
  }

  byId(ids: readonly string[]): Promise<ContractRow[]> {
    return contractsById(
      this.database.reader,
      ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)),
      this.today(),
    );
  }

  /** A code finds it for everybody; names and villages only for staff, within their own offices (个人信息保护法第六条). */
  async find(q: string, actor: Actor): Promise<ContractRow[]> {
    const code = foldedCode(q);
    if (/^[0-9A-Z]{14,19}$/.test(code)) return contractsByCode(this.database.reader, code, this.today());
    if (actor.kind !== 'staff' || code.length < 2) return [];
    const { prefixes, rest } = await this.offices.narrow(q, scopesOf(actor));
    return prefixes.length === 0 ? [] : contractsByName(this.database.reader, prefixes, rest, this.today());
  }

  /** Of the households that this reader named last. */
  async recent(actor: Actor): Promise<ContractRow[]> {
    if (actor.kind !== 'staff') return [];
    const { found } = await this.finders.list('household', '', actor, 6);
    const codes = found.map(({ code }) => code);
    return contractsOfHouseholds(this.database.reader, codes, this.today());
  }

  async issuers(q: string, actor: Actor, chosen: string): Promise<IssuerRow[]> {
    const { reader } = this.database;
    const party = speaksFor(actor);
    const kept = chosen === '' ? [] : await issuersOf(reader, { code: chosen });
    const own = party === null ? [] : await issuersOf(reader, { bodyId: party });
    const sought = folded(q);
    const code = /^\d{14}$/.test(sought) ? await issuersOf(reader, { code: sought }) : [];
    const found =
      actor.kind === 'staff' && code.length === 0 ? await issuersWithin(reader, scopesOf(actor), sought) : [];
    return [...new Map([...kept, ...own, ...code, ...found].map((row) => [row.code, row])).values()].slice(0, 12);
  }

  /** Why a contract may not be offered in this draft by this person; null if it may. */
  held(row: ContractRow, side: DraftSide, own: readonly ContractRow[], actor: Actor): ContractHeld | null {
    if (own.some((each) => each.id === row.id) || reaches(actor, row.officeCode) || side === 'in') return null;
    return actor.kind === 'staff' ? 'elsewhere' : 'stranger';
  }

  async offered(
    row: ContractRow,
    side: DraftSide,
    own: readonly ContractRow[],
    actor: Actor,
  ): Promise<OfferedContract> {
    const names = await this.offices.names();
    const whole = actor.kind === 'staff' || own.includes(row);
    const { id, members, parcels, areaMu, endsOn } = row;
    return {
      ...{ id, members, parcels, areaMu, endsOn },
      name: whole ? row.contractorName : maskHousehold(row.contractorName),
      place: names.place(row.officeCode),
      code: whole ? row.code : '',
      held: this.held(row, side, own, actor),
    };
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}
