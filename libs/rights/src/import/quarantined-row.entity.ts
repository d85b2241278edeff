import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A row that did not come in, or that came in and is told about, kept until its file is mended and comes again. */
@Entity()
export class QuarantinedRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('uuid') importId: string;
  @Column('int') rowNumber: number;
  @Column('text') field: string;
  @Column('text') reason: string;
  /** What stood there; numbers of persons masked. */
  @Column('text') shown: string;
  /** Nothing stood in its way. */
  @Column('boolean') cameIn: boolean;
}
