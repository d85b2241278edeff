import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type PartyKind = 'person' | 'household' | 'body';

/** Anyone who can hold, give or take a right: one space of ids for persons, households and bodies. */
@Entity()
export class Party {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') kind: PartyKind;
  @Column('text') displayName: string;
  /** The sign-in account that speaks for this party, if it has one. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') createdAt: Date;
}
