import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What is shown of one parcel in a public text. */
export interface PublicParcel {
  number: number;
  contractor: string;
  name: string;
  code: string;
  bounds: string;
  /** What is let. */
  area: string;
  /** 确权面积; not kept in texts of before. */
  registered?: string;
  surveyed: string;
}

/** A text as one audience reads it: structured fields and lines, never markup. */
export interface PublicText {
  title: string;
  /** `material`: a value that a correction of a typo may not touch. */
  facts: { label: string; value: string; material: boolean }[];
  paragraphs: string[];
  parcels: PublicParcel[];
}

/** Fields of the `parcel-map` partial, drawn by whoever composes the text. */
export type PublicMap = Record<string, unknown>;

/** One approved text in its two renderings; unchangeable from the moment it is public (the database's own rule). */
@Entity()
export class Publication {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('int') version: number;
  /** For the site, the screens and the API: people by family name only. */
  @Column('jsonb') text: PublicText;
  /** For the village's own board, where heads of households are named in full. */
  @Column('jsonb') boardText: PublicText;
  /** What lists and screens say of it beside its title. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') town: string;
  @Column('text') village: string;
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) areaMu: string | null;
  @Column('jsonb', { nullable: true }) map: PublicMap | null;
  /** Codes of the record itself that may look like bank cards by chance. */
  @Column('text', { array: true }) knownCodes: string[];
  @Column('char', { length: 64 }) sha256: string;
  @Column('char', { length: 64 }) boardSha256: string;
  @Column('text', { nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
}
