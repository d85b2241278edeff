import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Typed } from '#platform';
import type { DraftSide } from './draft.words.js';

/** Everything typed so far, each step by the names of its part. Numbers of identity are sealed, never kept in clear. */
export interface DraftContent {
  side: DraftSide;
  who?: Typed;
  /** Parcels by their codes; one that is not ticked has no code within. */
  land?: Typed;
  terms?: Typed;
  /** What was last looked for in the register. */
  sought?: string;
  /** The transferee's number, sealed, in base64. */
  sealedCode?: string;
}

/** An application that is still being written. It becomes a case when its last needed field is there. */
@Entity()
export class ApplicationDraft {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  /** The party whose application it is; null at a desk with paper in hand. */
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('jsonb') content: DraftContent;
  @Column('uuid', { nullable: true }) transferId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
