import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  type FieldError,
  type Mu,
  addDays,
  addMu,
  compareMu,
  dayOf,
  isMu,
  mu,
} from '#kernel';
import { Database, Shown, type Typed, filled, formOf, leavesOf } from '#platform';
import { LandService, type LandRow, type MapView, type PlotOnMap, mapView, onPlane } from '#rights';
import { maskHousehold } from '../household-sight.js';
import { DraftContracts } from './draft-contracts.service.js';
import { hrefOf, stepPage } from './draft.head.js';
import { draftFaults } from './draft.problems.js';
import { type Draft, draftOf } from './draft.view.js';
import { type TakenRow, takenParcels, uncontractedParcels } from './drafts.queries.js';
import { LandInput, ParcelInput, parcelFaults } from '../transfer.input.js';
import { linesIn, list, parcelsIn, text, type OpenDraft } from './draft-content.js';

/** A parcel as picked: whole, or so many mu from one side. */
export interface Picked {
  row: LandRow;
  areaMu: Mu;
  whole: boolean;
  taken: Taken | null;
}

/** Step 2: which parcels, whole or in part, on the map or in the list. */
@Injectable()
export class DraftLand {
  constructor(
    private readonly database: Database,
    private readonly contracts: DraftContracts,
    private readonly land: LandService,
    private readonly clock: Clock,
  ) {}

  /** Parcels of the chosen contracts, or of the collective that are not contracted out. */
  async offered(draft: OpenDraft): Promise<LandRow[]> {
    const who = draft.content.who ?? {};
    if (text(who['kind']) === 'collective') {
      return this.land.parcels(await uncontractedParcels(this.database.reader, text(who['issuer'])));
    }
    const rows = await this.contracts.byId(list(who['contractIds']));
    const ids = new Set(rows.map((row) => row.id));
    const parcels = await this.land.parcelsOf([...new Set(rows.map((row) => row.contractorId))]);
    return parcels.filter((parcel) => parcel.contractId !== null && ids.has(parcel.contractId));
  }

  /** `on` holds the numbers that links on the map have picked, before anything is saved. */
  async show(draft: OpenDraft, me: Actor, on: string | null): Promise<Shown<Draft>> {
    const offered = await this.offered(draft);
    const taken = await this.taken(draft, offered);
    const lines = new Map(linesIn(draft));
    const numbers = on === null ? null : on.split('.').map(Number);
    const picked = new Set(
      numbers
        ? numbers.flatMap((number) => offered[number - 1]?.code ?? [])
        : parcelsIn(draft).map((line) => text(line['code'])),
    );
    const areas = offered
      .filter((row) => picked.has(row.code))
      .map((row) => text(lines.get(row.code)?.['areaMu']) || row.contractMu);
    return new Shown(draftOf(draft), {
      ...stepPage(draft.id, 'land'),
      picked: areas.length,
      pickedMu: addMu(...areas.filter(isMu).map((area) => mu(area))),
      map: mapOf(offered, picked, taken, hrefOf(draft.id, 'land')),
      parcels: offered.map((row, index) => ({
        ...{ number: index + 1, code: row.code, name: row.name, areaMu: row.contractMu },
        owner: ownerOf(row, draft, me),
        basicFarmland: row.basicFarmland,
        ...{ taken: taken.get(row.code) ?? null, held: taken.get(row.code)?.holds ?? false },
        part: formOf(ParcelInput, {}, `parcels.${row.code}.`).filter((field) => !field.name.endsWith('.code')),
      })),
      partsOpen: [...lines.values()].some((line) => 'side' in line || 'areaMu' in line),
      values: {
        ...leavesOf({
          parcels: Object.fromEntries([...lines].map(([code, { code: _code, ...part }]) => [code, part])),
        }),
        ...Object.fromEntries([...picked].map((code) => [`parcels.${code}.code`, code])),
      },
    });
  }

