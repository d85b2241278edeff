import { Injectable } from '@nestjs/common';
import { type Day, type DivisionCode, type FieldError, type RightKind, addMu, day, mu, reaches, yuan } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Act,
  type Elsewhere,
  Files,
  Finders,
  ParameterStore,
  type Heard,
  type Received,
  type Sound,
  accessProblems,
  hear,
  isFaulty,
  refuseFaults,
} from '#platform';
import { LandService, type LandRow, landIsFree, rangeOf } from '#rights';
import { householdCodes, landOfHousehold, privatePlot } from './household-land.js';
import { Listing, ListingParcel } from './listing.entity.js';
import type { ListingFacts } from './listing.facts.js';
import type {
  ListingDropInput,
  ListingInput,
  ListingLandInput,
  ListingPhotosInput,
  OfferInput,
} from './listing.input.js';
import { listingFaults as faults, listingProblems, wrong } from './listing.problems.js';
import { listingLines } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';
import { offeredElsewhere, photoElsewhere } from './listings.queries.js';
import { several } from '#transfers';
import { kindRules } from './right-kinds.rules.js';
import { type NeverTraded, neverTraded } from './right-kinds.words.js';

/** Where a lot is entered and changed while it is written. */
@Injectable()
export class ListingDesk {
  constructor(
    private readonly land: LandService,
    private readonly offices: OfficesService,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly finders: Finders,
  ) {}

  /** Enters a lot as a draft: nothing is kept yet, and no number is given. */
  async enter(act: Act, _none: object, input: ListingInput): Promise<Elsewhere> {
    const rows = await this.asked(act, input, null);
    const columns = { ...offerColumns(input), ...(await this.columnsOf(rows)) };
    const record = await act.open(
      listingWorkflow,
      Listing,
      {
        ...{ ...columns, kind: (input.kind ?? 'contracted') as RightKind, mode: 'lease', number: null, extensions: 0 },
        ...{ priceUnit: 'mu_year', own: {}, holderId: null, decisionId: null, mandateFileId: null },
        ...{ bornOfficeCode: columns.officeCode, rulesDay: act.today, relistsId: null },
        ...{ createdAt: act.now, createdBy: act.actor.name, createdAccountId: act.actor.accountId },
      },
      { action: 'enter', label: listingLines.entered },
    );
    await this.write(act, record.id, rows);
    await this.keepPhotos(act, record, input.photos ?? []);
    await this.finders.remember(act, 'household', await householdCodes(act.tx, rows));
    return { id: record.id };
  }

  async enterFaults(act: Act, _none: object, input: Sound<ListingInput>): Promise<Heard[]> {
    const { openRightKinds } = await this.parameters.at(act.tx, act.today);
    return [
      ...kindFaults(input.kind ?? 'contracted', openRightKinds),
      ...offerFaults(input, act.today),
      ...(await hear(async () => {
        const rows = await this.asked(act, input, null);
        if (rows.length === 0) return;
        await this.columnsOf(rows);
        await this.refuseTaken(act, rows, input);
      })),
    ];
  }

  /** Land that is let over the same time is told where it is typed, not when the lot is to leave the station. */
  private async refuseTaken(
    { tx, today }: Act,
    rows: readonly LandRow[],
    { startsOn, endsOn, purpose }: Sound<OfferInput>,
  ): Promise<void> {
    if (!startsOn || !endsOn || endsOn <= startsOn) return;
    const { areaToleranceMu: toleranceMu } = await this.parameters.at(tx, today);
    const term = { start: day(startsOn), end: day(endsOn) };
    const facts = await this.land.facts(tx, {
      ...{ subject: 'listing', subjectId: null, term, plannedUse: purpose ?? '', parentId: null, toleranceMu },
      portions: rows.map(({ id: parcelId }) => ({ parcelId, whole: true })),
    });
    refuseFaults(landIsFree(facts).map(({ text }) => faults.taken(text)));
  }

  /** Types the terms over. */
  async revise(act: Act, { record }: ListingFacts, input: OfferInput): Promise<void> {
    editable(record);
    await act.tx.update(Listing, { id: record.id }, { ...offerColumns(input), revision: record.revision + 1 });
    await act.note('listing', record);
  }

  reviseFaults({ today }: Act, { record }: ListingFacts, input: Sound<OfferInput>): Heard[] {
    return record.state === 'draft' ? offerFaults(input, today) : [];
  }

  /** Adds land of the same collective. */
  async addLand(act: Act, { record, parcels }: ListingFacts, input: ListingLandInput): Promise<void> {
    editable(record);
    const codes = new Set(parcels.map((parcel) => parcel.code));
    const more = (await this.asked(act, input, record.id)).filter((row) => !codes.has(row.code));
    const before = await this.land.parcels(
      parcels.map((parcel) => parcel.parcelId),
      act.tx,
    );
    await this.arrange(act, record, [...before, ...more]);
  }

  /** Leaves a parcel out. */
  async dropLand(act: Act, { record, parcels }: ListingFacts, { code }: ListingDropInput): Promise<void> {
    editable(record);
    const left = parcels.filter((parcel) => parcel.code !== code).map((parcel) => parcel.parcelId);
    if (left.length === parcels.length) throw wrong(faults.unknownParcel(code));
    if (left.length === 0) throw wrong({ ...faults.nothing(), pointer: '#/code' });
    await this.arrange(act, record, await this.land.parcels(left, act.tx));
  }

  async addPhotos(act: Act, { record }: ListingFacts, { photos }: ListingPhotosInput): Promise<void> {
    await this.keepPhotos(act, record, photos);
    await act.note('listing', record, { detail: { photos: photos.length } });
  }

