import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  dayOf,
  formatDay,
  formatMu,
  maskName,
  mu,
  speaksFor,
  scopesOf,
  reaches,
} from '#kernel';
import { OfficesService } from '#offices';
import { Database, Finders } from '#platform';
import { type DraftSide } from './application-draft.entity.js';
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

export interface Choice {
  value: string;
  label: string;
  text: string;
  why: string;
}

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
    const words = q.normalize('NFKC').trim().toUpperCase();
    if (/^[0-9A-Z]{14,19}$/.test(words)) return contractsByCode(this.database.reader, words, this.today());
    if (actor.kind !== 'staff' || words.length < 2) return [];
    const { prefixes, rest } = await this.offices.narrow(words, scopesOf(actor));
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
    const code = /^\d{14}$/.test(q.trim()) ? await issuersOf(reader, { code: q.trim() }) : [];
    const found =
      actor.kind === 'staff' && code.length === 0 ? await issuersWithin(reader, scopesOf(actor), q.trim()) : [];
    return [...new Map([...kept, ...own, ...code, ...found].map((row) => [row.code, row])).values()].slice(0, 12);
  }

  /** Why a contract may not be offered in this draft by this person; empty if it may. */
  refusal(row: ContractRow, side: DraftSide, own: readonly ContractRow[], actor: Actor): string {
    if (own.some((each) => each.id === row.id)) return '';
    if (reaches(actor, row.officeCode)) return '';
    if (side === 'in') return '';
    return actor.kind === 'staff' ? '不归您这里管，请到它所在的镇办' : '不是您家的承包合同';
  }

  async choice(row: ContractRow, why: string, actor: Actor, own: boolean): Promise<Choice> {
    const names = await this.offices.names();
    const name = actor.kind === 'staff' || own ? row.contractorName : maskHousehold(row.contractorName);
    const code = own || actor.kind === 'staff' ? `，合同 ${row.code}` : '';
    const facts = `${names.place(row.officeCode)}，${row.members} 人，${row.parcels} 块 ${formatMu(mu(row.areaMu))} 亩，承包到 ${formatDay(row.endsOn)}${code}`;
    return { value: row.id, label: name, text: facts, why };
  }

  async issuerChoice(row: IssuerRow): Promise<Choice> {
    return {
      value: row.code,
      label: row.name,
      text: `${row.parcels} 块没有发包的地，${formatMu(mu(row.areaMu))} 亩`,
      why: '',
    };
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

/** 王小明户 → 王＊＊户. */
function maskHousehold(name: string): string {
  return name.endsWith('户') && name.length > 2 ? `${maskName(name.slice(0, -1))}户` : maskName(name);
}
