import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { type Act, Database, Deadlines, type EvidenceFile, Steps, historyOf, offersOf } from '#platform';
import { ClaimFactsService } from './claim-facts.service.js';
import { courseView } from './course.view.js';
import { claimActs } from './priority-claim.acts.js';
import { claimView } from './priority-claim.view.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';

/** The page of a priority claim, for its claimant and the desk that answers it. */
@Injectable()
export class PriorityPagesService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimFactsService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<ClaimFacts> {
    return this.claims.locked(act, id);
  }

  read(id: string, me: Actor): Promise<ClaimFacts> {
    return this.claims.read(id, me);
  }

  async see(id: string, me: Actor) {
    const facts = await this.claims.read(id, me);
    const { record: claim, registered } = facts;
    const { reader } = this.database;
    const now = this.clock.now();
    const about = { subject: 'priority_claim', id, officeCode: claim.officeCode };
    const { due } = await this.deadlines.shown(reader, about, now, '为什么是这一天答复');
    return {
      title: `优先权主张 ${claim.number}`,
      ...claimView(claim),
      noticeHref: `/notices/${claim.noticeId}`,
      due,
      registered: registered ? '登记簿里是这个集体的成员' : '登记簿里查不到他是这个集体的成员，要村集体出证明',
      proofs: facts.files.map(proofLine),
      timeline: courseView(await historyOf(reader, 'priority_claim', id)),
      acts: offersOf(claimActs, facts, this.steps.open(claimWorkflow, facts, me, now), me, now),
    };
  }
}

const proofLine = ({ id, kind, name }: EvidenceFile): { href: string; name: string } => ({
  href: `/files/${id}`,
  name: kind === 'membership' ? `成员证明：${name}` : `转出方签字的说明：${name}`,
});
