import { Injectable } from '@nestjs/common';
import { type Actor, creditCode, reaches } from '#kernel';
import { Body } from '#parties';
import { type Act, Database, type Elsewhere, Files, type Reader, type Tx } from '#platform';
import type { BodyCodeInput } from './body.input.js';
import { bodyFaults, bodyNotes, bodyProblems } from './body.problems.js';
import { bodyOffice } from './body.list.js';

/** A body as its acts know it. */
export interface BodyFacts {
  record: Body & { officeCode: string };
}

/** Bodies of the register at the counter: a code that was missing, of old or wrong is put right from the licence. */
@Injectable()
export class BodyDesk {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<BodyFacts> {
    await tx.query('SELECT 1 FROM body WHERE id = $1 FOR UPDATE', [id]);
    return this.facts(id, actor, tx);
  }

  read(id: string, me: Actor): Promise<BodyFacts> {
    return this.facts(id, me, this.database.reader);
  }

  see(id: string, me: Actor): Promise<BodyFacts> {
    return this.read(id, me);
  }

  async code(act: Act, { record }: BodyFacts, input: BodyCodeInput): Promise<Elsewhere> {
    const { id, officeCode, creditCode: before, oldCode } = record;
    const read = creditCode(input.creditCode);
    if (!read.ok) throw bodyFaults.code(read.reason);
    if (read.code === before) throw bodyFaults.same();
    const holder = await act.tx.findOne(Body, { where: { creditCode: read.code } });
    if (holder) throw bodyFaults.taken(holder.name);
    const legalRepresentative = input.representative?.trim() || record.legalRepresentative;
    await act.keep(Body, id, { creditCode: read.code, oldCode: null, legalRepresentative });
    await this.files.attach(act, input.file, { subject: 'body', subjectId: id, kind: 'body_proof' });
    const detail = { before: before ?? oldCode, code: read.code, legalRepresentative };
    const line = { action: 'code-body', label: bodyNotes.coded, detail, remark: input.reason };
    await act.note('body', { id, officeCode }, line);
    return { id, view: null };
  }

  private async facts(id: string, me: Actor, reader: Reader | Tx): Promise<BodyFacts> {
    const body = await reader.findOne(Body, { where: { id } });
    const officeCode = body && (await bodyOffice(reader, id));
    if (!body || !officeCode || !reaches(me, officeCode)) throw bodyProblems.notFound();
    return { record: Object.assign(body, { officeCode }) };
  }
}
