import { Injectable } from '@nestjs/common';
import { maskPhone, speaksFor } from '#kernel';
import { CasesService, received } from '#cases';
import { PartiesService } from '#parties';
import type { Act, Elsewhere, Heard, Sound } from '#platform';
import { type NoticeAtHand, aboutOf } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { priorityClaim } from './priority-claim.case.js';
import type { PriorityClaimInput } from './priority-claim.input.js';
import { type ClaimLetter, claimFaults, claimOf } from './priority-claim.letter.js';

/** Takes in claims of members of the collective who want the land on the same terms (承包法第三十八条第五项). */
@Injectable()
export class ClaimIntake {
  constructor(
    private readonly parties: PartiesService,
    private readonly cases: CasesService,
  ) {}

  /** Claims within the period; the claimant must be somebody whose identity can be checked. */
  async claim(act: Act, notice: NoticeAtHand, input: PriorityClaimInput): Promise<Elsewhere> {
    const { words, card } = claimOf(act, input);
    const who = await this.claimant(act, card, words.name);
    // 公示后合理期限内没有主张的，不再保护（承包纠纷解释第十一条第一项）。
    if (!notice.open) throw noticeProblems.claimLate();
    if (notice.record.kind === 'result') throw noticeProblems.resultOnly();
    const letter = { ...words, ...who, relation: 'claimant', phoneMasked: maskPhone(input.phone), contact: null };
    const { file, code } = await this.cases.receive(
      act,
      priorityClaim,
      { ...letter, request: '', ...aboutOf(notice.record) },
      { kind: 'membership', received: input.proof },
    );
    return { things: 'cases', id: file.id, said: received(priorityClaim.word, file.number, code) };
  }

  claimFaults(act: Act, _notice: NoticeAtHand, input: Sound<PriorityClaimInput>): Heard[] {
    return claimFaults(act, input);
  }

  /** Whoever claims is a party, so that a claim that stands can be carried out: himself, or whom the register or his card names. */
  private async claimant(
    act: Act,
    card: ClaimLetter['card'],
    said: string,
  ): Promise<{ name: string; partyId: string }> {
    const own = speaksFor(act.actor);
    if (own !== null) return { partyId: own, name: said };
    if (card === null) throw noticeProblems.claimNeedsParty();
    const { id, name } = await this.parties.named(act, card, { name: 'name', identityNumber: 'idNumber' });
    return { partyId: id, name };
  }
}
