import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inPhase } from '#kernel';
import { NoticesService, PriorityClaimsService, isDown } from '#notices';
import { type Act, StepGate } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';

/**
 * A notice stands only with its case: where a case went back, or ended without a right, its notice comes down before the act
 * is over, whichever step led there. No act asks for it, and none can forget it.
 */
@Injectable()
export class NoticeStanding implements OnModuleInit {
  constructor(
    private readonly gate: StepGate,
    private readonly notices: NoticesService,
    private readonly claims: PriorityClaimsService,
  ) {}

  onModuleInit(): void {
    this.gate.follow(transferWorkflow, (act, facts: TransferFacts, reason) => this.look(act, facts, reason));
  }

  /** Takes the notice down from its venues; claims on it lapse. What was replaced or withdrawn is over already. */
  private async look(act: Act, { record, notice: before }: TransferFacts, reason: string): Promise<void> {
    if (!before || isDown(before) || !inPhase(transferWorkflow, record.state, 'writing', 'town', 'review', 'fallen'))
      return;
    const notice = await this.notices.currentOf(act.tx, 'transfer', record.id);
    if (!notice || isDown(notice)) return;
    await this.notices.withdraw(act, notice.id, reason);
    await this.claims.lapse(act, notice.id, reason);
  }
}
