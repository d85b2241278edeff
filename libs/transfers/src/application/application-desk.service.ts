import { Injectable } from '@nestjs/common';
import { type DivisionCode, type FieldError, type Mu, type TransfereeKind, addMu, formatMu, mu } from '#kernel';
import { OfficesService } from '#offices';
import { Numbers } from '#papers';
import { type Act, type Filled, type Heard, type Sound, type Tx, refuseHeard } from '#platform';
import { LandService, termOf } from '#rights';
import { columnsOf } from '../agreed.js';
import { applicationFaults, parcelFault } from './application.problems.js';
import { TownPrices } from '../facts/town-prices.service.js';
import { several } from './application.words.js';
import { Applicants } from './applicants.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferKind } from '../transfer.words.js';
import { ApplicationInput, type ParcelInput, kindFaults, parcelFaults, termsFaults } from '../transfer.input.js';
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

/** An application worked out against the register: the columns of its case, and its parcels. */
export interface Composed {
  columns: Partial<Transfer>;
  parcels: ComposedParcel[];
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

/**
 * What stands against the parcels as they are asked for together, the first of it. 自留地（地块类别 21）归农户使用，不是承包地，也不是集体
 * 能发包的地：不进流转（NY/T 2539 附录 C.7）。
 */
function landFaults(asked: readonly Sound<ParcelInput>[], land: readonly (Land | undefined)[]): Heard[] {
  const codes = asked.flatMap(({ code }) => code ?? []);
  if (new Set(codes).size < codes.length) return [transferProblems.parcelTwice()];
  const unknown = asked.flatMap(({ code }, index) =>
    code === undefined || land[index] ? [] : [parcelFault.unknown(index, code)],
  );
  const plots = land.flatMap((row, index) =>
    row?.category === '21' ? [parcelFault.privatePlot(index, row.code, row.name)] : [],
  );
  if (unknown.length + plots.length > 0) return [...unknown, ...plots];
  const found = land.flatMap((row) => row ?? []);
  const [first] = found;
  if (found.some((row) => row.issuerCode !== first?.issuerCode)) return [transferProblems.parcelsApart()];
  return found.some((row) => kindOf(row) !== kindOf(first)) ? [transferProblems.parcelsMixed()] : [];
}

const kindOf = (row: Land | undefined): TransferKind => (row?.contractId ? 'contracted' : 'collective');

/** 转包是在本集体成员之间；出租给谁都行（承包法第36条；集体没有发包的地不是承包地，谈不上转包）。 */
export function modeFaults(
  mode: string | undefined,
  kind: TransferKind | null,
  transferee: TransfereeKind | null,
): FieldError[] {
  if (mode !== 'subcontract' || kind === null) return [];
  if (kind === 'collective') return [applicationFaults.subcontractUncontracted()];
  return transferee === null || transferee === 'member' ? [] : [applicationFaults.subcontractOutside()];
}

/** A guarantor stands for one transferee; another brings his own. */
function guarantorOf(before: Transfer | null, transfereeId: string): Pick<Transfer, 'guarantorId' | 'guarantorFileId'> {
  if (before === null || before.transfereeId !== transfereeId) return { guarantorId: null, guarantorFileId: null };
  return { guarantorId: before.guarantorId, guarantorFileId: before.guarantorFileId };
}

/** What an application is made of: parties, land, place, number. */
@Injectable()
export class ApplicationDesk {
  constructor(
    private readonly applicants: Applicants,
    private readonly land: LandService,
    private readonly offices: OfficesService,
    private readonly numbers: Numbers,
    private readonly prices: TownPrices,
  ) {}

  async number(act: Act, row: Transfer): Promise<void> {
    row.number = await this.numbers.ofProject(act, row.officeCode, 'A');
    await act.keep(Transfer, row.id, { number: row.number });
  }

  async compose(act: Act, asked: Filled<ApplicationInput>, before: Transfer | null = null): Promise<Composed> {
    const { tx } = act;
    const found = await this.landOf(tx, asked.sound);
    const heard = await this.faults(act, asked.sound, before, found);
    refuseHeard(ApplicationInput, [...asked.faults, ...heard]);
    const land = found.flatMap((row) => row ?? []);
    const [[first], input] = [land, asked.value];
    if (!first || input === null) throw transferProblems.noParcel();
    const kind = kindOf(first);
    const { far } = await this.prices.held(input, first.officeCode, act.today, tx);
    const transferee = await this.applicants.transferee(act, input, before, first.issuerCode);
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
        ...columnsOf(input),
        priceConfirmed: far,
        officeCode: first.officeCode as DivisionCode,
        bornOfficeCode: (before?.bornOfficeCode ?? first.officeCode) as DivisionCode,
        place: await this.offices.placeName(first.officeCode),
        transfereeId: transferee.id,
        transfereeKind: transferee.kind,
        transfereeName: transferee.name,
        transferorName: several(grantors[0]?.[1] ?? '', grantors.length),
        issuerCode: first.issuerCode,
        decisionId: input.decisionId ?? before?.decisionId ?? null,
        ability: input.ability,
        ...guarantorOf(before, transferee.id),
        areaMu: addMu(...parcels.map((each) => mu(formatMu(each.areaMu)))),
        parcelCount: parcels.length,
        householdCount: grantors.length,
        renewsId: before?.renewsId ?? null,
      },
    };
  }

  /** All that the parts of an application owe to each other and to the register, as far as they are sound. */
  private async faults(
    act: Act,
    asked: Sound<ApplicationInput>,
    before: Transfer | null,
    land: readonly (Land | undefined)[],
  ): Promise<Heard[]> {
    const { tx, today } = act;
    // What was agreed in time stays, however long a case takes that came back.
    const agreed = before === null ? null : termOf(before.term).start;
    const earliest = agreed !== null && agreed < today ? agreed : today;
    const { priceYuan, priceConfirmed = null, parcels = [] } = asked;
    const first = land.find((row) => row !== undefined);
    const kind = first ? kindOf(first) : null;
    const held = priceYuan && first ? { priceYuan, priceConfirmed } : null;
    return [
      ...termsFaults(asked, earliest),
      ...(await this.prices.ofGoods(asked.rent, today)),
      ...parcelFaults(parcels),
      ...landFaults(parcels, land),
      ...(kind === null ? [] : kindFaults(asked.kind, kind)),
      ...(held ? (await this.prices.held(held, first?.officeCode ?? '', today, tx)).faults : []),
      ...(await this.applicants.faults(act, asked.transferee, first?.issuerCode ?? null)),
      ...modeFaults(asked.mode, kind, await this.applicants.kindOf(act, asked, before, first?.issuerCode ?? '')),
    ];
  }

  /** The register's row of each parcel that is asked for, in the same order. */
  private async landOf(tx: Tx, { parcels = [] }: Sound<ApplicationInput>): Promise<(Land | undefined)[]> {
    const codes = parcels.flatMap(({ code }) => code ?? []);
    const found = new Map((await this.land.parcelsByCode(codes, tx)).map((row) => [row.code, row]));
    return parcels.map(({ code }) => found.get(code ?? ''));
  }
}
