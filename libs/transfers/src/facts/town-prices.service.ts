import { Injectable } from '@nestjs/common';
import { type Day, type Fen, type FieldError, type Parameters, addDays, startOf, yuan } from '#kernel';
import { Database, ParameterStore, type Reader, type Tx } from '#platform';
import { type PaidOfLate, priceFar, priceFaults } from '../price.rules.js';
import { type RentAsked, rentFaults } from '../rent.rules.js';
import type { PriceConfirmed } from '../transfer.entity.js';
import type { TermsInput } from '../transfer.input.js';

/** What was paid of late, and whether a price lies far from it. */
@Injectable()
export class TownPrices {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
  ) {}

  /** In the town of an office, else in the county; null where too few deals were made. */
  async near(officeCode: string, today: Day): Promise<(PaidOfLate & { within: 'town' | 'county' }) | null> {
    const { pricesShownFrom } = await this.parameters.on(today);
    for (const [within, digits] of [
      ['town', 9],
      ['county', 6],
    ] as const) {
      const found = await pricesIn(this.database.reader, officeCode.slice(0, digits), today);
      if (found && found.many >= pricesShownFrom) return { ...found, within };
    }
    return null;
  }

  /** How a price lies to the town's own, and what is wrong with it while it was not written once more. */
  async held(
    asked: Pick<TermsInput, 'priceYuan' | 'priceConfirmed'>,
    officeCode: string,
    today: Day,
    reader: Reader | Tx = this.database.reader,
  ): Promise<{ far: PriceConfirmed | null; faults: FieldError[] }> {
    const parameters: Parameters = await this.parameters.on(today);
    const price: Fen = yuan(asked.priceYuan);
    const far = priceFar(price, await pricesIn(reader, officeCode.slice(0, 9), today), parameters);
    return { far, faults: priceFaults(price, asked.priceConfirmed ? yuan(asked.priceConfirmed) : null, far) };
  }

  /** What is wrong with the goods of a rent, as the county bounds them. */
  async ofGoods(rent: RentAsked, today: Day): Promise<FieldError[]> {
    return rentFaults(rent, await this.parameters.on(today));
  }
}

async function pricesIn(reader: Reader | Tx, prefix: string, today: Day): Promise<PaidOfLate | null> {
  const rows: PaidOfLate[] = await reader.query(
    `SELECT count(*)::int AS many, percentile_disc(0.25) WITHIN GROUP (ORDER BY price_fen) AS low,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY price_fen) AS median,
       percentile_disc(0.75) WITHIN GROUP (ORDER BY price_fen) AS high
     FROM transfer WHERE left(office_code, 9) LIKE $1 AND recorded_at >= $2`,
    [`${prefix}%`, startOf(addDays(today, -366))],
  );
  const [found] = rows;
  return found && found.many > 0 ? found : null;
}
