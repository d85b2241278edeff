import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day, DivisionCode, Fen, Mu, TransfereeKind } from '#kernel';
import type { TransferState } from './transfer.workflow.js';

export const transferModes = { lease: '出租', subcontract: '转包', share: '入股' } as const;
export type TransferMode = keyof typeof transferModes;

/** Ways that an application may ask for: 入股 waits for its own form of contract (GF-2021-2607); old records keep their word. */
export const openModes = { lease: transferModes.lease, subcontract: transferModes.subcontract } as const;
export type OpenMode = keyof typeof openModes;

export const transferKinds = { contracted: '农户承包土地经营权', collective: '集体未发包土地经营权' } as const;
export type TransferKind = keyof typeof transferKinds;

/** What the contract may let the transferee do (示范合同 GF-2021-2606 第九条第一项；承包法第43、46、47条). */
export const contractPermits = {
  soil: '投资改良土壤',
  facilities: '建设农业生产附属、配套设施',
  mortgage: '以土地经营权融资担保',
  retransfer: '再流转土地经营权',
} as const;
export type ContractPermit = keyof typeof contractPermits;

/** What both sides say of the land and of themselves, each in words or 无 (转出申请书、受让申请书的必填项). */
export const declarations = {
  lease: '地上现有的租约',
  dispute: '权属、边界的争议',
  credit: '受让方的失信、诉讼记录',
} as const;
export type Declared = Record<keyof typeof declarations, string>;

/** One agreed transfer, from application to the end of the right. */
@Entity()
export class Transfer {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { nullable: true }) number: string | null;
  /** What lists search; the database fills both in. */
  @Column({ type: 'text', select: false, insert: false, update: false, default: '' }) searchText: string;
  @Column({ type: 'text', array: true, select: false, insert: false, update: false, default: [] })
  searchPairs: string[];
  /** With the number, lets anybody who holds the receipt follow the case. */
  @Column('char', { length: 8 }) followCode: string;
  @Column('text') kind: TransferKind;
  @Column('text') mode: TransferMode;
  @Column('text') state: TransferState;
  @Column('timestamptz') stateSince: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('int') revision: number;
  @Column('date') rulesDay: Day;
  @Column('varchar', { length: 12 }) officeCode: DivisionCode;
  @Column('varchar', { length: 12 }) bornOfficeCode: DivisionCode;
  /** Town and village as they were called when the case began; papers keep it. */
  @Column('text') place: string;
  @Column('uuid') transfereeId: string;
  @Column('text') transfereeKind: TransfereeKind;
  @Column('text') transfereeName: string;
  @Column('text') transferorName: string;
  @Column('varchar', { length: 14 }) issuerCode: string;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  /** PostgreSQL daterange, half open; `termOf` reads it. */
  @Column('daterange') term: string;
  /** Per mu and year. */
  @Column('bigint') priceFen: Fen;
  @Column('text') payment: string;
  @Column('text') purpose: string;
  @Column('text') crops: string;
  @Column('date') handoverOn: Day;
  @Column('text') ability: string;
  /** Null where nobody was asked: the contract is ticked by hand then. */
  @Column('text', { array: true, nullable: true }) permits: ContractPermit[] | null;
  /** Buildings and other things on the land, and what becomes of them. */
  @Column('text') fixtures: string;
  @Column('jsonb', { nullable: true }) declared: Declared | null;
  /** Who stands surety for a transferee above the age, by his signed paper. */
  @Column('uuid', { nullable: true }) guarantorId: string | null;
  @Column('uuid', { nullable: true }) guarantorFileId: string | null;
  @Column('numeric', { precision: 15, scale: 4 }) areaMu: Mu;
  @Column('int') parcelCount: number;
  @Column('int') householdCount: number;
  @Column('int') round: number;
  @Column('text', { nullable: true }) suspendedFrom: string | null;
  @Column('uuid', { nullable: true }) replacesId: string | null;
  @Column('uuid', { nullable: true }) renewsId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('text') createdBy: string;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) pushedAt: Date | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  /** When the notice was found clear in this round: no contract is older. */
  @Column('timestamptz', { nullable: true }) clearedAt: Date | null;
  @Column('date', { nullable: true }) signedOn: Day | null;
  @Column('text', { nullable: true }) contractNumber: string | null;
  @Column('date', { nullable: true }) filedOn: Day | null;
  @Column('text', { nullable: true }) filingNumber: string | null;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
  @Column('text', { nullable: true }) endedReason: string | null;
  /** When both parties were told that the term ends soon. */
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('date', { nullable: true }) landReturnedOn: Day | null;
}
