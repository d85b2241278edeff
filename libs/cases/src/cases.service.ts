import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Actor, folded, reaches, speaksFor } from '#kernel';
import { Numbers, type Paper, PapersService } from '#papers';
import { type Act, Files, type Reader, type Received, type Tx } from '#platform';
import { CaseFile } from './case-file.entity.js';
import { caseProblems } from './case-file.problems.js';
import { type CaseChannel, caseLines, numberSigns } from './case-file.words.js';
import { type CaseFacts, type CaseKind, type CaseSide, kindOf } from './case-kind.js';
import { type Contact, ContactSeal } from './contact-seal.js';

/** The record that a case is about, with its place. */
export interface About {
  subject: string;
  subjectId: string;
  subjectNumber: string;
  officeCode: string;
  town: string;
  village: string;
  areaMu: string | null;
}

/** What comes in, whoever writes it down. */
export interface Letter {
  topic: string;
  relation: string;
  partyId?: string | null;
  name: string;
  phoneMasked?: string;
  contact: Contact | null;
  facts: string;
  request: string;
  channel: CaseChannel;
}

// Without 0, 1, i, l and o: these are read aloud and copied by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const hashOf = (code: string): string => createHash('sha256').update(folded(code)).digest('hex');

/** Cases: received, found, followed, and told of in writing. */
@Injectable()
export class CasesService {
  constructor(
    private readonly seal: ContactSeal,
    private readonly numbers: Numbers,
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly modules: ModuleRef,
  ) {}

  /** Takes a case in with what lies with it, and answers the code with which its sender follows it, shown this once. */
  async receive(
    act: Act,
    kind: CaseKind,
    letter: Letter & About,
    files: { kind: string; received: readonly Received[] },
  ): Promise<{ file: CaseFile; code: string }> {
    const number = await this.numbers.ofSeries(act, kind.series);
    const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
    const { contact, phoneMasked = '', partyId = null, ...rest } = letter;
    const row = {
      ...{ ...rest, kind: kind.kind, number, phoneMasked, partyId, codeHash: hashOf(code) },
      contactSealed: contact ? this.seal.seal(contact, number) : null,
      ...{ receivedBy: act.actor.name, receivedAt: act.now, officeCodeBorn: letter.officeCode, rulesDay: act.today },
    };
    const file = await act.open(kind.workflow, CaseFile, row, {
      ...{ action: 'receive', label: `${caseLines.received}${kind.word}` },
      detail: { number, about: letter.subjectNumber },
    });
    for (const each of files.received)
      await this.files.attach(act, each, { subject: 'case_file', subjectId: file.id, kind: files.kind });
    return { file, code };
  }

  /** The case with all that its rules ask, locked behind what it is about; to whom it is not shown it is not there. */
  async locked(act: Act, id: string): Promise<CaseFacts> {
    const seen = shownTo(await act.tx.findOneBy(CaseFile, { id }), act.actor);
    await this.sideOf(kindOf(seen))?.lock?.(act, seen);
    return this.facts(act.tx, await this.lock(act, id));
  }

  async read(reader: Reader, id: string, me: Actor): Promise<CaseFacts> {
    return this.facts(reader, shownTo(await reader.findOneBy(CaseFile, { id }), me));
  }

  async lock({ tx }: Act, id: string): Promise<CaseFile> {
    return tx.findOneOrFail(CaseFile, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async facts(reader: Reader | Tx, record: CaseFile): Promise<CaseFacts> {
    const kind = kindOf(record);
    return {
      ...{ record, kind, files: await this.files.of(reader, 'case_file', record.id) },
      own: (await this.sideOf(kind)?.own?.(reader, record)) ?? {},
      belongsTo: (who) => record.partyId !== null && speaksFor(who) === record.partyId,
    };
  }

  /** Cases about a record, oldest first. */
  async about(reader: Reader | Tx, subject: string, subjectId: string): Promise<CaseFile[]> {
    return reader.find(CaseFile, { where: { subject, subjectId }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  papersOf(reader: Reader, id: string): Promise<Paper[]> {
    return this.papers.of(reader, 'case_file', id);
  }

  async keep(act: Act, file: CaseFile, changes: Partial<CaseFile>): Promise<void> {
    Object.assign(file, changes);
    await act.keep(CaseFile, file.id, changes);
  }

  /** What follows from a step in the lib of its kind, and the letter that goes out with it. */
  async follow(act: Act, facts: CaseFacts, action: string): Promise<void> {
    const { record, kind } = facts;
    const side = this.sideOf(kind);
    await side?.follow?.(act, facts, action);
    const letter = kind.letters?.[action];
    if (letter === undefined) return;
    const about = { subject: 'case_file', subjectId: record.id, officeCode: record.officeCode };
    const partyIds = record.partyId === null ? [] : [record.partyId];
    const letterFacts = (await side?.letterFacts?.(act, facts)) ?? {};
    await this.papers.issue(act, letter, { ...about, partyIds }, facts as never, letterFacts as never);
  }

  /** Opens the sealed contact, and leaves a line about it with its reason. */
  async reveal(act: Act, { record: file }: CaseFacts, reason: string): Promise<Contact | null> {
    await act.note('case_file', file, { action: 'reveal', label: caseLines.revealed, remark: reason });
    return file.contactSealed === null ? null : this.seal.open(file.contactSealed, file.number);
  }

  /** The case behind the number and code of a receipt. */
  async followed(reader: Reader, number: string, code: string): Promise<CaseFile> {
    const file = await reader.findOneBy(CaseFile, { number: numberTyped(number) });
    const given = Buffer.from(hashOf(code));
    if (!file?.codeHash || !timingSafeEqual(Buffer.from(file.codeHash), given)) throw caseProblems.noCode();
    return file;
  }

  private sideOf({ side }: CaseKind): CaseSide | undefined {
    return side && this.modules.get<CaseSide>(side, { strict: false });
  }
}

/** The offices of the place and the party whose it is see a case, nobody else. */
function shownTo(file: CaseFile | null, me: Actor): CaseFile {
  const own = file !== null && file.partyId !== null && speaksFor(me) === file.partyId;
  if (!file || !(own || reaches(me, file.officeCode))) throw caseProblems.notFound();
  return file;
}

/** A number as people type it: whatever brackets the phone offers, with or without the last character. */
function numberTyped(text: string): string {
  const number = folded(text).replaceAll('(', '〔').replaceAll(')', '〕');
  const { before, behind } = numberSigns;
  return new RegExp(`${before}\\d+$`).test(number) ? `${number}${behind}` : number;
}
