import { Injectable } from '@nestjs/common';
import {
  type Day,
  type DivisionCode,
  type FieldError,
  type Mu,
  type TransfereeKind,
  addMu,
  day,
  formatMu,
  isDay,
  mu,
  yuan,
} from '#kernel';
import { OfficesService } from '#offices';
import { Numbers } from '#papers';
import { type Act, type Tx, inputProblem } from '#platform';
import { LandService, plannedUses, rangeOf } from '#rights';
import { Applicants } from './applicants.service.js';
import { CasePapers } from '../papers/case-papers.service.js';
import { type OpenMode, Transfer, type TransferKind } from '../transfer.entity.js';
import type { ApplicationInput, ParcelInput } from '../transfer.input.js';
import { transferProblems } from '../transfer.problems.js';

type Land = Awaited<ReturnType<LandService['parcelsByCode']>>[number];

/** A parcel of an application, worked out against the register. */
export interface ComposedParcel {
  parcelId: string;
  grantorId: string;
  whole: boolean;
  side: string | null;
  areaMu: Mu;
}

/** The collective that owns the land and, where no household holds it, grants it. */
async function ownerOf(tx: Tx, issuerCode: string): Promise<string> {
  const rows: { body_id: string | null }[] = await tx.query('SELECT body_id FROM issuer WHERE code = $1', [issuerCode]);
  return rows[0]?.body_id ?? '';
}

function composed(asked: ParcelInput, land: Land, owner: string): ComposedParcel {
  const whole = asked.side === undefined;
  const areaMu = whole ? mu(land.contractMu) : mu(asked.areaMu ?? land.contractMu);
  return { parcelId: land.id, grantorId: land.contractorId ?? owner, whole, side: asked.side ?? null, areaMu };
}

/** Writes the parcel lines of a case. */
export async function writeParcels(tx: Tx, id: string, parcels: readonly ComposedParcel[]): Promise<void> {
  await tx.query(
    `INSERT INTO transfer_parcel (transfer_id, seq, parcel_id, grantor_id, whole, side, area_mu)
     SELECT $1, row_number() OVER (), p, g, w, nullif(s, ''), a
     FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::text[], $6::numeric[]) AS x(p, g, w, s, a)`,
    [
      id,
      parcels.map((each) => each.parcelId),
      parcels.map((each) => each.grantorId),
      parcels.map((each) => each.whole),
      parcels.map((each) => each.side ?? ''),
      parcels.map((each) => each.areaMu),
    ],
  );
}

function checkTerm(input: ApplicationInput): { start: Day; end: Day } {
  const { start, end } = input.term;
  const errors: FieldError[] = [];
  if (!isDay(start)) errors.push({ pointer: '#/term/start', detail: `没有 ${start} 这一天` });
  if (!isDay(end)) errors.push({ pointer: '#/term/end', detail: `没有 ${end} 这一天` });
  if (isDay(start) && isDay(end) && end <= start)
    errors.push({ pointer: '#/term/end', detail: '结束日期要在开始日期以后' });
  if (!Object.hasOwn(plannedUses, input.purpose)) errors.push({ pointer: '#/purpose', detail: '选一个列出来的用途' });
  if (Number(input.priceYuan) === 0) errors.push({ pointer: '#/priceYuan', detail: '价款不能是 0' });
  for (const [index, parcel] of input.parcels.entries()) {
    if (parcel.areaMu !== undefined && /^0+(\.0+)?$/.test(parcel.areaMu)) {
      errors.push({ pointer: `#/parcels/${index}/areaMu`, detail: '亩数不能是 0' });
    }
    if (parcel.side !== undefined && parcel.areaMu === undefined) {
      errors.push({ pointer: `#/parcels/${index}/areaMu`, detail: '只租一部分时，写多少亩' });
    }
  }
  if (errors.length > 0) throw inputProblem(errors);
  return { start: day(start), end: day(end) };
}

/** 自留地（地块类别 21）归农户使用，不是承包地，也不是集体能发包的地：不进流转（NY/T 2539 附录 C.7）。 */
function checkCategory(land: readonly Land[]): void {
  const errors = land.flatMap((row, index) =>
    row.category === '21'
      ? [{ pointer: `#/parcels/${index}/code`, detail: `${row.name}（${row.code}）是自留地，不能流转` }]
      : [],
  );
  if (errors.length > 0) throw inputProblem(errors);
}

/** 转包是在本集体成员之间；出租给谁都行（承包法第36条；集体没有发包的地不是承包地，谈不上转包）。 */
function checkMode(mode: OpenMode, kind: TransferKind, transferee: TransfereeKind): void {
  if (mode !== 'subcontract' || (kind === 'contracted' && transferee === 'member')) return;
  const detail =
    kind === 'contracted' ? '受让方不是本集体成员，转包只在本集体成员之间，选出租' : '集体没有发包的地没有转包，选出租';
  throw inputProblem([{ pointer: '#/mode', detail }]);
}

