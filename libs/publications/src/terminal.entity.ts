import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A screen in a hall. Its browser asks for the hall page again and again; each request is its heartbeat. */
@Entity()
export class Terminal {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: 'screen_county' | 'screen_town';
  @Column('varchar', { length: 12 }) officeCode: string;
  /** Hash of the token in the terminal's address; a copy of the database opens no terminal. */
  @Column('char', { length: 64 }) tokenHash: string;
  @Column('timestamptz', { nullable: true }) lastHeartbeat: Date | null;
  @Column('int') shown: number;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}
