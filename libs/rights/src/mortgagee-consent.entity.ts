import type { Day } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The mortgagee agrees, in writing, to one transfer of the mortgaged right (民法典第四百零六条). */
@Entity()
export class MortgageeConsent {
  @PrimaryColumn('uuid') encumbranceId: string;
  @PrimaryColumn('text') subject: string;
  @PrimaryColumn('uuid') subjectId: string;
  @Column('uuid') evidenceFileId: string;
  @Column('date') givenOn: Day;
}
