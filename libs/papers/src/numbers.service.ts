import { Inject, Injectable } from '@nestjs/common';
import { type Act, CONFIG, type Config } from '#platform';
import type { PaperKind } from './letter.js';
import { serialWord } from './paper.words.js';

/** A series of the exchange's own numbers that is not a paper's: objections, slips. */
export interface Series {
  /** Its name in the register of numbers. */
  readonly name: string;
  /** The word in the number: 农异 gives 商农异〔2026〕第0001号. */
  readonly word: string;
  readonly digits?: number;
}

/** Gives numbers without gaps: in the act's own transaction, under the lock of the series' row. */
@Injectable()
export class Numbers {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The number of a paper, in the form of its kind. */
  async ofPaper(act: Act, { kind, word, digits, series, brackets }: PaperKind, officeCode: string): Promise<string> {
    const year = act.today.slice(0, 4);
    if (series === 'town') {
      const town = officeCode.slice(0, 9);
      const serial = await this.next(act, kind, town, year);
      return `${town}${word}${year.slice(2)}${pad(serial, digits)}`;
    }
    const serial = await this.next(act, kind, this.config.county.code, year);
    const [open, close] = brackets;
    return `${this.config.county.short}${word}${open}${year}${close}${serialWord(pad(serial, digits))}`;
  }

  /** A number of another series, in the form of a letter's. */
  async ofSeries(act: Act, series: Series): Promise<string> {
    const year = act.today.slice(0, 4);
    const serial = await this.next(act, series.name, this.config.county.code, year);
    return `${this.config.county.short}${series.word}〔${year}〕${serialWord(pad(serial, series.digits ?? 4))}`;
  }

  /** Project number: town, letter of the kind of right, year and month, serial of the month; given at acceptance. */
  async ofProject(act: Act, officeCode: string, kindLetter: string): Promise<string> {
    const town = officeCode.slice(0, 9);
    const month = act.today.slice(2, 4) + act.today.slice(5, 7);
    const serial = await this.next(act, `project:${kindLetter}`, town, month);
    return `${town}${kindLetter}${month}${pad(serial, 4)}`;
  }

  private async next({ tx }: Act, series: string, scopeCode: string, period: string): Promise<number> {
    const rows: { last: number }[] = await tx.query(
      `INSERT INTO number_series (series, scope_code, period, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (series, scope_code, period) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
      [series, scopeCode, period],
    );
    const [row] = rows;
    if (!row) throw new Error(`Series ${series} gave no number.`);
    return row.last;
  }
}

function pad(serial: number, digits: number): string {
  return String(serial).padStart(digits, '0');
}
