import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody went and looked whether the notice still hangs. Append-only. */
@Entity()
export class VenueCheck {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') postingId: string;
  @Column('boolean') inPlace: boolean;
  @Column('text') remark: string;
  @Column('text') checkedBy: string;
  @Column('timestamptz') checkedAt: Date;
}
