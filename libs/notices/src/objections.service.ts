import { Injectable } from '@nestjs/common';
import { type CaseReceipt, CasesService, received } from '#cases';
import { PartiesService } from '#parties';
import { type Act, type Elsewhere, Frames, type Heard, type Sound } from '#platform';
import { type NoticeAtHand, aboutOf } from './notice.facts.js';
import { complaint, lead, objection } from './objection.case.js';
import type { ObjectionInput } from './objection.input.js';
import { letterOf, objectionFaults } from './objection.letter.js';

/** Takes in objections to a notice: anybody may raise one; while it is open the case waits and the calendar goes on. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly cases: CasesService,
    private readonly parties: PartiesService,
    private readonly frames: Frames,
  ) {}

  objectFaults(act: Act, _notice: NoticeAtHand, input: Sound<ObjectionInput>): Heard[] {
    return objectionFaults(act, input);
  }

  /**
   * Takes an objection in, and answers the number and code by which its sender follows it. After the close it is a
   * complaint: looked into, but the period does not open again.
   */
  async object(act: Act, notice: NoticeAtHand, input: ObjectionInput): Promise<Elsewhere> {
    const kind = input.anonymous ? lead : notice.open ? objection : complaint;
    const about = aboutOf(notice.record);
    const known = act.actor.kind === 'staff' && !input.anonymous && input.personId;
    const person = known
      ? await this.parties.named(act, { found: known }, { name: 'name', identityNumber: 'idNumber' })
      : null;
    const letter = letterOf(act, { ...input, name: person?.name ?? input.name });
    const { file, code } = await this.cases.receive(
      act,
      kind,
      { ...letter, partyId: person?.id ?? null, ...about },
      { kind: 'evidence', received: input.evidence },
    );
    const at = `/notices/${notice.record.id}`;
    const view: CaseReceipt = {
      ...{ id: null, about: at, kind: kind.kind, number: file.number, code },
      dueAt: file.dueAt,
    };
    const said = received(kind.word, file.number, code);
    if (act.actor.kind === 'staff') return { things: 'cases', id: file.id, view: { ...view, id: file.id }, said };
    const due = file.dueAt?.toISOString() ?? '';
    const receipt = await this.frames.leave(act, { about: at, kind: kind.kind, number: file.number, code, due });
    return { things: 'cases/receipts', id: receipt, view, said };
  }
}