/** A guarantor stands for one transferee; another brings his own. */
function guarantorOf(before: Transfer | null, transfereeId: string): Pick<Transfer, 'guarantorId' | 'guarantorFileId'> {
  if (before === null || before.transfereeId !== transfereeId) return { guarantorId: null, guarantorFileId: null };
  return { guarantorId: before.guarantorId, guarantorFileId: before.guarantorFileId };
}

function handoverOf(input: ApplicationInput, start: Day): Day {
  if (input.handoverOn === undefined) return start;
  if (!isDay(input.handoverOn))
    throw inputProblem([{ pointer: '#/handoverOn', detail: `没有 ${input.handoverOn} 这一天` }]);
  return input.handoverOn;
}

/** What an application is made of: parties, land, place, number. */
@Injectable()
export class ApplicationDesk {
  constructor(
    private readonly applicants: Applicants,
    private readonly land: LandService,
    private readonly offices: OfficesService,
    private readonly numbers: Numbers,
    readonly papers: CasePapers,
  ) {}

  async number(act: Act, row: Transfer): Promise<void> {
    row.number = await this.numbers.ofProject(act, row.officeCode, 'A');
    await act.keep(Transfer, row.id, { number: row.number });
  }

  async compose(
    act: Act,
    input: ApplicationInput,
    before: Transfer | null = null,
  ): Promise<{ columns: Partial<Transfer>; parcels: ComposedParcel[] }> {
    const { tx } = act;
    const term = checkTerm(input);
    const land = await this.parcels(tx, input.parcels);
    const [first] = land;
    if (!first) throw transferProblems.noParcel();
    if (land.some((row) => row.issuerCode !== first.issuerCode)) throw transferProblems.parcelsApart();
    checkCategory(land);
    const kind = first.contractId === null ? 'collective' : 'contracted';
    if (land.some((row) => (row.contractId === null) !== (kind === 'collective')))
      throw transferProblems.parcelsMixed();
    const transferee = await this.applicants.transferee(act, input, before, first.issuerCode);
    checkMode(input.mode, kind, transferee.kind);
    const owner = await ownerOf(tx, first.issuerCode);
    const parcels = input.parcels.map((asked, index) => composed(asked, land[index] ?? first, owner));
    const grantors = [
      ...new Map(land.map((row) => [row.contractorId ?? '', row.contractorName ?? row.issuerName])).entries(),
    ];
    if (parcels.some((each) => each.grantorId === '')) throw transferProblems.noContractor();
    return {
      parcels,
      columns: {
        number: before?.number ?? null,
        kind,
        mode: input.mode,
        officeCode: first.officeCode as DivisionCode,
        bornOfficeCode: (before?.bornOfficeCode ?? first.officeCode) as DivisionCode,
        place: await this.offices.placeName(first.officeCode),
        transfereeId: transferee.id,
        transfereeKind: transferee.kind,
        transfereeName: transferee.name,
        transferorName: grantors.length > 1 ? `${grantors[0]?.[1]} 等 ${grantors.length} 户` : (grantors[0]?.[1] ?? ''),
        issuerCode: first.issuerCode,
        decisionId: input.decisionId ?? before?.decisionId ?? null,
        term: rangeOf(term),
        priceFen: yuan(input.priceYuan),
        payment: input.payment,
        purpose: input.purpose,
        crops: input.crops,
        handoverOn: handoverOf(input, term.start),
        ability: input.ability,
        permits: input.permits ?? null,
        fixtures: (input.fixtures ?? '').trim(),
        declared: input.declared ? { ...input.declared } : null,
        ...guarantorOf(before, transferee.id),
        areaMu: addMu(...parcels.map((each) => mu(formatMu(each.areaMu)))),
        parcelCount: parcels.length,
        householdCount: grantors.length,
        renewsId: before?.renewsId ?? null,
      },
    };
  }

  private async parcels(tx: Tx, asked: readonly ParcelInput[]): Promise<Land[]> {
    const codes = asked.map((each) => each.code);
    if (new Set(codes).size < codes.length) throw transferProblems.parcelTwice();
    const found = new Map((await this.land.parcelsByCode(codes, tx)).map((row) => [row.code, row]));
    const errors: FieldError[] = asked.flatMap((each, index) =>
      found.has(each.code) ? [] : [{ pointer: `#/parcels/${index}/code`, detail: `登记簿里没有地块 ${each.code}` }],
    );
    if (errors.length > 0) throw inputProblem(errors);
    return codes.flatMap((code) => found.get(code) ?? []);
  }
}
