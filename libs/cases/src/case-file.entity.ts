import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseChannel, CaseEffect, CaseKind, CaseOutcome, CaseRelation, CaseTopic } from './case-file.words.js';

/** Whatever a person sends in that must be answered. Only an objection holds what it is about. */
@Entity()
export class CaseFile {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') kind: CaseKind;
  @Column('text') topic: CaseTopic;
  /** What it is about: the workflow's subject and the record's id and number. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('text') subjectNumber: string;
  @Column('text') relation: CaseRelation;
  /** '' for an anonymous tip. Never shown to the public. */
  @Column('text') name: string;
  /** Phone, identity number and address, sealed together. */
  @Column('text', { nullable: true }) contactSealed: string | null;
  @Column('text') facts: string;
  @Column('text') request: string;
  @Column('text') channel: CaseChannel;
  @Column('text') receivedBy: string;
  @Column('timestamptz') receivedAt: Date;
  @Column('text', { nullable: true }) handlerName: string | null;
  @Column('uuid', { nullable: true }) handlerAccountId: string | null;
  @Column('text', { nullable: true }) outcome: CaseOutcome | null;
  @Column('text', { nullable: true }) effect: CaseEffect | null;
  /** 查明的情况; null in decisions of before this was asked. */
  @Column('text', { nullable: true }) findings: string | null;
  @Column('text', { nullable: true }) reasons: string | null;
  @Column('text', { nullable: true }) rule: string | null;
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) servedHow: string | null;
  @Column('timestamptz', { nullable: true }) servedAt: Date | null;
  /** Hash of the code with which the sender follows the case. */
  @Column('char', { length: 64 }) codeHash: string;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: string;
}
