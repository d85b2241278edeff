import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, formatMoment, holds, speaksFor } from '#kernel';
import { PartiesService } from '#parties';
import { refuseFaults, typedOf } from '#platform';
import { draftSides } from './application-draft.entity.js';
import { partIn, text } from './draft-content.js';
import { type PartName, partNames, parts } from './draft.input.js';
import { DraftLand } from './draft-land.service.js';
import { DraftTerms } from './draft-terms.service.js';
import { DraftWho } from './draft-who.service.js';
import { draftProblems } from './draft.problems.js';
import { type StepName, hrefOf } from './draft.head.js';
import { DraftsService, type OpenDraft } from './drafts.service.js';

/** The wizard's first page, and what the steps have in common: kept first, then checked. */
@Injectable()
export class DraftPages {
  constructor(
    readonly drafts: DraftsService,
    readonly who: DraftWho,
    readonly land: DraftLand,
    readonly terms: DraftTerms,
    private readonly parties: PartiesService,
  ) {}

  async start(me: Actor): Promise<object> {
    const party = speaksFor(me);
    const kept = await this.drafts.list(me);
    const name = party === null ? '' : (await this.parties.get(party)).name;
    const clerk = me.kind === 'staff' && me.assisting === null;
    return {
      title: clerk ? '录入申请' : '申请流转',
      lead: clerk
        ? '照着纸上的申请书填。填一半可以先存着。'
        : `给${name}办。五步：谁、哪块地、什么条件、材料、核对。填一半可以先存着。`,
      starts: clerk
        ? [
            {
              side: 'desk',
              label: '录入一份',
              text: holds(me, 'town_clerk') ? '双方带着纸来的，在这里录。' : '没有本人在场，只能先录草稿，不能提交。',
            },
          ]
        : [
            { side: 'out', label: '我要转出土地', text: '自己家承包的地，或者集体没有发包的地。' },
            { side: 'in', label: '我要租入土地', text: '和对方谈好了，照着对方的承包合同填。' },
          ],
      assist: clerk
        ? { href: '/assisted/new', label: '开始代办', text: '本人来了、不会用手机的：读身份证，找见证人，念给他听。' }
        : null,
      drafts: kept.map((draft) => ({
        href: `/transfers/new/${draft.id}`,
        title: titleOf(draft),
        text: `${formatMoment(draft.updatedAt)}存的${draft.state === 'correction' ? '，退回补正' : ''}`,
        drop: draft.transferId === null ? `/transfers/new/${draft.id}/deletion` : '',
      })),
    };
  }

  /** The page that asks before a draft is thrown away. */
  async askDrop(id: string, me: Actor): Promise<object> {
    const draft = await this.drafts.get(id, me);
    const [kept] = (await this.drafts.list(me)).filter((each) => each.id === draft.id);
    return {
      title: '删掉这份草稿？',
      trail: { steps: [{ href: '/transfers/new', label: '申请' }], here: '删掉', code: false },
      text: [],
      facts: [
        {
          label: '哪一份',
          value: titleOf({ content: draft.content, about: kept?.about ?? null }),
          href: hrefOf(id, 'who'),
        },
        { label: '存的时间', value: formatMoment(draft.updatedAt), href: '' },
      ],
      warning: '填过的字就没有了。还没有提交到镇里，别人不受影响。',
      act: { label: '删掉', href: `/transfers/new/${id}/deletion`, tone: 'grave', fields: [], multipart: false },
      back: { label: '留着', href: '/transfers/new' },
      values: {},
    };
  }

  /** Where a kept draft goes on. */
  async here(draft: OpenDraft, me: Actor): Promise<StepName> {
    if ((await this.faults(draft, 'who', me)).length > 0) return 'who';
    if ((await this.faults(draft, 'land', me)).length > 0) return 'land';
    if (draft.transferId === null || (await this.faults(draft, 'terms', me)).length > 0) return 'terms';
    return 'materials';
  }

  /** Keeps what was typed and says what is wrong with it. */
  async save(draft: OpenDraft, part: PartName, body: object, later: boolean, me: Actor): Promise<OpenDraft> {
    const kept = await this.drafts.keep(draft, part, typedOf(parts[part], body));
    if (!later) refuseFaults(await this.faults(kept, part, me));
    return kept;
  }

  /** Whether all three written steps hold, so that the draft can be a case. */
  async whole(draft: OpenDraft, me: Actor): Promise<boolean> {
    for (const part of partNames) if ((await this.faults(draft, part, me)).length > 0) return false;
    return true;
  }

  /** The case of a draft, for the steps that need one. */
  caseOf(draft: OpenDraft): string {
    if (draft.transferId === null)
      throw draftProblems.unfinished({ way: { href: hrefOf(draft.id, 'who'), label: '接着填' } });
    return draft.transferId;
  }

  /** The first fault of each field: what the class says of it comes before what the register does. */
  private async faults(draft: OpenDraft, part: PartName, me: Actor): Promise<FieldError[]> {
    const found = part === 'who' ? await this.who.check(draft, me) : await this[part].check(draft);
    return [...new Map(found.toReversed().map((each) => [each.pointer, each])).values()].toReversed();
  }
}

function titleOf(draft: { content: OpenDraft['content']; about: string | null }): string {
  const name = text(partIn(draft.content.who, 'transferee')['name']);
  const about = draft.about === null ? '，还没有选地' : `，${draft.about}`;
  return `${draftSides[draft.content.side]}${about}${name === '' ? '' : `，给${name}`}`;
}
