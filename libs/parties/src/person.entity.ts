import type { Day } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Sex = 'male' | 'female';

/** A natural person. Number and phone are sealed; only a view opens them, masked, or a desk with a reason. */
@Entity()
export class Person {
  /** The party's id. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('bytea') identitySealed: Buffer;
  /** HMAC of the number: finds the person without opening anybody's number. */
  @Column('bytea') identityIndex: Buffer;
  /** Why a number that another person has already, or that fails its check, was accepted with proof. */
  @Column('text', { nullable: true }) identityException: string | null;
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null;
  @Column('date') born: Day;
  @Column('text') sex: Sex;
}
