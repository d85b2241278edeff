import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, EvidenceSight, Files, Shown, Steps } from '#platform';
import { furtherTerms } from '../agreed.js';
import { mayApprove, mayDecide } from '../application/collective.service.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { saidOfParts } from '../transfer.parts.js';
import { transferOffers } from '../transfer.offers.js';
import { warningsOf } from '../views/warnings.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { hrefOf, stepPage } from './draft.head.js';
import { type DraftCheck, type DraftMaterials, draftCheckOf, draftMaterialsOf } from './handing-in.view.js';
import type { OpenDraft } from './draft-content.js';

/** Steps 4 and 5: the papers, the members' consents, and handing in. */
@Injectable()
export class DraftHandingIn {
  constructor(
    private readonly database: Database,
    private readonly cases: TransferReader,
    private readonly files: Files,
    private readonly sight: EvidenceSight,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /** Papers and consents are acts of the case, which lead back here. */
  async materials(draft: OpenDraft, transferId: string, me: Actor): Promise<Shown<DraftMaterials>> {
    const facts = await this.cases.read(transferId, me);
    const files = await this.sight.shown(await this.files.of(this.database.reader, 'transfer', transferId), me);
    const view = draftMaterialsOf(draft, facts, files, me);
    return new Shown(view, {
      ...stepPage(draft.id, 'materials'),
      transferHref: `/transfers/${transferId}`,
      backHere: new URLSearchParams({ next: hrefOf(draft.id, 'materials') }).toString(),
      anyOwn: view.consents.some(({ householdId }) => householdId !== null),
      ...{ mayDecide: mayDecide(facts, me), mayApprove: mayApprove(facts, me) },
    });
  }

  async check(draft: OpenDraft, transferId: string, me: Actor): Promise<Shown<DraftCheck>> {
    const facts = await this.cases.read(transferId, me);
    const files = await this.files.of(this.database.reader, 'transfer', transferId);
    const now = this.clock.now();
    const acts = transferOffers(facts, this.steps.open(transferWorkflow, facts, me, now), me, now).filter(
      ({ action }) => ['submit', 'resubmit'].includes(action),
    );
    return new Shown(draftCheckOf(draft, facts, { files, acts }, me), {
      ...stepPage(draft.id, 'check'),
      ...{ acts, warnings: warningsOf(facts), further: furtherTerms(facts.record), brought: saidOfParts(facts) },
      receipt: me.assisting ? `/assisted/${me.assisting.sessionId}` : '',
    });
  }
}
