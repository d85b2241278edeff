import { Injectable } from '@nestjs/common';
import { type Day, type Term, addDays, isDay, lastDayOf } from '#kernel';
import { type Act, type Elsewhere, inputProblem } from '#platform';
import { lastingTerms, parcelsOf } from '../agreed.js';
import { ApplicationsService } from '../application/applications.service.js';
import { contractsEnd } from '../renewal.rules.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ApplicationInput, RenewalInput } from '../transfer.input.js';
import { rentGiven } from '../rent.rules.js';
import { transferFaults, transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';

/**
 * 续期：期限届满，受让方在同等条件下优先续约（流转办法第10条）. A renewal is a new agreement over the time that follows: a case of
 * its own, consented to, noticed, contracted and deposited anew.
 */
@Injectable()
export class RenewalsService {
  constructor(private readonly applications: ApplicationsService) {}

  /** Notes the wish on the running right and drafts the case that renews it. */
  async renew(act: Act, facts: TransferFacts, input: RenewalInput): Promise<Elsewhere> {
    await act.take(transferWorkflow, facts, 'renew', { detail: { until: endOf(facts, input.end) } });
    return { id: await this.applications.renew(act, facts.record, applicationOf(facts, input)) };
  }
}

/** The application as the running right would write it: same land, same terms, the time that follows. */
function applicationOf(facts: TransferFacts, input: RenewalInput): ApplicationInput {
  const { record } = facts;
  const end = endOf(facts, input.end);
  if (record.mode === 'share') throw transferProblems.noSharesYet();
  const terms = lastingTerms(record);
  return {
    ...terms,
    parcels: parcelsOf(facts.parcels),
    ability: record.ability,
    term: { start: startAfter(facts.term), end },
    priceYuan: input.priceYuan ?? terms.priceYuan,
    priceConfirmed: input.priceConfirmed ?? null,
    rent: (rentGiven(input.rent) ? input.rent : terms.rent) ?? null,
    payment: input.payment ?? terms.payment,
  };
}

/** 从原流转到期的次日起. */
export const startAfter = (term: Term): Day => addDays(term.end, 1);

function endOf(facts: TransferFacts, asked: string): Day {
  const end = lastDayOf(startAfter(facts.term), asked);
  const wrong = (detail: string): Error => inputProblem([{ pointer: '#/end', detail }]);
  if (!isDay(end)) throw wrong(transferFaults.noSuchDay(asked));
  if (end <= startAfter(facts.term)) throw wrong(transferFaults.renewalTooShort(startAfter(facts.term)));
  const last = contractsEnd(facts);
  // 流转期限不得超过承包期的剩余期限（承包法第38条第3项）。
  if (last !== null && end > last) throw wrong(transferFaults.renewalTooLong(last));
  return end;
}
