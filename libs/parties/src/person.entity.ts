import type { Day } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { identityKinds } from './party.words.js';

export type Sex = 'male' | 'female';
export type IdentityKind = keyof typeof identityKinds;

/** A natural person. Number and phone are sealed; only a view opens them, masked, or a desk with a reason. */
@Entity()
export class Person {
  /** The party's id. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** C.15: by which paper he is known. */
  @Column('varchar', { length: 1, default: '1' }) identityKind: IdentityKind;
  /** Null: known by name, identity open; nobody consents so (承包法第十六条、第二十四条). */
  @Column('bytea', { nullable: true }) identitySealed: Buffer | null;
  /** HMAC of the number: finds the person without opening anybody's number. */
  @Column('bytea', { nullable: true }) identityIndex: Buffer | null;
  /** Why a number that another person has already, or that fails its check, was accepted with proof. */
  @Column('text', { nullable: true }) identityException: string | null;
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null;
  /** A resident identity card says both; another paper may not. */
  @Column('date', { nullable: true }) born: Day | null;
  @Column('text', { nullable: true }) sex: Sex | null;
}
