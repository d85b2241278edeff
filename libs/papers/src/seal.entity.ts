import type { Day } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A seal that an office may print, for as long as it is registered. Training prints its own and asks no register. */
@Entity()
export class Seal {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') officeCode: string;
  @Column('text') officeName: string;
  /** The line at the foot: 业务专用章. */
  @Column('text') foot: string;
  @Column('date') validFrom: Day;
  @Column('date', { nullable: true }) validTo: Day | null;
  @Column('text') registeredBy: string;
  @Column('timestamptz') registeredAt: Date;
}
