import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Act, Shown, formOf } from '#platform';
import { Paper, type PaperFacts } from './paper.entity.js';
import { paperProblems } from './paper.problems.js';
import { type PrintRegister, registerOf } from './paper.view.js';
import { PapersService } from './papers.service.js';
import { PrintInput, SignedCopyInput } from './print.input.js';
import { PrintsService } from './prints.service.js';
import { SignedCopies } from './signed-copies.service.js';

/** Reads a paper for its acts, and shows its copies. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly papers: PapersService,
    private readonly prints: PrintsService,
    private readonly copies: SignedCopies,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<PaperFacts> {
    const record = await tx.findOne(Paper, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!record || actor.kind !== 'staff') throw paperProblems.gone();
    return { record: this.papers.shownTo(record, actor) };
  }

  async read(id: string, me: Actor): Promise<PaperFacts> {
    return { record: await this.papers.seen(id, me) };
  }

  /** The register of its copies. */
  async see(id: string, me: Actor): Promise<Shown<PrintRegister>> {
    const { record } = await this.read(id, me);
    const seen = { ...(await this.prints.register(id)), scans: await this.copies.of(id) };
    return new Shown(registerOf(record, seen, me), { reason: formOf(PrintInput), scan: formOf(SignedCopyInput) });
  }
}
