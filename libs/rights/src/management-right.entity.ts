import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** How the management right leaves the household (承包法第三十六条). Swap and assignment move the contract, not this. */
export const flowModes = { lease: '出租', subcontract: '转包', share: '入股', other: '其他' } as const;
export type FlowMode = keyof typeof flowModes;

export const standings = { reserved: '已预留', active: '有效', ended: '已终止', released: '已解除预留' } as const;
export type Standing = keyof typeof standings;
/** In these a right keeps its land from others. */
export const liveStandings = ['reserved', 'active'] as const satisfies Standing[];
export const holdsLand = ({ standing }: { standing: string }): boolean =>
  (liveStandings as readonly string[]).includes(standing);

/**
 * 土地经营权: a child of the household's contract, or of another management right. It follows its case: reserved at
 * acceptance, active when the right is recorded, then ended; or released when the case falls.
 */
@Entity()
export class ManagementRight {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** The right it is carved from; null if it comes straight from a contract or from the collective. */
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') mode: FlowMode;
  @Column('uuid') grantorId: string;
  @Column('uuid') holderId: string;
  /** As PostgreSQL writes it: '[2026-11-01,2032-11-01)'; see termOf. */
  @Column('daterange') term: string;
  @Column('text') standing: Standing;
  @Column('text') plannedUse: string;
  /** The case that made it: table and id. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('timestamptz') reservedAt: Date;
  @Column('timestamptz') reservedUntil: Date;
  @Column('timestamptz', { nullable: true }) activeSince: Date | null;
  @Column('timestamptz', { nullable: true }) overSince: Date | null;
  @Column('text', { nullable: true }) overReason: string | null;
}
