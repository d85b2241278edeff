import { Injectable } from '@nestjs/common';
import { type Actor, Problem, type TransfereeKind, creditCode, identityNumber, sameName, speaksFor } from '#kernel';
import { type BodyKind, PartiesService, partyProblems, partyRefusals } from '#parties';
import { type Act, type Heard, type Reader, type Sound, type Tx, inputProblem } from '#platform';
import { applicationFaults } from './application.problems.js';
import type { Transfer } from '../transfer.entity.js';
import type { ApplicationInput, TransfereeInput } from '../transfer.input.js';

/** Who a transferee is, once it is a party. */
export interface Transferee {
  id: string;
  kind: TransfereeKind;
  name: string;
}

type Named = Sound<TransfereeInput> | undefined;

/** What only the register could find out about a number is said at its field. */
const atNumber = ({ type, status, title, members }: Problem): Problem =>
  new Problem(type, status, title, {
    ...members,
    errors: [{ pointer: '#/transferee/number', detail: members.detail ?? title }],
  });

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
    if (input.transferee) return this.register(act, input.transferee);
    if (before) {
      const { transfereeId: id, transfereeName: name } = before;
      return { id, name, kind: await this.kindAgain(tx, before, issuerCode) };
    }
    const own = speaksFor(actor);
    if (own === null) throw applicationFaults.noTransferee();
    const party = await this.parties.get(own, tx);
    return { id: party.id, kind: await this.kindNow(tx, own, issuerCode), name: party.name };
  }

  /** What the register knows against the one who is named, as far as he is named well enough to be looked up. */
  async faults({ tx, today }: Act, named: Named, issuerCode: string | null): Promise<Heard[]> {
    const { kind, name, number } = named ?? {};
    if (kind === undefined || number === undefined) return [];
    const person = identityNumber(number, today);
    if (!person.ok && bodies[kind] !== undefined && kind !== 'member') return this.bodyFaults(tx, name, number);
    if (!person.ok) return [applicationFaults.number(person.reason)];
    const known = await this.parties.findPerson(person.number, tx);
    if (known && name !== undefined && !sameName(known.name, name))
      return [atNumber(partyProblems.identityOfAnother())];
    // Who only calls himself a member is an outsider: township, licence and deposit turn on it (承包法第52条).
    if (kind !== 'member' || issuerCode === null) return [];
    return known && (await this.parties.isMemberOf(known.id, issuerCode, tx)) ? [] : [applicationFaults.noMember()];
  }

  /** What kind of transferee an application has: as it says, as the case has it, as the one is who applies; null where none is told. */
  async kindOf(
    { tx, actor }: { tx: Reader | Tx; actor: Actor },
    { transferee }: { transferee?: Named },
    before: Transfer | null,
    issuerCode: string,
  ): Promise<TransfereeKind | null> {
    if (transferee) return transferee.kind ?? null;
    if (before) return this.kindAgain(tx, before, issuerCode);
    const own = speaksFor(actor);
    return own === null ? null : this.kindNow(tx, own, issuerCode);
  }

  private async bodyFaults(tx: Tx, name: string | undefined, number: string): Promise<Heard[]> {
    const read = creditCode(number);
    if (!read.ok) return [atNumber(partyProblems.creditCodeWrong({ detail: read.reason }))];
    const known = await this.parties.findByCreditCode(read.code, tx);
    const other = known && name !== undefined && !sameName(known.name, name);
    return other ? [atNumber(partyRefusals.creditCodeTaken(known.name))] : [];
  }

  private async kindAgain(
    tx: Reader | Tx,
    { transfereeId, transfereeKind: kind }: Transfer,
    issuerCode: string,
  ): Promise<TransfereeKind> {
    return kind === 'member' ? this.kindNow(tx, transfereeId, issuerCode) : kind;
  }

  /** A member is one of the collective whose land it is today; with other land he may be an outsider. */
  private async kindNow(tx: Reader | Tx, id: string, issuerCode: string): Promise<TransfereeKind> {
    const party = await this.parties.get(id, tx);
    return (await this.parties.belongsTo(party, issuerCode, tx)) ? 'member' : transfereeKindOf(party.bodyKind);
  }

  private async register(act: Act, input: TransfereeInput): Promise<Transferee> {
    const { name, phone, kind } = input;
    const person = identityNumber(input.number);
    const bodyKind = bodies[kind];
    if (person.ok || bodyKind === undefined || kind === 'member') {
      if (!person.ok) throw inputProblem([applicationFaults.number(person.reason)]);
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
