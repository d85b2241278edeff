import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, type Day, dayOf } from '#kernel';
import { Numbers } from '#papers';
import { actWithin, Deadlines, ParameterStore, type Reader, Steps, type Tx, record } from '#platform';
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
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly parameters: ParameterStore,
    private readonly seal: ContactSeal,
    private readonly numbers: Numbers,
  ) {}

  /** Takes a letter in and answers the code with which its sender follows it, shown this once. */
  async receive(tx: Tx, letter: Letter, actor: Actor, now: Date): Promise<{ file: CaseFile; code: string }> {
    const today = dayOf(now);
    const { word, label } = caseKinds[letter.kind];
    const number = await this.numbers.ofSeries(actWithin(tx, actor, now), { name: `case:${letter.kind}`, word });
    const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
    const { contact, ...rest } = letter;
    const file = tx.create(CaseFile, {
      ...rest,
      number,
      contactSealed: contact ? this.seal.seal(contact, number) : null,
      receivedBy: actor.name,
      receivedAt: now,
      codeHash: hashOf(code),
      state: caseWorkflow.first,
      stateSince: now,
      dueAt: null,
      officeCodeBorn: letter.officeCode,
      revision: 1,
      rulesDay: today,
    });
    await tx.save(CaseFile, file);
    if (letter.kind !== 'lead') await this.startClock(tx, file, today, now);
    const act = {
      subject: 'case_file',
      subjectId: file.id,
      action: 'receive',
      label: `收到${label}`,
      officeCode: file.officeCode,
    };
    await record(tx, { ...act, toState: file.state, detail: { number, about: letter.subjectNumber } }, actor, now);
    return { file, code };
  }

  /** Whoever accepts a letter handles it, by name. */
  async accept(tx: Tx, id: string, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.lock(tx, id);
    await this.steps.take(tx, caseWorkflow, { record: file }, 'accept', actor, {
      now,
      startDay: dayOf(file.receivedAt),
    });
    file.handlerName = actor.name;
    file.handlerAccountId = actor.accountId;
    return tx.save(CaseFile, file);
  }

  async decide(tx: Tx, id: string, decision: Decision, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.lock(tx, id);
    const settled = { ...decision, effect: effectOf(decision.outcome, decision.effect) };
    // Written before the step, for the table refuses a decided letter without its decision.
    await tx.query(
      'UPDATE case_file SET outcome = $2, effect = $3, reasons = $4, rule = $5, decided_by = $6, decided_at = $7, findings = $8 WHERE id = $1',
      [id, settled.outcome, settled.effect, settled.reasons, settled.rule, actor.name, now, settled.findings],
    );
    Object.assign(file, settled, { decidedBy: actor.name, decidedAt: now });
    const detail = { outcome: settled.outcome, effect: settled.effect };
    await this.steps.take(tx, caseWorkflow, { record: file, decision: settled }, 'decide', actor, { now, detail });
    return file;
  }

  async serve(tx: Tx, id: string, way: ServedWay, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.lock(tx, id);
    await this.steps.take(tx, caseWorkflow, { record: file }, 'serve', actor, { now, remark: servedWays[way] });
    file.servedHow = way;
    file.servedAt = now;
    return tx.save(CaseFile, file);
  }

  /** The sender takes it back; what he says of it is kept. */
  async withdraw(tx: Tx, id: string, reason: string, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.lock(tx, id);
    await this.steps.take(tx, caseWorkflow, { record: file }, 'withdraw', actor, { now, remark: reason });
    return file;
  }

  /** An anonymous tip is looked into and put on record. */
  async note(tx: Tx, id: string, remark: string, actor: Actor, now: Date): Promise<CaseFile> {
    const file = await this.lock(tx, id);
    await this.steps.take(tx, caseWorkflow, { record: file }, 'note', actor, { now, remark });
    return file;
  }

  /** Opens the sealed contact; that somebody looked stays on record. */
  async reveal(tx: Tx, id: string, actor: Actor, now: Date): Promise<Contact | null> {
    const file = await this.lock(tx, id);
    const act = {
      subject: 'case_file',
      subjectId: id,
      action: 'reveal',
      label: '查看联系方式',
      officeCode: file.officeCode,
    };
    await record(tx, act, actor, now);
    return file.contactSealed ? this.seal.open(file.contactSealed, file.number) : null;
  }

  facts(file: CaseFile): CaseFacts {
    return { record: file };
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

  private async lock(tx: Tx, id: string): Promise<CaseFile> {
    const file = await tx.findOne(CaseFile, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!file) throw caseProblems.notFound();
    return file;
  }

  private async startClock(tx: Tx, file: CaseFile, today: Day, now: Date): Promise<void> {
    const state = caseWorkflow.states.received;
    const { objectionDecisionWorkingDays: workingDays } = await this.parameters.at(tx, today);
    const { dueAt } = await this.deadlines.set(
      tx,
      {
        subject: 'case_file',
        subjectId: file.id,
        kind: 'state:received',
        label: state.label,
        basis: state.basis ?? '',
        start: today,
        workingDays,
        untilClose: false,
        officeCode: file.officeCode,
        column: { table: 'case_file', name: 'due_at' },
      },
      now,
    );
    file.dueAt = dueAt;
    await tx.query('UPDATE case_file SET due_at = $2 WHERE id = $1', [file.id, dueAt]);
  }
}

/** A number as people type it: whatever brackets the phone offers, with or without the last character. */
function numberTyped(text: string): string {
  const number = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[([{【〈]/g, '〔')
    .replaceAll(/[)\]}】〉]/g, '〕');
  return /第\d+$/.test(number) ? `${number}号` : number;
}
