import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseChannel } from './case-file.words.js';

/** Whatever a person sends in that must be answered; what its kind is, `caseKind` says. */
@Entity()
export class CaseFile {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') kind: string;
  @Column('text') topic: string;
  /** What it is about: the workflow's subject and the record's id, number and place. */
  @Column('text') subject: string;
  @Column('uuid') subjectId: string;
  @Column('text') subjectNumber: string;
  @Column('text') town: string;
  @Column('text') village: string;
  @Column('numeric', { precision: 15, scale: 4, nullable: true }) areaMu: string | null;
  @Column('text') relation: string;
  /** The party that sends it, where that is known; then it is shown to the party too. */
  @Column('uuid', { nullable: true }) partyId: string | null;
  /** '' for an anonymous tip. Never shown to the public. */
  @Column('text') name: string;
  @Column('text') phoneMasked: string;
  /** Phone, identity number and address, sealed together. */
  @Column('text', { nullable: true }) contactSealed: string | null;
  @Column('text') facts: string;
  @Column('text') request: string;
  @Column('text') channel: CaseChannel;
  @Column('text') receivedBy: string;
  @Column('timestamptz') receivedAt: Date;
  @Column('text', { nullable: true }) handlerName: string | null;
  @Column('uuid', { nullable: true }) handlerAccountId: string | null;
  @Column('text', { nullable: true }) outcome: string | null;
  /** Which of the grounds of its kind the outcome rests on, where one is owed, and what was signed about it. */
  @Column('text', { nullable: true }) ground: string | null;
  @Column('uuid', { nullable: true }) statementFileId: string | null;
  @Column('text', { nullable: true }) effect: string | null;
  /** 查明的情况; null in decisions of before this was asked. */
  @Column('text', { nullable: true }) findings: string | null;
  @Column('text', { nullable: true }) reasons: string | null;
  @Column('text', { nullable: true }) rule: string | null;
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) servedHow: string | null;
  @Column('timestamptz', { nullable: true }) servedAt: Date | null;
  /** Since when it waits for no answer any more. */
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  /** Hash of the code with which the sender follows the case; null in claims of before they had one. */
  @Column('char', { length: 64, nullable: true }) codeHash: string | null;
  @Column('text') state: string;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('varchar', { length: 12 }) officeCode: string;
  @Column('varchar', { length: 12 }) officeCodeBorn: string;
  @Column('int') revision: number;
  @Column('date') rulesDay: string;
}
