import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filter of the lots that an account keeps; nobody else reads it. */
@Entity()
export class SavedSearch {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('int') revision: number;
  @Column('text') name: string;
  /** The filter as the address of the list has it. */
  @Column('text') query: string;
  /** When its owner last looked: what was published since is new. */
  @Column('timestamptz') seenAt: Date;
  @Column('timestamptz') createdAt: Date;
  /** What is known of the secret in its feed's address: its hash, by which it is found, and itself, sealed, to be shown again. */
  @Column('text', { nullable: true }) feedHash: string | null;
  @Column('bytea', { nullable: true }) feedSealed: Buffer | null;
}
