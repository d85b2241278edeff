import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ClaimLevel, ClaimResult, KeptGround } from './priority-claim.words.js';

/** A member of the collective wants the land on the same terms (承包法第三十八条第五项). */
@Entity()
export class PriorityClaim {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') noticeId: string;
  /** The party that claims, by whom it can be carried out; null only in claims of before this was asked. */
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('text') name: string;
  @Column('text') phoneMasked: string;
  @Column('text') level: ClaimLevel;
  @Column('text') statement: string;
  @Column('boolean') acceptsTerms: boolean;
  @Column('timestamptz') claimedAt: Date;
  @Column('text') channel: string;
  @Column('text', { nullable: true }) verifiedBy: string | null;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('text', { nullable: true }) answerReasons: string | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) result: ClaimResult | null;
  @Column('text', { nullable: true }) declineGround: KeptGround | null;
  /** What the transferor signed: why not, or whom he chose. */
  @Column('uuid', { nullable: true }) statementFileId: string | null;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: string;
}
