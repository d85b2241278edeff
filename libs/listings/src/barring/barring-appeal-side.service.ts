import { Inject, Injectable } from '@nestjs/common';
import type { CaseFacts, CaseFile, CaseSide } from '#cases';
import { type Act, CONFIG, type Config } from '#platform';
import { BarringDesk } from './barring-desk.service.js';
import { BarringFinder } from './barring-reader.service.js';
import { Barring } from './barring.entity.js';

/** What bars do beside the engine for appeals against them. */
@Injectable()
export class BarringAppealSide implements CaseSide {
  constructor(
    private readonly finder: BarringFinder,
    private readonly desk: BarringDesk,
    @Inject(CONFIG) private readonly config: Pick<Config, 'county'>,
  ) {}

  async lock(act: Act, { subjectId }: CaseFile): Promise<void> {
    await this.finder.locked(act, subjectId);
  }

  /** An appeal that stands lifts the bar at once, unless its last day is past. */
  async follow(act: Act, { record }: CaseFacts, action: string): Promise<void> {
    if (action !== 'decide' || record.outcome !== 'bar_lifted') return;
    const facts = await this.finder.locked(act, record.subjectId);
    if (facts.record.state === 'decided') await this.desk.quash(act, facts, record.reasons ?? '');
  }

  async letterFacts({ tx }: Act, { record }: CaseFacts): Promise<{ decided: string; phone: string }> {
    const { decisionNumber } = await tx.findOneByOrFail(Barring, { id: record.subjectId });
    return { decided: decisionNumber ?? '', phone: this.config.county.phone };
  }
}
