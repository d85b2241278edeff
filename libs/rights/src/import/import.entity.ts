import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The tables of NY/T 2539-2016 that come in, in the order in which they build on each other. */
export const importKinds = {
  FBF: '发包方',
  CBF: '承包方',
  CBF_JTCY: '家庭成员',
  CBHT: '承包合同',
  DK: '地块（图形和属性）',
  CBDKXX: '承包地块信息',
} as const;
export type ImportKind = keyof typeof importKinds;

export const importStandings = {
  checking: '正在试导',
  checked: '试导完了，等您看结果',
  running: '正在导入',
  done: '导入完成',
  failed: '没有做完',
} as const;
export type ImportStanding = keyof typeof importStandings;

/** One file on its way into the register: first a dry run, then the run. */
@Entity()
export class RegisterImport {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') kind: ImportKind;
  @Column('text') fileName: string;
  @Column('char', { length: 64 }) sha256: string;
  /** The file, sealed; emptied when the run is done. */
  @Column('bytea', { nullable: true }) contentSealed: Buffer | null;
  @Column('text') standing: ImportStanding;
  @Column('int') rowsTotal: number;
  @Column('int') rowsDone: number;
  @Column('int') added: number;
  @Column('int') changed: number;
  @Column('int') unchanged: number;
  @Column('int') legacy: number;
  @Column('int') bad: number;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('uuid', { nullable: true }) startedBy: string | null;
  @Column('text') startedByName: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
