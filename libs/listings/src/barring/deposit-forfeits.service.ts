import { Inject, Injectable } from '@nestjs/common';
import { within } from '#kernel';
import { DepositsService } from '#deposits';
import { PapersService } from '#papers';
import { type Act, CONFIG, type Config } from '#platform';
import type { InterestFacts } from '../interests/interest.rules.js';
import type { ListingReasonInput } from '../listing.input.js';
import { barringProblems } from './barring.problems.js';
import { depositForfeiture } from './deposit-forfeit.letter.js';

/** 竞得、成交以后因为自己的原因没有签的：the county decides that the bid deposit does not go back, and says so in writing. */
@Injectable()
export class DepositForfeits {
  constructor(
    private readonly deposits: DepositsService,
    private readonly papers: PapersService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'county'>,
  ) {}

  async forfeit(act: Act, { record, dealFell }: InterestFacts, { reason, rule }: ListingReasonInput): Promise<void> {
    if (!dealFell) throw barringProblems.noDefault();
    await this.deposits.forfeit(act, 'interest', record.id, { reason, rule });
    await act.note('interest', record, { remark: reason, detail: { rule } });
    const of = { subject: 'interest', subjectId: record.id, partyIds: [record.partyId] };
    const officeCode = within(record.officeCode, 'county');
    await this.papers.issueLast(act, depositForfeiture, { ...of, officeCode }, record, reason, rule, this.phone);
  }

  private get phone(): string {
    return this.config.county.phone;
  }
}
