import { Injectable } from '@nestjs/common';
import { type Actor, addDays, dayOf, startOf } from '#kernel';
import { DepositsService } from '#deposits';
import { InspectionsService } from '#inspections';
import { NoticesService } from '#notices';
import type { Tx } from '#platform';
import { RightsService } from '#rights';
import type { TransferFacts } from '../transfer.facts.js';

/** What a case holds when it moves on or falls: its right or reservation, its notice, its deposit. */
@Injectable()
export class RightKeeper {
  constructor(
    private readonly rights: RightsService,
    private readonly notices: NoticesService,
    private readonly deposits: DepositsService,
    private readonly inspections: InspectionsService,
  ) {}

  async activate(tx: Tx, facts: TransferFacts, actor: Actor): Promise<void> {
    if (facts.right) await this.rights.activate(tx, facts.right.id, actor);
  }

  /** A case that stood still keeps its land for as long again. */
  async keepLonger(tx: Tx, { right }: TransferFacts, days: number): Promise<void> {
    if (right?.standing !== 'reserved' || days === 0) return;
    await this.rights.keepUntil(tx, right.id, startOf(addDays(dayOf(right.reservedUntil), days)));
  }

  /** The case falls: parcels are free, survey and notice are called off, unpaid money is not asked for and paid money goes back. */
  async letGo(tx: Tx, facts: TransferFacts, reason: string, actor: Actor, now: Date): Promise<void> {
    if (facts.right?.standing === 'reserved') await this.rights.release(tx, facts.right.id, reason, actor);
    await this.inspections.callOff(tx, facts.record.id, reason, actor, now);
    if (facts.notice && noticeStanding(facts.notice.state))
      await this.notices.withdraw(tx, facts.notice.id, reason, actor, now);
    if (facts.deposit) await this.deposits.callOff(tx, facts.record.id, reason, actor, now);
  }

  /** The right is over: its land goes back to the contractors. The deposit answers for that, so it stays until then. */
  async end(
    tx: Tx,
    facts: TransferFacts,
    how: { reason: string; expired: boolean; landStays: boolean },
    actor: Actor,
    now: Date,
  ): Promise<void> {
    if (facts.right) await this.rights.end(tx, facts.right.id, how, actor);
    if (how.landStays) await this.payBack(tx, facts, how.reason, actor, now);
  }

  /** 风险保障金在期满、土地交还验收后退还（风险保障金协议第七条）: asked for at the finance desk, paid by two people. */
  async payBack(tx: Tx, facts: TransferFacts, reason: string, actor: Actor, now: Date): Promise<void> {
    if (facts.deposit) await this.deposits.callOff(tx, facts.record.id, reason, actor, now);
  }
}

/** What was replaced or withdrawn is over already. */
function noticeStanding(state: string): boolean {
  return state !== 'replaced' && state !== 'withdrawn';
}
