import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dayOf } from '#kernel';
import { Numbers } from '#papers';
import type { Act, Reader, Tx } from '#platform';
import { CaseFile } from './case-file.entity.js';
import { caseProblems } from './case-file.problems.js';
import { type CaseFacts, effectOf } from './case-file.rules.js';
import {
  type CaseChannel,
  type CaseEffect,
  type CaseKind,
  type CaseOutcome,
  type CaseRelation,
  type CaseTopic,
  type ServedWay,
  caseKinds,
  caseLines,
  caseSeries,
  numberSigns,
  servedWays,
} from './case-file.words.js';
import { caseWorkflow } from './case-file.workflow.js';
import { type Contact, ContactSeal } from './contact-seal.js';

/** What comes in, whoever writes it down. */
export interface Letter {
  kind: CaseKind;
  topic: CaseTopic;
  subject: string;
  subjectId: string;
  subjectNumber: string;
  officeCode: string;
  relation: CaseRelation;
  name: string;
  contact: Contact | null;
  facts: string;
  request: string;
  channel: CaseChannel;
}

export interface Decision {
  outcome: CaseOutcome;
  effect: CaseEffect | null;
  /** 查明的情况: what was found out, and how. */
  findings: string;
  reasons: string;
  rule: string;
}

// Without 0, 1, i, l and o: these are read aloud and copied by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const hashOf = (code: string): string => createHash('sha256').update(code.trim().toLowerCase()).digest('hex');

/** Letters from people: received, accepted, decided, answered. */
@Injectable()
export class CasesService {
  constructor(
    private readonly seal: ContactSeal,
    private readonly numbers: Numbers,
  ) {}

  /** Takes a letter in and answers the code with which its sender follows it, shown this once. */
  async receive(act: Act, letter: Letter): Promise<{ file: CaseFile; code: string }> {
    const series = { name: `case:${letter.kind}`, word: caseSeries[letter.kind] };
    const number = await this.numbers.ofSeries(act, series);
    const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
    const { contact, ...rest } = letter;
    const row = {
      ...rest,
      number,
      contactSealed: contact ? this.seal.seal(contact, number) : null,
      receivedBy: act.actor.name,
      receivedAt: act.now,
      codeHash: hashOf(code),
      officeCodeBorn: letter.officeCode,
      rulesDay: act.today,
    };
    // Nobody waits for the answer to a tip without a name.
    const clock = letter.kind === 'lead' ? { clock: false as const } : {};
    const line = {
      action: 'receive',
      label: `${caseLines.received}${caseKinds[letter.kind]}`,
      detail: { number, about: letter.subjectNumber },
    };
    return { file: await act.open(caseWorkflow, CaseFile, row, { ...line, ...clock }), code };
  }

  /** Whoever accepts a letter handles it, by name. */
  async accept(act: Act, { record: file }: CaseFacts): Promise<void> {
    await act.take(caseWorkflow, { record: file }, 'accept', { startDay: dayOf(file.receivedAt) });
    const handler = { handlerName: act.actor.name, handlerAccountId: act.actor.accountId };
    await act.keep(CaseFile, file.id, handler);
    Object.assign(file, handler);
  }

  async decide(act: Act, { record: file }: CaseFacts, decision: Decision): Promise<void> {
    const settled = { ...decision, effect: effectOf(decision.outcome, decision.effect) };
    const decided = { ...settled, decidedBy: act.actor.name, decidedAt: act.now };
    // Written before the step, for the table refuses a decided letter without its decision.
    await act.keep(CaseFile, file.id, decided);
    Object.assign(file, decided);
    const detail = { outcome: settled.outcome, effect: settled.effect };
    await act.take(caseWorkflow, { record: file, decision: settled }, 'decide', { detail });
  }

  async serve(act: Act, facts: CaseFacts, way: ServedWay): Promise<void> {
    await act.take(caseWorkflow, facts, 'serve', { remark: servedWays[way] });
    await act.keep(CaseFile, facts.record.id, { servedHow: way, servedAt: act.now });
  }

  /** The sealed contact; whoever opens it leaves a line. */
  async reveal(act: Act, { record: file }: CaseFacts): Promise<Contact | null> {
    await act.note('case_file', file, { label: caseLines.revealed });
    return file.contactSealed ? this.seal.open(file.contactSealed, file.number) : null;
  }

  /** Locks a letter for an act. */
  async locked({ tx }: Act, id: string): Promise<CaseFacts> {
    const record = await tx.findOne(CaseFile, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!record) throw caseProblems.notFound();
    return { record };
  }

  async find(reader: Reader | Tx, id: string): Promise<CaseFile | null> {
    return reader.findOneBy(CaseFile, { id });
  }

  /** All letters about a record, oldest first. */
  async about(reader: Reader | Tx, subject: string, subjectId: string): Promise<CaseFile[]> {
    return reader.find(CaseFile, { where: { subject, subjectId }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  /** The letter behind the number and code of a receipt. */
  async follow(reader: Reader, number: string, code: string): Promise<CaseFile> {
    const file = await reader.findOneBy(CaseFile, { number: numberTyped(number) });
    const given = Buffer.from(hashOf(code));
    if (!file || !timingSafeEqual(Buffer.from(file.codeHash), given)) throw caseProblems.noCode();
    return file;
  }
}

/** A number as people type it: whatever brackets the phone offers, with or without the last character. */
function numberTyped(text: string): string {
  const number = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[([{【〈]/g, '〔')
    .replaceAll(/[)\]}】〉]/g, '〕');
  const { before, behind } = numberSigns;
  return new RegExp(`${before}\\d+$`).test(number) ? `${number}${behind}` : number;
}