  /** Everything that is wrong with this step: what the class of a parcel says of each, and what the register does. */
  async check(draft: OpenDraft): Promise<FieldError[]> {
    const offered = await this.offered(draft);
    const taken = await this.taken(draft, offered);
    const parcels = parcelsIn(draft);
    const { faults } = await filled(LandInput, { parcels }, this.clock.today());
    const rows = new Map(offered.map((row) => [row.code, row]));
    if (parcels.some((line) => !rows.has(text(line['code'])))) return [draftFaults.parcelsOfOthers()];
    // The class counts the parcels; the page knows each by its code.
    const named = [...faults, ...parcelFaults(parcels)].map(({ pointer, detail }): FieldError => {
      const [, index, rest] = /^#\/parcels\/(\d+)\/(.*)$/.exec(pointer) ?? [];
      const row = rows.get(text(parcels[Number(index ?? -1)]?.['code']));
      return row ? draftFaults.ofParcel(row.code, rest ?? '', row.name, detail) : { pointer, detail };
    });
    return [...named, ...linesIn(draft).flatMap(([code, line]) => lineFaults(line, rows.get(code), taken.get(code)))];
  }

  async picked(draft: OpenDraft): Promise<Picked[]> {
    const lines = new Map(parcelsIn(draft).map((line) => [text(line['code']), line]));
    const offered = await this.offered(draft);
    const taken = await this.taken(draft, offered);
    return offered.flatMap((row) => {
      const line = lines.get(row.code);
      const area = text(line?.['areaMu']);
      const picked = { row, whole: area === '', taken: taken.get(row.code) ?? null };
      return line ? [{ ...picked, areaMu: mu(isMu(area) ? area : row.contractMu) }] : [];
    });
  }

  /** What stands over each parcel, by its code: it is held while another case is under way, or to the very end of the contract. */
  private async taken(draft: OpenDraft, offered: readonly LandRow[]): Promise<ReadonlyMap<string, Taken>> {
    const { reader } = this.database;
    const ids = offered.map((row) => row.id);
    const rows = await takenParcels(reader, ids, draft.transferId, dayOf(this.clock.now()));
    const parcels = new Map(offered.map((row) => [row.id, row]));
    return new Map(
      rows.flatMap(({ parcelId, ...found }): [string, Taken][] => {
        const row = parcels.get(parcelId);
        if (!row) return [];
        const lasts = row.contractEnd !== null && found.until >= row.contractEnd;
        const holds = found.whole && (found.status === 'reserved' || lasts);
        return [[row.code, { ...found, lasts, holds, freeFrom: addDays(found.until, 1) }]];
      }),
    );
  }
}

/** Who holds a parcel or a part of it, until when, whether to the end of its contract, and whether it cannot be picked for that. */
export interface Taken extends Omit<TakenRow, 'parcelId'> {
  lasts: boolean;
  holds: boolean;
  freeFrom: Day;
}

/** The other side knows a household by its family name. */
function ownerOf(row: LandRow, draft: OpenDraft, me: Actor): string {
  const name = row.contractorName ?? row.issuerName;
  const whole = me.kind === 'staff' || draft.content.side === 'out' || row.contractorName === null;
  return whole ? name : maskHousehold(name);
}

/** What is wrong with one line beyond its class: it is not ticked, it is not free, or it is less than what is asked of it. */
function lineFaults(line: Typed, row: LandRow | undefined, taken: Taken | undefined): FieldError[] {
  const area = text(line['areaMu']);
  if (row === undefined) return [];
  if (text(line['code']) === '') return area === '' ? [] : [draftFaults.areaUnticked(row.code, row.name)];
  if (taken?.holds)
    return [
      taken.status === 'reserved'
        ? draftFaults.parcelReserved(row.code, row.name, taken.freeFrom)
        : draftFaults.parcelLet(row.code, row.name, taken.until),
    ];
  if (!isMu(area) || compareMu(mu(area), mu(row.parcelMu)) < 0) return [];
  return [draftFaults.partTooLarge(row.code, row.name, row.parcelMu)];
}

/** The sketch with every parcel numbered; a click picks it, or lets it go. */
function mapOf(
  offered: readonly LandRow[],
  picked: ReadonlySet<string>,
  taken: ReadonlyMap<string, Taken>,
  here: string,
): MapView | null {
  const on = offered.flatMap((row, index) => (picked.has(row.code) ? [index + 1] : []));
  const plots = offered.flatMap((row, index): PlotOnMap[] => {
    if (row.rings === null) return [];
    const number = index + 1;
    const held = taken.get(row.code)?.holds ?? false;
    const chosen = picked.has(row.code);
    const next = chosen ? on.filter((each) => each !== number) : [...on, number];
    const kind = chosen ? 'on' : held ? 'held' : '';
    const href = held ? '' : `${here}?on=${next.join('.')}#parcels`;
    return [{ ring: onPlane(row.rings), kind, number: String(number), href, say: row.name }];
  });
  return mapView(plots, { pickable: true });
}
