import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { bodyKinds } from './party.words.js';

export type BodyKind = keyof typeof bodyKinds;

/** A cooperative, a farm with a licence, an enterprise, a collective. */
@Entity()
export class Body {
  /** The party's id. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: BodyKind;
  /** Null: known by its contractor code alone, which is enough for the register and for no contract. */
  @Column('char', { length: 18, nullable: true }) creditCode: string | null;
  /** What its record has instead of a unified code. */
  @Column('varchar', { length: 18, nullable: true }) oldCode: string | null;
  @Column('text') legalRepresentative: string;
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null;
  @Column('text') address: string;
  /** CBFBM of a unit that contracts land itself. */
  @Column('varchar', { length: 19, nullable: true }) contractorCode: string | null;
  /** Village or town of a collective or a village committee. */
  @Column('varchar', { length: 12, nullable: true }) officeCode: string | null;
}
