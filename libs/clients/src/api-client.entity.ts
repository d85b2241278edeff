import type { Day } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgramPost } from './client.words.js';

/** 接入程序: a program of a body, with one post in one office; its account has the same id. */
@Entity()
export class ApiClient {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** Where it reaches; a merger of divisions rewrites it. */
  @Column('char', { length: 12 }) officeCode: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  /** Whose program it is, and who answers for it. */
  @Column('text') bodyName: string;
  @Column('text') creditCode: string;
  @Column('text') name: string;
  @Column('text') post: ProgramPost;
  @Column('boolean') readsOnly: boolean;
  @Column('text') reason: string;
  @Column('uuid') askedBy: string;
  @Column('text') askedByName: string;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('text', { nullable: true }) confirmedByName: string | null;
}
