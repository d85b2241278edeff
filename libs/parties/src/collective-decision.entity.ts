import type { Day, DecisionBody, Mu } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a collective decided about land that is not contracted out, with the counts that make it valid or not. */
@Entity()
export class CollectiveDecision {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') collectiveId: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  @Column('text') decidingBody: DecisionBody;
  @Column('text') legalBasis: string;
  @Column('text') matter: string;
  /** Whom and which land it decided about; null in decisions recorded before this was asked. */
  @Column('uuid', { nullable: true }) transfereeId: string | null;
  @Column('text', { array: true }) parcelCodes: string[];
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) areaMu: Mu | null;
  /** All who may vote, present or not: two thirds are counted of these. */
  @Column('int') electorate: number;
  @Column('int') attended: number;
  @Column('int') inFavour: number;
  @Column('int') opposed: number;
  @Column('date') calledOn: Day;
  @Column('date') decidedOn: Day;
  @Column('boolean') toOutsiders: boolean;
  @Column('uuid') minutesFileId: string;
  /** 乡镇人民政府批准，发包给本集体以外的人时必须有（承包法第五十二条）。 */
  @Column('text', { nullable: true }) approvalNumber: string | null;
  @Column('date', { nullable: true }) approvedOn: Day | null;
  @Column('uuid', { nullable: true }) approvalFileId: string | null;
  @Column('timestamptz') recordedAt: Date;
}
