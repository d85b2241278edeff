import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sheet of numbered certificate paper: what it was used for, or that it was spoiled. Each serial once, for ever. */
@Entity()
export class CertificateStock {
  /** 纸张流水号, printed on the empty sheet; apart from the number of the certificate. */
  @PrimaryColumn('text') serial: string;
  @Column('text') outcome: 'used' | 'spoiled';
  @Column('uuid') certificateId: string;
  @Column('int', { nullable: true }) copyNumber: number | null;
  @Column('text') reason: string;
  @Column('text') notedBy: string;
  @Column('timestamptz') notedAt: Date;
}
