import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, ParameterStore, Sweeper, type Tx } from '#platform';
import {
  type AboutRow,
  type Measured,
  type OverlapOfCode,
  aboveLimit,
  countingOverlaps,
  judgeAnew,
  keepOverlaps,
  meetingPairs,
  registeredAbout,
  unmeasured,
} from './overlaps.queries.js';
import { registerTurn } from './register-turn.js';
import { overlapM2 } from './shape/cut.js';

/** Below this two boundaries touch, whatever the survey's noise: the tolerance that the rules of land have. */
export const LEAST_OVERLAP_M2 = 1;
/** Shapes measured in one transaction, and pairs before other requests have their turn. */
const [BATCH, PAIRS] = [100, 40] as const;
/** Batches in one round of the clock: a county of 100,000 shapes is through within an hour. */
const BATCHES = 20;

/** Which parcels lie over each other: found when a shape comes or changes, and by the clock for shapes of older days. */
@Injectable()
export class ParcelOverlaps implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'shapes not measured yet', everyMinutes: 1, run: () => this.catchUp() });
    this.sweeper.every({ name: 'overlaps by another limit', everyMinutes: 60, run: () => this.judgeAnew() });
  }

  /** Measures the current shapes of these parcels against all that lie about; what was known of them is replaced. */
  async measure(tx: Tx, parcelIds: readonly string[]): Promise<void> {
    if (parcelIds.length === 0) return;
    await registerTurn(tx);
    const limit = await this.parameters.at(tx, this.clock.today());
    const found: Measured[] = [];
    for (const [index, { first, second, ...pair }] of (await meetingPairs(tx, parcelIds)).entries()) {
      const areaM2 = overlapM2(first, second);
      if (areaM2 >= LEAST_OVERLAP_M2) found.push({ ...pair, areaM2: areaM2.toFixed(2) });
      if (index % PAIRS === PAIRS - 1) await nextTurn();
    }
    await keepOverlaps(tx, parcelIds, found, limit, this.clock.now());
  }

  /** Measures those of these parcels that nobody has measured yet: land is not reserved before it is known. */
  async beKnown(tx: Tx, parcelIds: readonly string[]): Promise<void> {
    await this.measure(tx, await unmeasured(tx, parcelIds, parcelIds.length));
  }

  /** What counts among the overlaps of parcels of these codes. */
  countingOf(codes: readonly string[]): Promise<OverlapOfCode[]> {
    return countingOverlaps(this.database.reader, codes);
  }

  /** Of overlaps that were only tried, those that count. */
  async counted<Tried extends Pick<Measured, 'areaM2' | 'smallerM2'>>(tried: readonly Tried[]): Promise<Tried[]> {
    const limit = await this.parameters.on(this.clock.today());
    const above = await aboveLimit(this.database.reader, tried, limit);
    return tried.filter((_, index) => above.has(index));
  }

  /** Parcels of the register that meet these outlines, with their shapes. */
  registeredAbout(outlines: readonly { code: string; outline: string }[]): Promise<AboutRow[]> {
    return registeredAbout(this.database.reader, outlines);
  }

  private async catchUp(): Promise<void> {
    for (let batch = 0; batch < BATCHES; batch++) {
      const ids = await unmeasured(this.database.reader, null, BATCH);
      if (ids.length === 0) return;
      await this.database.transaction((tx) => this.measure(tx, ids));
    }
  }

  private async judgeAnew(): Promise<void> {
    const limit = await this.parameters.on(this.clock.today());
    let judged: number;
    do judged = await this.database.transaction((tx) => judgeAnew(tx, limit, BATCH));
    while (judged === BATCH);
  }
}
