import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out in a series; it only rises, and a rolled-back act takes its number back with it. */
@Entity()
export class NumberSeries {
  @PrimaryColumn('text') series: string;
  /** Digits of the county or town whose series it is. */
  @PrimaryColumn('text') scopeCode: string;
  /** 2026, or 2609 where the series starts anew each month. */
  @PrimaryColumn('text') period: string;
  @Column('integer') last: number;
}
