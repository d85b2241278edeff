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
  @Column('char', { length: 18 }) creditCode: string;
  @Column('text') legalRepresentative: string;
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null;
  @Column('text') address: string;
  /** CBFBM of a unit that contracts land itself. */
  @Column('varchar', { length: 19, nullable: true }) contractorCode: string | null;
  /** Village or town of a collective or a village committee. */
  @Column('varchar', { length: 12, nullable: true }) officeCode: string | null;
}
