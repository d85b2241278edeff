import { Injectable } from '@nestjs/common';
import { type Actor, reaches, speaksFor } from '#kernel';
import { PartiesService } from '#parties';
import { type Act, Database, Files, type Reader, type Tx } from '#platform';
import { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { PriorityClaim } from './priority-claim.entity.js';
import type { ClaimFacts } from './priority-claim.workflow.js';

/** Gathers a claim: what its rules ask about, for its acts and for the page that draws their buttons. */
@Injectable()
export class ClaimFactsService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeFactsService,
    private readonly files: Files,
    private readonly parties: PartiesService,
  ) {}

  /** Locks a claim and its notice; to whom it is not shown it is not there. */
  async locked({ tx, actor }: Act, id: string): Promise<ClaimFacts> {
    const { noticeId } = shownTo(await tx.findOneBy(PriorityClaim, { id }), actor);
    // The notice first, as whoever takes it down or chooses among its claims.
    const notice = await this.notices.lock(tx, noticeId);
    const claim = await tx.findOneOrFail(PriorityClaim, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.of(tx, claim, notice);
  }

  async read(id: string, me: Actor): Promise<ClaimFacts> {
    const { reader } = this.database;
    const claim = shownTo(await reader.findOneBy(PriorityClaim, { id }), me);
    return this.of(reader, claim, await reader.findOneByOrFail(Notice, { id: claim.noticeId }));
  }

  async of(reader: Reader | Tx, record: PriorityClaim, notice: Notice): Promise<ClaimFacts> {
    const files = await this.files.of(reader, 'priority_claim', record.id);
    const { partyId } = record;
    const { issuerCode } = notice;
    const member = partyId !== null && issuerCode !== null;
    return {
      record,
      notice,
      files,
      proofs: files.filter((file) => file.kind === 'membership').length,
      registered: member && (await this.parties.isMemberOf(partyId, issuerCode, reader)),
      belongsTo: (who) => partyId !== null && speaksFor(who) === partyId,
    };
  }
}

/** The claimant and the offices of the place see a claim, nobody else. */
function shownTo(claim: PriorityClaim | null, me: Actor): PriorityClaim {
  const own = claim !== null && claim.partyId !== null && speaksFor(me) === claim.partyId;
  if (!claim || !(own || reaches(me, claim.officeCode))) throw noticeProblems.claimNotFound();
  return claim;
}
