import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const claimLevels = {
  member: '本集体成员',
  incumbent: '原承租人（续租）',
  co_contractor: '共同承包人',
} as const;
export type ClaimLevel = keyof typeof claimLevels;

export const claimResults = {
  claimant_takes_over: '转出方同意，由主张人受让',
  bidding_among_claimants: '转出方同意，多人主张，在主张人中竞价',
  declined: '转出方不同意',
  not_proven: '成员身份没有核实',
  withdrawn: '主张人撤回',
} as const;
export type ClaimResult = keyof typeof claimResults;

/** A member of the collective wants the land on the same terms (承包法第三十八条第五项). */
@Entity()
export class PriorityClaim {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') noticeId: string;
  /** The party that claims; null for a person a clerk wrote down who is not in the register. */
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
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: string;
}
