import type { Day, DivisionCode, Mu } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 农村土地经营权证书：one valid certificate per right, ever; a number is never given twice. */
@Entity()
export class Certificate {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** The number of its paper. */
  @Column('text') number: string;
  @Column('uuid') paperId: string;
  @Column('uuid') transferId: string;
  @Column('uuid') rightId: string;
  @Column('uuid') holderId: string;
  /** As it stands now: a change of name changes it here and in the change record, never on the paper that was issued. */
  @Column('text') holderName: string;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  /** Today's office; a merger rewrites it. */
  @Column('char', { length: 12 }) officeCode: DivisionCode;
  @Column('char', { length: 12 }) bornOfficeCode: DivisionCode;
  @Column('text') place: string;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('int') parcelCount: number;
  /** PostgreSQL daterange, half open. Whether the certificate has expired is read off it, never stored. */
  @Column('daterange') term: string;
  @Column('timestamptz') issuedAt: Date;
  @Column('text') issuedBy: string;
  @Column('uuid', { nullable: true }) issuedById: string | null;
  @Column('uuid', { nullable: true }) previousId: string | null;
  @Column('uuid', { nullable: true }) nextId: string | null;
  /** What lists search; the database fills both in. */
  @Column({ type: 'text', select: false, insert: false, update: false, default: '' }) searchText: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false, default: '{}' })
  searchPairs: string[];
}
