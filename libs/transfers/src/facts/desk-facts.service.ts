import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import { DepositsService } from '#deposits';
import { InspectionsService } from '#inspections';
import { EscrowAccounts } from '#ledger';
import { NoticesService } from '#notices';
import { type Reader, type Tx, together } from '#platform';
import { surveyBlockers } from '../survey.rules.js';
import type { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';

/** What the other desks know of a case: survey, notice, deposit. */
@Injectable()
export class DeskFacts {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly notices: NoticesService,
    private readonly deposits: DepositsService,
    private readonly escrow: EscrowAccounts,
    private readonly clock: Clock,
  ) {}

  async of(
    reader: Reader | Tx,
    transferId: string,
  ): Promise<Pick<TransferFacts, 'survey' | 'surveyed' | 'notice' | 'deposit'>> {
    const { survey, deposit, notice } = await together({
      survey: this.inspections.surveyFacts(reader, 'transfer', transferId),
      deposit: this.deposits.facts(reader, 'transfer', transferId),
      notice: this.notice(reader, transferId),
    });
    return {
      survey: surveyBlockers(survey),
      surveyed: survey,
      notice,
      deposit: deposit.depositId === null ? null : { ...deposit, id: deposit.depositId },
    };
  }

  /** Where the deposit of a case that waits to be filed is paid to. */
  async escrowOf(reader: Reader | Tx, { state, officeCode }: Transfer): Promise<TransferFacts['escrow']> {
    return state === 'filing' ? this.escrow.inForce(reader, officeCode, dayOf(this.clock.now())) : null;
  }

  private async notice(reader: Reader | Tx, transferId: string): Promise<TransferFacts['notice']> {
    const notice = await this.notices.currentOf(reader, 'transfer', transferId);
    if (!notice) return null;
    const clearance = await this.notices.clearance(reader, notice, this.clock.now());
    return {
      id: notice.id,
      number: notice.number ?? '',
      state: notice.state,
      lastDay: clearance.lastDay,
      blockers: clearance.blockers,
      claims: clearance.grantedClaims,
      undecided: clearance.blockers.filter((each) => each.rule !== 'priority-granted'),
      notLetting: clearance.notLetting[0]?.number ?? null,
    };
  }
}
