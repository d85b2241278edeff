import { Injectable } from '@nestjs/common';
import { speaksFor } from '#kernel';
import { Numbers } from '#papers';
import { PartiesService } from '#parties';
import { type Act, type Elsewhere, Files } from '#platform';
import type { NoticeAtHand } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { PriorityClaim } from './priority-claim.entity.js';
import type { PriorityClaimInput } from './priority-claim.input.js';
import { type ClaimLetter, claimOf, received } from './priority-claim.letter.js';
import { claimSeries } from './priority-claim.words.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** Takes in claims of members of the collective who want the land on the same terms (承包法第三十八条第五项). */
@Injectable()
export class ClaimIntake {
  constructor(
    private readonly parties: PartiesService,
    private readonly numbers: Numbers,
    private readonly files: Files,
  ) {}

  /** Claims within the period; the claimant must be somebody whose identity can be checked. */
  async claim(act: Act, notice: NoticeAtHand, input: PriorityClaimInput): Promise<Elsewhere> {
    const { words, card } = claimOf(act, input);
    const { partyId, name } = await this.claimant(act, card, words.name);
    // 公示后合理期限内没有主张的，不再保护（承包纠纷解释第十一条第一项）。
    if (!notice.open) throw noticeProblems.claimLate();
    const { id: noticeId, officeCode } = notice.record;
    const number = await this.numbers.ofSeries(act, { name: 'priority_claim', word: claimSeries.word });
    const row = { ...words, name, number, noticeId, partyId, acceptsTerms: true, claimedAt: act.now };
    const claim = await act.open(
      claimWorkflow,
      PriorityClaim,
      { ...row, officeCode, officeCodeBorn: officeCode, rulesDay: act.today },
      { action: 'claim', label: claimSeries.line, detail: { number, noticeId } },
    );
    const exhibit = { subject: 'priority_claim', subjectId: claim.id, kind: 'membership' };
    for (const proof of input.proof) await this.files.attach(act, proof, exhibit);
    return { things: 'priority-claims', id: claim.id, said: received(number) };
  }

  /** Whoever claims is a party, so that a claim that stands can be carried out: himself, or whom the register or his card names. */
  private async claimant(
    act: Act,
    card: ClaimLetter['card'],
    said: string,
  ): Promise<Pick<PriorityClaim, 'name'> & { partyId: string }> {
    const own = speaksFor(act.actor);
    if (own !== null) return { partyId: own, name: said };
    if (card === null) throw noticeProblems.claimNeedsParty();
    const { id, name } = await this.parties.named(act, card, { name: 'name', identityNumber: 'idNumber' });
    return { partyId: id, name };
  }
}
