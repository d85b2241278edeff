import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, holds, speaksFor } from '#kernel';
import { PartiesService } from '#parties';
import { inPageOrder, refuseFaults, typedOf } from '#platform';
import { type PartName, partNames, parts } from './draft.input.js';
import { DraftLand } from './draft-land.service.js';
import { DraftTerms } from './draft-terms.service.js';
import { DraftWho } from './draft-who.service.js';
import { draftProblems, writeOn } from './draft.problems.js';
import { hrefOf } from './draft.head.js';
import { type Drafts, type KeptDraftView, keptDraftOf } from './draft.view.js';
import type { DraftStep } from './draft.words.js';
import { DraftsService } from './drafts.service.js';
import type { OpenDraft } from './draft-content.js';

/** The wizard's first page, and what the steps have in common: kept first, then checked. */
@Injectable()
export class DraftReader {
  constructor(
    readonly drafts: DraftsService,
    readonly who: DraftWho,
    readonly land: DraftLand,
    readonly terms: DraftTerms,
    private readonly parties: PartiesService,
  ) {}

  async start(me: Actor): Promise<Drafts> {
    const party = speaksFor(me);
    const clerk = me.kind === 'staff' && me.assisting === null;
    return {
      applicant: party === null ? null : (await this.parties.get(party)).name,
      sides: clerk ? ['desk'] : ['out', 'in'],
      mayHandIn: !clerk || holds(me, 'town_clerk'),
      drafts: (await this.drafts.list(me)).map(keptDraftOf),
    };
  }

  /** The draft that its owner is asked about once more before it is thrown away. */
  async kept(id: string, me: Actor): Promise<KeptDraftView> {
    const found = (await this.drafts.list(me)).find((each) => each.id === id);
    if (!found) throw draftProblems.notFound();
    return keptDraftOf(found);
  }

  /** Where a kept draft goes on. */
  async here(draft: OpenDraft, me: Actor): Promise<DraftStep> {
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
    if (draft.transferId === null) throw draftProblems.unfinished({ way: writeOn(hrefOf(draft.id, 'who')) });
    return draft.transferId;
  }

  /** What is wrong with a step, as its page goes down; what the class says of a field comes before what the register does. */
  private async faults(draft: OpenDraft, part: PartName, me: Actor): Promise<FieldError[]> {
    return inPageOrder(parts[part], await this[part].check(draft, me));
  }
}
