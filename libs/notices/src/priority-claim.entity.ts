import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const claimLevels = {
  member: '本集体成员',
  incumbent: '原承租人（续租）',
  co_contractor: '共同承包人',
} as const;
export type ClaimLevel = keyof typeof claimLevels;

export const claimResults = {
  stands: '主张成立，由转出方从成立的主张里选定',
  claimant_takes_over: '转出方选定，由主张人承接',
  not_chosen: '主张成立，转出方选定了另一位主张人',
  declined: '主张不成立',
  not_proven: '成员身份没有核实',
  withdrawn: '主张人撤回',
  lapsed: '公示已经撤下，主张不再办',
} as const;
export type ClaimResult = keyof typeof claimResults;

// 同等条件下成员优先（承包法第三十八条第五项）：转出方可以不流转，但不能条件相同还选外面的人。
/** Why a proven claim may fail; without one of these it stands. `unstated` is what was written before grounds were asked. */
export const declineGrounds = {
  terms_differ: '条件不同：主张人做不到公示的价款、期限、付款或者用途',
  no_ability: '没有农业经营能力或者资质（承包法第三十八条第四项）',
  not_letting: '转出方不再流转：公示的受让方也不给，本案终止',
} as const;
export type DeclineGround = keyof typeof declineGrounds;
export const isDeclineGround = (text: string): text is DeclineGround => Object.hasOwn(declineGrounds, text);

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
  @Column('text', { nullable: true }) declineGround: DeclineGround | 'unstated' | null;
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
