import { Injectable } from '@nestjs/common';
import { type DivisionCode, type FieldError, type Mu, type TransfereeKind, addMu, formatMu, mu } from '#kernel';
import { OfficesService } from '#offices';
import { Numbers } from '#papers';
import { type Act, type Tx, refuseFaults } from '#platform';
import { LandService, termOf } from '#rights';
import { columnsOf } from '../agreed.js';
import { applicationFaults, parcelFault } from './application.problems.js';
import { TownPrices } from '../facts/town-prices.service.js';
import { several } from './application.words.js';
import { Applicants } from './applicants.service.js';
import { Transfer } from '../transfer.entity.js';
import type { OpenMode, TransferKind } from '../transfer.words.js';
import { type ApplicationInput, type ParcelInput, kindFaults, parcelFaults, termsFaults } from '../transfer.input.js';
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

/** 自留地（地块类别 21）归农户使用，不是承包地，也不是集体能发包的地：不进流转（NY/T 2539 附录 C.7）。 */
function checkCategory(land: readonly Land[]): void {
  const errors = land.flatMap((row, index) =>
    row.category === '21' ? [parcelFault.privatePlot(index, row.code, row.name)] : [],
  );
  refuseFaults(errors);
}

/** 转包是在本集体成员之间；出租给谁都行（承包法第36条；集体没有发包的地不是承包地，谈不上转包）。 */
function checkMode(mode: OpenMode, kind: TransferKind, transferee: TransfereeKind): void {
  if (mode !== 'subcontract' || (kind === 'contracted' && transferee === 'member')) return;
  throw kind === 'contracted' ? applicationFaults.subcontractOutside() : applicationFaults.subcontractUncontracted();
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

  async compose(act: Act, input: ApplicationInput, before: Transfer | null = null): Promise<Composed> {
    const { tx } = act;
    // What was agreed in time stays, however long a case takes that came back.
    const agreed = before === null ? null : termOf(before.term).start;
    const earliest = agreed !== null && agreed < act.today ? agreed : act.today;
    const ofGoods = await this.prices.ofGoods(input.rent, act.today);
    refuseFaults([...termsFaults(input, earliest), ...ofGoods, ...parcelFaults(input.parcels)]);
    const land = await this.parcels(tx, input.parcels);
    const [first] = land;
    if (!first) throw transferProblems.noParcel();
    if (land.some((row) => row.issuerCode !== first.issuerCode)) throw transferProblems.parcelsApart();
    checkCategory(land);
    const kind = first.contractId === null ? 'collective' : 'contracted';
    if (land.some((row) => (row.contractId === null) !== (kind === 'collective')))
      throw transferProblems.parcelsMixed();
    const { far, faults } = await this.prices.held(input, first.officeCode, act.today, tx);
    refuseFaults([...kindFaults(input.kind, kind), ...faults]);
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

  private async parcels(tx: Tx, asked: readonly ParcelInput[]): Promise<Land[]> {
    const codes = asked.map((each) => each.code);
    if (new Set(codes).size < codes.length) throw transferProblems.parcelTwice();
    const found = new Map((await this.land.parcelsByCode(codes, tx)).map((row) => [row.code, row]));
    const errors: FieldError[] = asked.flatMap((each, index) =>
      found.has(each.code) ? [] : [parcelFault.unknown(index, each.code)],
    );
    refuseFaults(errors);
    return codes.flatMap((code) => found.get(code) ?? []);
  }
}
