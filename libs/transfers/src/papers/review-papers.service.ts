import { Injectable } from '@nestjs/common';
import { addDays, dayOf, formatMoment, formatMu, formatShortDay, startOf, weekdayName } from '#kernel';
import type { PaperViews } from '#papers';
import { type Act, Deadlines, type EvidenceFile, Files } from '#platform';
import { CaseLetters } from './case-letters.service.js';
import { checkItems, isCheckItem } from '../desks/checklist.js';
import type { Reviewed } from '../desks/county-review.js';
import { dealView } from './deal.view.js';
import type { DefectInput, ReasonInput } from '../desks/desk.input.js';
import { PaperParties, bothSides } from './paper-parties.service.js';
import { transferKinds } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { fileKinds } from '../page/case-materials.view.js';
import { reviewsOf } from '../transfers.queries.js';

const results = { yes: '符合', no: '不符合', none: '不适用' };
const conclusions = { pass: '审核通过', return: '退回补正', reject: '不予通过' };

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
    this.letters.issue(act, 'acceptance', facts, {
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
    this.letters.issue(act, 'correction', facts, {
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
    this.letters.issue(act, 'town_review', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      level: '镇初审',
      addressee: bothSides(facts),
      receivedAt: formatMoment(before.submittedAt ?? act.now),
      dueAt: before.dueAt ? dueText(before.dueAt) : '',
      doneAt: formatMoment(act.now),
      checklist: lookedAt(facts),
      conclusion: '初审通过，安排实地调查',
      reasons: [],
      opinion,
      reviewer: act.actor.name,
    });
  }

  /** 县级审核意见书, whatever came of the review; told to the town, which tells the parties where they have to act. */
  async county(
    act: Act,
    facts: TransferFacts,
    outcome: { conclusion: keyof typeof conclusions; reasons: readonly { text: string; rule: string }[] },
  ): Promise<void> {
    const { record } = facts;
    const row = (await reviewsOf(act.tx, record.id)).findLast(
      (each) => each.level === 'county' && each.round === record.round,
    );
    this.letters.issue(act, 'review', facts, {
      ...dealView(facts),
      ...(await this.letters.land(act.tx, facts)),
      level: '县级审核',
      addressee: bothSides(facts),
      receivedAt: formatMoment(record.pushedAt ?? act.now),
      dueAt: row?.dueAt ? dueText(row.dueAt) : '',
      doneAt: formatMoment(act.now),
      checklist: (row?.checklist ?? []).map((check) => ({
        item: isCheckItem(check.item) ? checkItems[check.item].label : check.item,
        result: results[check.result],
        note: check.note,
      })),
      conclusion: conclusions[outcome.conclusion],
      reasons: outcome.reasons,
      opinion: row?.opinion ?? '',
      reviewer: act.actor.name,
    });
  }

  async rejection(act: Act, facts: TransferFacts, input: ReasonInput): Promise<void> {
    this.letters.issue(act, 'rejection', facts, {
      caseNumber: facts.record.number ?? '',
      addressee: bothSides(facts),
      submittedOn: dayOf(facts.record.submittedAt ?? act.now),
      matter: `${facts.record.place} ${formatMu(facts.record.areaMu)} 亩${transferKinds[facts.record.kind]}流转`,
      facts: input.reason,
      reasons: [{ text: input.reason, rule: input.rule }],
      desk: await this.names.desk(facts),
    });
  }
}

/** A deadline at midnight is the end of the day before: 9月28日（周一）24:00. */
function dueText(dueAt: Date): string {
  const last = addDays(dayOf(dueAt), -1);
  const midnight = startOf(dayOf(dueAt)).getTime() === dueAt.getTime();
  return midnight ? `${formatShortDay(last)}（${weekdayName(last)}）24:00` : formatMoment(dueAt);
}

/** 收到的材料，一样一行: the application itself, and whatever was brought with it, by kind. */
function materialsOf({ record }: TransferFacts, files: readonly EvidenceFile[]): PaperViews['acceptance']['materials'] {
  const kinds = [...new Set(files.map((file) => file.kind))];
  return [
    { name: `${transferKinds[record.kind]}流转申请书`, copies: '1', form: '网上填写' },
    ...kinds.map((kind) => ({
      name: fileKinds[kind] ?? '其他材料',
      copies: String(files.filter((file) => file.kind === kind).length),
      form: '照片、扫描件',
    })),
  ];
}

/** What the step let pass, in the words of a checklist. */
function lookedAt(facts: TransferFacts): PaperViews['town_review']['checklist'] {
  const line = (item: string, note: string) => ({ item, result: '符合', note });
  const consents = facts.consents
    .flatMap((each) => each.members)
    .filter((member) => member.coRight && member.consented);
  return [
    line('主体、身份', `身份证明 ${facts.identityPapers} 份`),
    facts.record.kind === 'contracted'
      ? line('共有人同意', `${facts.consents.length} 户，有权成员 ${consents.length} 人都已书面同意`)
      : line('集体决议', '人数够三分之二，会议材料齐'),
    line('期限', '不超过承包期的剩余期限（农村土地承包法第三十八条）'),
    line('面积', `${facts.record.parcelCount} 块，${formatMu(facts.record.areaMu)} 亩，不超过登记面积`),
    line('用途', '符合地类和永久基本农田的要求'),
  ];
}
