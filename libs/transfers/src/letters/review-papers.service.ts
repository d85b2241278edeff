import { Injectable } from '@nestjs/common';
import { dayOf } from '#kernel';
import type { PaperViews } from '#papers';
import { type Act, Deadlines, type EvidenceFile, Files } from '#platform';
import { CaseLetters } from './case-letters.service.js';
import { checkItems, isCheckItem } from '../checklist.words.js';
import type { Reviewed } from '../transfer.entity.js';
import { dealView } from '../deal.view.js';
import type { DefectInput, ReasonInput } from '../transfer.steps.input.js';
import { PaperParties, bothSides } from './paper-parties.service.js';
import { transferKinds } from '../transfer.words.js';
import type { TransferFacts } from '../transfer.facts.js';
import { type FileKind, fileKinds } from '../material.words.js';
import { reviewsOf } from '../transfers.queries.js';

/** What the desks write on an application: accepted, to be corrected, the town's and the county's opinion, refused. */
@Injectable()
export class ReviewPapers {
  constructor(
    private readonly letters: CaseLetters,
    private readonly names: PaperParties,
    private readonly deadlines: Deadlines,
    private readonly files: Files,
  ) {}

  async acceptance(act: Act, facts: TransferFacts): Promise<void> {
    const due = await this.deadlines.running(act.tx, 'transfer', facts.record.id);
    const brought = await this.files.of(act.tx, 'transfer', facts.record.id);
    await this.letters.issue(act, 'acceptance', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      addressee: bothSides(facts),
      submittedOn: dayOf(facts.record.submittedAt ?? act.now),
      acceptedOn: act.today,
      acceptor: act.actor.name,
      materials: materialsOf(facts, brought),
      reviewDueOn: due?.lastDay ?? act.today,
      desk: await this.names.desk(facts),
      followCode: facts.record.followCode,
    });
  }

  async correction(act: Act, facts: TransferFacts, defects: readonly DefectInput[]): Promise<void> {
    const due = await this.deadlines.running(act.tx, 'transfer', facts.record.id);
    await this.letters.issue(act, 'correction', facts, {
      caseNumber: facts.record.number ?? '',
      addressee: bothSides(facts),
      round: facts.record.round,
      submittedOn: dayOf(facts.record.submittedAt ?? act.now),
      defects: defects.map(({ item, fault, text, rule }) => ({ item, fault, remedy: text, rule: rule ?? '' })),
      dueOn: due?.lastDay ?? act.today,
      desk: await this.names.desk(facts),
    });
  }

  /** 镇初审的审核意见书: what was looked at, and what the reviewer thinks of it. */
  async town(act: Act, facts: TransferFacts, before: Reviewed, opinion: string): Promise<void> {
    const asked = facts.consents.flatMap((each) => each.members).filter((member) => member.coRight);
    await this.letters.issue(act, 'town_review', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      addressee: bothSides(facts),
      receivedAt: before.submittedAt ?? act.now,
      dueAt: before.dueAt,
      doneAt: act.now,
      identityPapers: facts.identityPapers,
      collective: facts.record.kind === 'collective',
      households: facts.consents.length,
      consents: asked.filter((member) => member.consented).length,
      opinion,
      reviewer: act.actor.name,
    });
  }

  /** 县级审核意见书, whatever came of the review; told to the town, which tells the parties where they have to act. */
  async county(
    act: Act,
    facts: TransferFacts,
    outcome: { conclusion: PaperViews['review']['conclusion']; reasons: readonly { text: string; rule: string }[] },
  ): Promise<void> {
    const { record } = facts;
    const row = (await reviewsOf(act.tx, record.id)).findLast(
      (each) => each.level === 'county' && each.round === record.round,
    );
    await this.letters.issue(act, 'review', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      level: 'county',
      addressee: bothSides(facts),
      receivedAt: record.pushedAt ?? act.now,
      dueAt: row?.dueAt ?? null,
      doneAt: act.now,
      checklist: (row?.checklist ?? []).map((check) => ({
        item: isCheckItem(check.item) ? checkItems[check.item].label : check.item,
        result: check.result,
        note: check.note,
      })),
      conclusion: outcome.conclusion,
      reasons: outcome.reasons,
      opinion: row?.opinion ?? '',
      reviewer: act.actor.name,
    });
  }

  async rejection(act: Act, facts: TransferFacts, input: ReasonInput): Promise<void> {
    await this.letters.issue(act, 'rejection', facts, {
      caseNumber: facts.record.number ?? '',
      addressee: bothSides(facts),
      submittedOn: dayOf(facts.record.submittedAt ?? act.now),
      place: facts.record.place,
      areaMu: facts.record.areaMu,
      kind: transferKinds[facts.record.kind],
      facts: input.reason,
      reasons: [{ text: input.reason, rule: input.rule }],
      desk: await this.names.desk(facts),
    });
  }
}

/** 收到的材料，一样一行: the application itself, and whatever was brought with it, by kind. */
function materialsOf({ record }: TransferFacts, files: readonly EvidenceFile[]): PaperViews['acceptance']['materials'] {
  const kinds = [...new Set(files.map((file) => file.kind))];
  return [
    { name: transferKinds[record.kind], copies: 1, form: 'online' },
    ...kinds.map((kind) => ({
      name: fileKinds[kind as FileKind] ?? fileKinds.other,
      copies: files.filter((file) => file.kind === kind).length,
      form: 'scan' as const,
    })),
  ];
}
