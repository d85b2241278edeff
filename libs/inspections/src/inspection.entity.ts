import type { Day, Mu } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { conclusions, farmlandFindings } from './inspection.words.js';

export type FarmlandFinding = keyof typeof farmlandFindings;

export type Conclusion = keyof typeof conclusions;

/** 实地调查: two people go and look before the case goes to the county. */
@Entity()
export class Inspection {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** Today's town; a merger rewrites it. */
  @Column('char', { length: 12 }) officeCode: string;
  @Column('char', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  /** The record it goes and looks for: a transfer. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('text') caseNumber: string;
  /** Town and village, in words. */
  @Column('text') place: string;
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) areaMu: Mu | null;
  /** Whose land it is, and who wants it, by name. */
  @Column('text', { nullable: true }) party: string | null;
  @Column('text', { nullable: true }) counterparty: string | null;
  /** The how many-th survey of this case. */
  @Column('int') round: number;
  @Column('timestamptz', { nullable: true }) visitedAt: Date | null;
  /** Who uses the land today, and how. */
  @Column('text', { nullable: true }) occupation: string | null;
  @Column('text', { nullable: true }) crops: string | null;
  @Column('text', { nullable: true }) fixtures: string | null;
  /** Flood, pollution. */
  @Column('text', { nullable: true }) hazards: string | null;
  @Column('text', { nullable: true }) basicFarmland: FarmlandFinding | null;
  @Column('text', { nullable: true }) farmlandNote: string | null;
  @Column('text', { nullable: true }) conclusion: Conclusion | null;
  @Column('text', { nullable: true }) opinion: string | null;
}
