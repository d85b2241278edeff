import { Injectable } from '@nestjs/common';
import { type TransfereeKind, identityNumber, speaksFor } from '#kernel';
import { type BodyKind, PartiesService } from '#parties';
import type { Act, Tx } from '#platform';
import { applicationFaults } from './application.problems.js';
import type { Transfer } from '../transfer.entity.js';
import type { ApplicationInput, TransfereeInput } from '../transfer.input.js';

/** Who a transferee is, once it is a party. */
export interface Transferee {
  id: string;
  kind: TransfereeKind;
  name: string;
}

const bodies: Readonly<Partial<Record<TransfereeKind, BodyKind>>> = {
  cooperative: 'cooperative',
  family_farm: 'family_farm',
  leading_enterprise: 'enterprise',
  enterprise: 'enterprise',
  other: 'other',
};

/** Finds or registers the transferee that an application names. */
@Injectable()
export class Applicants {
  constructor(private readonly parties: PartiesService) {}

  /** The party named; else the one who is signed in or stands at the counter; else the one the case had before. */
  async transferee(
    act: Act,
    input: ApplicationInput,
    before: Transfer | null,
    issuerCode: string,
  ): Promise<Transferee> {
    const { tx, actor } = act;
    if (input.transferee) {
      const made = await this.register(act, input.transferee);
      // Who only calls himself a member is an outsider: township, licence and deposit turn on it (承包法第52条).
      if (made.kind === 'member' && !(await this.parties.isMemberOf(made.id, issuerCode, tx)))
        throw applicationFaults.noMember();
      return made;
    }
    if (before) {
      const { transfereeId: id, transfereeName: name, transfereeKind: kind } = before;
      return { id, name, kind: kind === 'member' ? await this.kindNow(tx, id, issuerCode) : kind };
    }
    const own = speaksFor(actor);
    if (own === null) throw applicationFaults.noTransferee();
    const party = await this.parties.get(own, tx);
    return { id: party.id, kind: await this.kindNow(tx, own, issuerCode), name: party.name };
  }

  /** A member is one of the collective whose land it is today; with other land he may be an outsider. */
  private async kindNow(tx: Tx, id: string, issuerCode: string): Promise<TransfereeKind> {
    const party = await this.parties.get(id, tx);
    return (await this.parties.belongsTo(party, issuerCode, tx)) ? 'member' : transfereeKindOf(party.bodyKind);
  }

  private async register(act: Act, input: TransfereeInput): Promise<Transferee> {
    const { name, phone, kind } = input;
    const person = identityNumber(input.number);
    const bodyKind = bodies[kind];
    if (person.ok || bodyKind === undefined || kind === 'member') {
      if (!person.ok) throw applicationFaults.number(person.reason);
      const made = await this.parties.registerPerson(act, {
        name,
        identityNumber: person.number,
        ...(phone ? { phone } : {}),
      });
      return { id: made.id, kind, name: made.name };
    }
    const made = await this.parties.registerBody(act, {
      name,
      kind: bodyKind,
      creditCode: input.number,
      legalRepresentative: input.legalRepresentative ?? '',
      ...(phone ? { phone } : {}),
      ...(input.address ? { address: input.address } : {}),
    });
    return { id: made.id, kind, name: made.name };
  }
}

export function transfereeKindOf(body: BodyKind | null): TransfereeKind {
  if (body === 'cooperative' || body === 'family_farm' || body === 'enterprise') return body;
  return body === null ? 'outside_person' : 'other';
}
