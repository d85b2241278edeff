import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { importKinds, importStatuses } from './import.words.js';

export type ImportKind = keyof typeof importKinds;
export type ImportStatus = keyof typeof importStatuses;

/** A row as it was read: its number and what stands in each column. */
export interface ReadLine {
  rowNumber: number;
  cells: { field: string; value: string }[];
}

/** One file on its way into the register: first a dry run, then the run. */
@Entity()
export class RegisterImport {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') kind: ImportKind;
  @Column('text') fileName: string;
  @Column('char', { length: 64 }) sha256: string;
  /** The file, sealed; emptied when the run is done. */
  @Column('bytea', { nullable: true }) contentSealed: Buffer | null;
  /** The first rows as they were read, personal numbers masked; emptied with the file. */
  @Column('jsonb', { default: [] }) firstRows: ReadLine[];
  @Column('text') status: ImportStatus;
  @Column('int') rowsTotal: number;
  @Column('int') rowsDone: number;
  @Column('int') added: number;
  @Column('int') changed: number;
  @Column('int') unchanged: number;
  @Column('int') legacy: number;
  @Column('int') bad: number;
  /** Rows that wait to be decided, since they would move land under a case or a right. */
  @Column('int') held: number;
  /** Rows whose shapes count as lying over other parcels. */
  @Column('int') overlapping: number;
  @Column('uuid', { nullable: true }) startedBy: string | null;
  @Column('text') startedByName: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
