import { Injectable } from '@nestjs/common';
import { addDays } from '#kernel';
import type { Act, Tx } from '#platform';
import { CaseLetters } from './case-letters.service.js';
import { dealView } from '../deal.view.js';
import { PaperParties } from './paper-parties.service.js';
import type { PredecessorFacts } from '../renewal.facts.js';
import type { TransferFacts } from '../transfer.facts.js';

/** Days until the land is handed back, as the contract form prints them（示范合同 GF-2021-2606 第十条）. */
const returnDays = 15;

/** Letters on how a right comes to its end: asked to be renewed, about to end, over. Each goes to both sides. */
@Injectable()
export class TermEndPapers {
  constructor(
    private readonly letters: CaseLetters,
    private readonly names: PaperParties,
  ) {}

  /** 续期申请告知书, with the application: the transferor hears who asks for what, and what he may say. */
  async request(act: Act, facts: TransferFacts, before: PredecessorFacts): Promise<void> {
    await this.letters.issue(act, 'renewal_request', facts, {
      ...dealView(facts),
      beforeNumber: before.number,
      beforeContract: before.contractNumber ?? '',
      beforeEndsOn: before.endsOn,
      submittedOn: act.today,
      desk: await this.names.desk(facts),
    });
  }

  /** 续期告知书 to each bank with a mortgage on the old right: it ends with its term, and the new one carries no mortgage by itself. */
  async tellMortgagees(act: Act, facts: TransferFacts, before: PredecessorFacts): Promise<void> {
    const desk = await this.names.desk(facts);
    for (const mortgagee of new Set(before.mortgagees)) {
      await this.letters.issue(act, 'mortgagee_notice', facts, {
        ...dealView(facts),
        mortgagee,
        beforeNumber: before.number,
        beforeEndsOn: before.endsOn,
        submittedOn: act.today,
        desk,
      });
    }
  }

  /** 流转到期提醒书, in time for the written request that the contract asks for. */
  async reminder(act: Act, facts: TransferFacts): Promise<void> {
    const { renewalRequestDays: requestDays } = facts.parameters;
    const requestBy = addDays(facts.term.end, -requestDays);
    const view = { ...(await this.ending(act.tx, facts)), requestBy, requestDays, returnDays };
    await this.letters.issue(act, 'expiry_reminder', facts, view);
  }

  /** 流转到期通知书: expired, or followed by its renewal. */
  async over(act: Act, facts: TransferFacts): Promise<void> {
    const renewed = facts.record.state === 'renewed';
    const returnBy = addDays(facts.term.end, returnDays);
    await this.letters.issue(act, 'expiry', facts, { ...(await this.ending(act.tx, facts)), renewed, returnBy });
  }

  private async ending(tx: Tx, facts: TransferFacts) {
    const { renewal, record } = facts;
    const issued = await this.letters.issued(tx, facts);
    const certificate = issued.findLast((paper) => paper.kind === 'certificate' && !paper.voidedAt);
    return {
      ...dealView(facts),
      contractNumber: record.contractNumber ?? '',
      certificateNumber: certificate?.number ?? null,
      endsOn: facts.term.end,
      renewal: renewal && {
        number: renewal.number,
        term: { from: renewal.startsOn, to: renewal.endsOn },
        recorded: renewal.recorded,
      },
      desk: await this.names.desk(facts),
    };
  }
}
