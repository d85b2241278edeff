import { Inject, Injectable } from '@nestjs/common';
import { type CaseFacts, CaseFile, type CaseSide } from '#cases';
import { PartiesService } from '#parties';
import { type Act, CONFIG, type Config, type Reader, type Tx } from '#platform';
import { Notice } from './notice.entity.js';
import { NoticeFactsService, wakeNotice } from './notice.facts.js';
import type { ClaimResult } from './priority-claim.words.js';
import type { ClaimFacts } from './priority-claim.workflow.js';

/** What notices do beside the engine for claims of priority. */
@Injectable()
export class ClaimCases implements CaseSide {
  constructor(
    private readonly notices: NoticeFactsService,
    private readonly parties: PartiesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The notice first, as whoever takes it down or chooses among its claims. */
  async lock(act: Act, { subjectId }: CaseFile): Promise<void> {
    await this.notices.lock(act.tx, subjectId);
  }

  /** Whether the register knows the claimant as a member of the collective that let the land out. */
  async own(reader: Reader | Tx, { subjectId, partyId }: CaseFile): Promise<ClaimFacts['own']> {
    const { issuerCode } = await reader.findOneByOrFail(Notice, { id: subjectId });
    if (partyId === null || issuerCode === null) return { registered: false };
    return { registered: await this.parties.isMemberOf(partyId, issuerCode, reader) };
  }

  async follow(act: Act, { record, reason = '' }: CaseFacts, action: string): Promise<void> {
    if (action === 'withdraw') await act.keep(CaseFile, record.id, answeredBy(act, 'withdrawn', reason));
    if (action !== 'choose' && action !== 'pass_over' && action !== 'lapse') await wakeNotice(act, record.subjectId);
  }

  /** The notice, whose terms the answer to a claim repeats. */
  async letterFacts({ tx }: Act, { record }: CaseFacts): Promise<{ notice: Notice; phone: string }> {
    const notice = await tx.findOneByOrFail(Notice, { id: record.subjectId });
    return { notice, phone: this.config.county.phone };
  }
}

/** What came of a claim, and who said so. */
export const answeredBy = (act: Act, outcome: ClaimResult, reasons: string): Partial<CaseFile> => ({
  ...{ outcome, reasons, effect: 'none', rule: '', decidedBy: act.actor.name, decidedAt: act.now },
});
