import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type Fen, type Term } from '#kernel';
import { Database, type Reader, record, type Tx } from '#platform';
import { Encumbrance, type EncumbranceStanding, isLive } from './encumbrance.entity.js';
import { MortgageeConsent } from './mortgagee-consent.entity.js';
import { rightProblems } from './right.problems.js';
import { rangeOf } from './term-range.js';

export interface EncumbranceWish {
  contractId: string | null;
  rightId: string | null;
  mortgageeName: string;
  mortgagorId: string;
  claim: Encumbrance['claim'];
  principalFen: Fen;
  term: Term;
  contractNumber: string;
  registered: { number: string; on: Day } | null;
}

const ended = { released: '解除抵押', enforced: '抵押权实现', lapsed: '抵押权失效' } as const;

/** Mortgages on contracts and on management rights, as the registry or the bank shows them. */
@Injectable()
export class EncumbrancesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async note(tx: Tx, wish: EncumbranceWish, actor: Actor): Promise<Encumbrance> {
    const { registered, term, ...rest } = wish;
    const encumbrance = tx.create(Encumbrance, {
      ...rest,
      term: rangeOf(term),
      standing: registered ? 'registered' : 'consented',
      registeredNumber: registered?.number ?? null,
      registeredOn: registered?.on ?? null,
      overOn: null,
      overProofFileId: null,
      recordedAt: this.clock.now(),
    });
    await tx.insert(Encumbrance, encumbrance);
    await this.tell(tx, encumbrance, 'encumber', '登记抵押', actor);
    return encumbrance;
  }

  /** The mortgagee's written consent to one case. */
  async consent(
    tx: Tx,
    encumbranceId: string,
    about: { subject: string; subjectId: string; evidenceFileId: string; on: Day },
    actor: Actor,
  ): Promise<void> {
    const encumbrance = await this.lock(tx, encumbranceId);
    const { on: givenOn, ...rest } = about;
    await tx.insert(MortgageeConsent, { encumbranceId, ...rest, givenOn });
    await this.tell(tx, encumbrance, 'mortgagee-consent', '抵押权人书面同意', actor);
  }

  /** Released, enforced or lapsed; the record stays. */
  async close(
    tx: Tx,
    encumbranceId: string,
    how: Extract<EncumbranceStanding, 'released' | 'enforced' | 'lapsed'>,
    on: Day,
    proofFileId: string,
    actor: Actor,
  ): Promise<Encumbrance> {
    const encumbrance = await this.lock(tx, encumbranceId);
    if (!isLive(encumbrance)) throw rightProblems.encumbranceOver();
    const change = { standing: how, overOn: on, overProofFileId: proofFileId };
    await tx.update(Encumbrance, { id: encumbrance.id }, change);
    await this.tell(tx, Object.assign(encumbrance, change), 'encumbrance-over', ended[how], actor);
    return encumbrance;
  }

  async of(
    about: { contractId: string } | { rightId: string },
    reader: Reader | Tx = this.database.reader,
  ): Promise<Encumbrance[]> {
    return reader.find(Encumbrance, { where: about, order: { recordedAt: 'ASC' } });
  }

  private async lock(tx: Tx, id: string): Promise<Encumbrance> {
    const found = await tx.findOne(Encumbrance, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw rightProblems.encumbranceNotFound();
    return found;
  }

  private async tell(tx: Tx, encumbrance: Encumbrance, action: string, label: string, actor: Actor): Promise<void> {
    const act = { subject: 'encumbrance', subjectId: encumbrance.id, action, label, toState: encumbrance.standing };
    const detail = { mortgagee: encumbrance.mortgageeName, number: encumbrance.contractNumber };
    await record(tx, { ...act, officeCode: actor.posts[0]?.officeCode ?? '', detail }, actor, this.clock.now());
  }
}
