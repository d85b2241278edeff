import { Injectable } from '@nestjs/common';
import { within } from '#kernel';
import { OfficesService } from '#offices';
import { type PartyRow, PartiesService } from '#parties';
import type { Tx } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { numberKinds } from './paper-party.words.js';

/** A party as a paper names it. */
export interface PartyOnPaper {
  name: string;
  number: string;
  label: (typeof numberKinds)[keyof typeof numberKinds];
  representative: string;
  /** The representative's own number, where the register has it. */
  representativeId: string;
  address: string;
  phone: string;
  kind: string;
}

/** Parties, desks and issuers as papers name them. */
@Injectable()
export class PaperParties {
  constructor(
    private readonly parties: PartiesService,
    private readonly offices: OfficesService,
  ) {}

  async partyOf(tx: Tx, id: string): Promise<PartyOnPaper> {
    return this.onPaper(await this.parties.get(id, tx));
  }

  private onPaper(row: PartyRow): PartyOnPaper {
    const shown = this.parties.view(row);
    return {
      name: row.name,
      // Papers carry the masked identity number: the whole one is written by hand at signing and is never kept in clear.
      number: shown.code,
      label: row.creditCode ? numberKinds.credit : numberKinds.identity,
      representative: shown.representative === '' ? row.name : shown.representative,
      // 户的代表人、自然人本人的号码登记簿里有；单位法定代表人的没有，签的时候手写。
      representativeId: row.kind === 'body' ? '' : shown.code,
      address: row.address,
      phone: shown.phone,
      kind: row.kind,
    };
  }

  /** Every transferor of a case. */
  async grantors(tx: Tx, facts: TransferFacts): Promise<Map<string, PartyOnPaper>> {
    const found = new Map<string, PartyOnPaper>();
    const ids = [...new Set(facts.parcels.map((parcel) => parcel.grantorId))];
    const rows = await this.parties.getMany(ids, tx);
    for (const id of ids) {
      const row = rows.get(id);
      if (row) found.set(id, this.onPaper(row));
    }
    return found;
  }

  /** Where people are told to ask: a department of the town's exchange. */
  async desk(facts: TransferFacts, department: 'trade' | 'finance' = 'trade') {
    const office = await this.offices.get(within(facts.record.officeCode, 'town'));
    const own = office.departments.find(({ kind }) => kind === department)?.name ?? '';
    return { name: `${office.name} ${own}`.trim(), address: office.address, phone: office.phone };
  }

  /** The exchange of the town. */
  async exchange(facts: TransferFacts): Promise<string> {
    return (await this.offices.get(within(facts.record.officeCode, 'town'))).name;
  }

  async issuerName(tx: Tx, code: string): Promise<string> {
    const rows: { name: string }[] = await tx.query('SELECT name FROM issuer WHERE code = $1', [code]);
    return rows[0]?.name ?? code;
  }
}

/** 申请由双方提出，告知也给双方：a letter names both, transferor first. */
export const bothSides = ({ record }: Pick<TransferFacts, 'record'>): string =>
  `${record.transferorName}、${record.transfereeName}`;
