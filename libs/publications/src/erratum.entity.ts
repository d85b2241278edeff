import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A typo of a public text put right beside it; the text itself stays as it was. Append-only. */
@Entity()
export class Erratum {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') publicationId: string;
  @Column('text') wrong: string;
  @Column('text') right: string;
  @Column('text') reason: string;
  @Column('text') approvedBy: string;
  @Column('timestamptz') approvedAt: Date;
}