  private async arrange(act: Act, record: Listing, rows: readonly LandRow[]): Promise<void> {
    const columns = await this.columnsOf(rows);
    await act.tx.query('DELETE FROM listing_parcel WHERE listing_id = $1', [record.id]);
    await act.tx.update(Listing, { id: record.id }, { ...columns, revision: record.revision + 1 });
    await this.write(act, record.id, rows);
    await act.note('listing', record, { detail: { parcels: rows.length } });
  }

  /** The parcels that were asked for: those named by their codes, else all that a household can offer. */
  private async asked(
    { tx, actor }: Act,
    input: Pick<Sound<ListingInput>, 'household' | 'parcel' | 'parcels'>,
    id: string | null,
  ): Promise<LandRow[]> {
    const { household, parcel, parcels } = input;
    const codes = [...new Set([...(parcels ?? []), ...(parcel ? [parcel] : [])])];
    const none = codes.length === 0 && !household;
    // Who named land wrongly is told so where he named it.
    if (none && ['household', 'parcel', 'parcels'].some((name) => isFaulty(input, name))) return [];
    if (none) throw wrong(faults.nothing());
    const named = await this.land.parcelsByCode(codes, tx);
    const unknown = codes.filter((code) => !named.some((row) => row.code === code));
    refuseFaults(unknown.map(faults.unknownParcel));
    const own = household && !parcels?.length ? await landOfHousehold(this.land, tx, household) : [];
    const rows = [...named, ...own.filter((row) => !codes.includes(row.code))];
    refuseFaults(named.flatMap((row) => (row.category === privatePlot ? [faults.privatePlot(row.name)] : [])));
    if (rows.length === 0) throw wrong(faults.noParcels());
    if (rows.some((row) => row.contractorId === null)) throw listingProblems.notContracted();
    if (rows.some((row) => !reaches(actor, row.officeCode))) throw accessProblems.notYourPost();
    const taken = await offeredElsewhere(
      tx,
      id,
      rows.map((row) => row.id),
    );
    if (taken.length > 0) throw listingProblems.parcelOffered({ detail: faults.offered(taken) });
    return rows;
  }

  private async columnsOf(rows: readonly LandRow[]) {
    const [first] = rows;
    if (!first) throw wrong(faults.noParcels());
    if (rows.some((row) => row.issuerCode !== first.issuerCode)) throw listingProblems.parcelsApart();
    const grantors = new Map(rows.map((row) => [row.contractorId, row.contractorName ?? '']));
    return {
      officeCode: first.officeCode as DivisionCode,
      place: await this.offices.placeName(first.officeCode),
      issuerCode: first.issuerCode,
      transferorName: several([...grantors.values()][0] ?? '', grantors.size),
      areaMu: addMu(...rows.map((row) => mu(row.contractMu))),
      landClasses: [...new Set(rows.map((row) => row.landClass))].toSorted(),
      parcelCount: rows.length,
      householdCount: grantors.size,
    };
  }

  private async write(act: Act, listingId: string, rows: readonly LandRow[]): Promise<void> {
    const lines = rows.map((row, index) => ({
      ...{ listingId, parcelId: row.id, seq: index + 1 },
      ...{ grantorId: row.contractorId ?? '', areaMu: mu(row.contractMu) },
    }));
    await act.tx.insert(ListingParcel, lines);
  }

  /** The same photo under two lots shows other land than it says; of the same land it may be shown again. */
  async keepPhotos(act: Act, { id }: Pick<Listing, 'id'>, photos: readonly Received[]): Promise<void> {
    for (const photo of photos) {
      if (await photoElsewhere(act.tx, id, photo.sha256))
        throw listingProblems.samePhoto({ detail: faults.photoUsed(photo.name) });
      await this.files.attach(act, photo, { subject: 'listing', subjectId: id, kind: 'photo', public: true });
    }
  }
}

function editable({ state }: Listing): void {
  if (state !== 'draft') throw listingProblems.notEditable();
}

/** What the terms owe to each other and to the day. */
function offerFaults({ startsOn, endsOn, priceYuan, floorYuan }: Sound<OfferInput>, today: Day): FieldError[] {
  return [
    ...(startsOn && startsOn < today ? [faults.starts()] : []),
    ...(startsOn && endsOn && endsOn <= startsOn ? [faults.ends()] : []),
    ...(priceYuan && floorYuan && yuan(floorYuan) > yuan(priceYuan) ? [faults.floor(yuan(priceYuan))] : []),
  ];
}

/** What stands against a kind that is entered by its parcels. */
function kindFaults(kind: RightKind | NeverTraded, open: readonly RightKind[]): FieldError[] {
  if (kind in neverTraded) return [faults.neverTraded(kind as NeverTraded)];
  const known = kind as RightKind;
  if (!kindRules[known].parcels) return [faults.notByParcels(known)];
  return open.includes(known) ? [] : [faults.kindOff(known)];
}

/** The columns that the terms fill. */
function offerColumns(input: OfferInput) {
  const { startsOn, endsOn, priceYuan, floorYuan, payment, purpose, crops, conditions, fixtures, lease, dispute } =
    input;
  const priceFen = yuan(priceYuan);
  const floorFen = floorYuan ? yuan(floorYuan) : priceFen;
  return {
    ...{ term: rangeOf({ start: day(startsOn), end: day(endsOn) }), priceFen, floorFen },
    ...{ payment, purpose, crops, conditions, fixtures, declared: { lease, dispute } },
  };
}
