import { Injectable } from '@nestjs/common';
import type { Day, Fen, Term } from '#kernel';
import { type Act, Database, Files, type Reader, type Tx, accessProblems } from '#platform';
import { Encumbrance, type EncumbranceStatus, isLive } from './encumbrance.entity.js';
import type { EncumbranceEndInput } from './encumbrance.input.js';
import { encumbranceNotes } from './encumbrance.words.js';
import { mayEncumber } from './encumbrance.posts.js';
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

/** Mortgages on contracts and on management rights, as the registry or the bank shows them. */
@Injectable()
export class EncumbrancesService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async note(act: Act, wish: EncumbranceWish): Promise<Encumbrance> {
    const { registered, term, ...rest } = wish;
    const encumbrance = act.tx.create(Encumbrance, {
      ...rest,
      term: rangeOf(term),
      status: registered ? 'registered' : 'consented',
      registeredNumber: registered?.number ?? null,
      registeredOn: registered?.on ?? null,
      overOn: null,
      overProofFileId: null,
      recordedAt: act.now,
    });
    await act.tx.insert(Encumbrance, encumbrance);
    await note(act, encumbrance, 'encumber', encumbranceNotes.entered);
    return encumbrance;
  }

  /** The mortgagee's written consent to one case. */
  async consent(
    act: Act,
    encumbranceId: string,
    about: { subject: string; subjectId: string; evidenceFileId: string; on: Day },
  ): Promise<void> {
    const encumbrance = await this.lock(act.tx, encumbranceId);
    const { on: givenOn, ...rest } = about;
    await act.tx.insert(MortgageeConsent, { encumbranceId, ...rest, givenOn });
    await note(act, encumbrance, 'mortgagee-consent', encumbranceNotes.consent);
  }

  /** The mortgage is over, as the bank's own document shows. */
  async end(act: Act, { record }: { record: { id: string } }, input: EncumbranceEndInput): Promise<void> {
    if (!mayEncumber(act.actor)) throw accessProblems.notYourPost();
    const exhibit = { subject: 'encumbrance', subjectId: record.id, kind: 'release' };
    const proof = await this.files.attach(act, input.file, exhibit);
    await this.close(act, record.id, input.how, input.overOn as Day, proof.id);
  }

  /** Released, enforced or lapsed; the record stays. */
  async close(
    act: Act,
    encumbranceId: string,
    how: Extract<EncumbranceStatus, 'released' | 'enforced' | 'lapsed'>,
    on: Day,
    proofFileId: string,
  ): Promise<Encumbrance> {
    const encumbrance = await this.lock(act.tx, encumbranceId);
    if (!isLive(encumbrance)) throw rightProblems.encumbranceOver();
    const change = { status: how, overOn: on, overProofFileId: proofFileId };
    await act.keep(Encumbrance, encumbrance.id, change);
    await note(act, Object.assign(encumbrance, change), 'encumbrance-over', encumbranceNotes[how]);
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
}

function note(act: Act, encumbrance: Encumbrance, action: string, label: string): Promise<void> {
  const { id, status: toState, mortgageeName: mortgagee, contractNumber: number } = encumbrance;
  const line = { action, label, toState, detail: { mortgagee, number } };
  return act.note('encumbrance', { id, officeCode: act.officeCode }, line);
}
