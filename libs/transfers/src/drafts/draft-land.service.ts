import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type FieldError,
  type Mu,
  addMu,
  compareMu,
  dayOf,
  formatDay,
  formatMu,
  isMu,
  maskName,
  mu,
} from '#kernel';
import { Database, type Typed, filled, formOf, leavesOf } from '#platform';
import { LandService, type LandRow, type MapView, type PlotOnMap, mapView, onPlane, sketchCaption } from '#rights';
import { DraftContracts } from './draft-contracts.service.js';
import { headView, hrefOf } from './draft.head.js';
import { type TakenRow, takenParcels, uncontractedParcels } from './drafts.queries.js';
import { LandInput, ParcelInput, parcelFaults } from '../transfer.input.js';
import { linesIn, list, parcelsIn, text } from './draft-content.js';
import type { OpenDraft } from './drafts.service.js';

/** A parcel as picked: whole, or so many mu from one side. */
export interface Picked {
  row: LandRow;
  areaMu: Mu;
}

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

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
  async view(draft: OpenDraft, me: Actor, on: string | null): Promise<object> {
    const offered = await this.offered(draft);
    const refusals = await this.refusals(draft, offered);
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
    const here = hrefOf(draft.id, 'land');
    return {
      title: '哪块地',
      head: headView(draft, 'land'),
      action: here,
      back: hrefOf(draft.id, 'who'),
      picked:
        areas.length === 0
          ? '还没有选'
          : `已选 ${areas.length} 块，${formatMu(addMu(...areas.filter(isMu).map((area) => mu(area))))} 亩`,
      hint: '点图上的地块，或者勾下面的名字，都一样。褐色的现在不能选。',
      map: mapOf(offered, picked, refusals, here),
      parcels: offered.map((row, index) => ({
        name: `parcels.${row.code}.code`,
        value: row.code,
        label: `${index + 1} 号 ${row.name}`,
        text: `${formatMu(mu(row.contractMu))} 亩，${ownerText(row, draft, me)}${row.basicFarmland ? '，永久基本农田' : ''}`,
        why: refusals.get(row.code)?.blocks ? (refusals.get(row.code)?.text ?? '') : '',
        part: formOf(ParcelInput, {}, `parcels.${row.code}.`).filter((field) => !field.name.endsWith('.code')),
      })),
      partsOpen: [...lines.values()].some((line) => 'side' in line || 'areaMu' in line),
      values: {
        ...leavesOf({
          parcels: Object.fromEntries([...lines].map(([code, { code: _code, ...part }]) => [code, part])),
        }),
        ...Object.fromEntries([...picked].map((code) => [`parcels.${code}.code`, code])),
      },
    };
  }

  /** Everything that is wrong with this step: what the class of a parcel says of each, and what the register does. */
  async check(draft: OpenDraft): Promise<FieldError[]> {
    const offered = await this.offered(draft);
    const refusals = await this.refusals(draft, offered);
    const parcels = parcelsIn(draft);
    const { faults } = await filled(LandInput, { parcels }, this.clock.today());
    const rows = new Map(offered.map((row) => [row.code, row]));
    if (parcels.some((line) => !rows.has(text(line['code']))))
      return [fault('parcels', '选的地块不在这几份承包合同里')];
    // The class counts the parcels; the page knows each by its code.
    const named = [...faults, ...parcelFaults(parcels)].map(({ pointer, detail }): FieldError => {
      const [, index, rest] = /^#\/parcels\/(\d+)\/(.*)$/.exec(pointer) ?? [];
      const row = rows.get(text(parcels[Number(index ?? -1)]?.['code']));
      return row ? fault(`parcels/${row.code}/${rest}`, `${row.name}：${detail}`) : { pointer, detail };
    });
    return [
      ...named,
      ...linesIn(draft).flatMap(([code, line]) => lineFaults(line, rows.get(code), refusals.get(code))),
    ];
  }

  async picked(draft: OpenDraft): Promise<Picked[]> {
    const lines = new Map(parcelsIn(draft).map((line) => [text(line['code']), line]));
    return (await this.offered(draft)).flatMap((row) => {
      const line = lines.get(row.code);
      const area = text(line?.['areaMu']);
      return line ? [{ row, areaMu: mu(isMu(area) ? area : row.contractMu) }] : [];
    });
  }

  /** What stands over each parcel, by its code: it blocks while another case is under way, or to the very end of the contract. */
  private async refusals(
    draft: OpenDraft,
    offered: readonly LandRow[],
  ): Promise<Map<string, { text: string; blocks: boolean }>> {
    const today = dayOf(this.clock.now());
    const taken = await takenParcels(
      this.database.reader,
      offered.map((row) => row.id),
      draft.transferId,
      today,
    );
    const found = new Map<string, { text: string; blocks: boolean }>();
    for (const each of taken) {
      const row = offered.find((parcel) => parcel.id === each.parcelId);
      if (row) found.set(row.code, refusalOf(each, row));
    }
    return found;
  }
}

function refusalOf(taken: TakenRow, row: LandRow): { text: string; blocks: boolean } {
  if (taken.standing === 'reserved') return { text: '正在办另一件流转，现在不能选', blocks: true };
  const whole = row.contractEnd !== null && taken.until >= row.contractEnd;
  return whole
    ? { text: `已租出到 ${formatDay(taken.until)}，和承包期一样长，不能再选`, blocks: true }
    : { text: `已租出到 ${formatDay(taken.until)}，只能从那以后开始`, blocks: false };
}

function ownerText(row: LandRow, draft: OpenDraft, me: Actor): string {
  const name = row.contractorName ?? row.issuerName;
  const whole = me.kind === 'staff' || draft.content.side === 'out' || row.contractorName === null;
  return whole ? name : `${maskName(name.replace(/户$/, ''))}户`;
}

/** What is wrong with one line beyond its class: it is not ticked, it is not free, or it is less than what is asked of it. */
function lineFaults(line: Typed, row: LandRow | undefined, refusal: { text: string; blocks: boolean } | undefined) {
  const area = text(line['areaMu']);
  if (row === undefined) return [];
  if (text(line['code']) === '')
    return area === '' ? [] : [fault(`parcels/${row.code}/areaMu`, `${row.name}写了亩数，可是没有勾上`)];
  if (refusal?.blocks) return [fault('parcels', `${row.name}：${refusal.text}`)];
  if (!isMu(area) || compareMu(mu(area), mu(row.parcelMu)) < 0) return [];
  const whole = `${row.name}一共 ${formatMu(mu(row.parcelMu))} 亩`;
  return [fault(`parcels/${row.code}/areaMu`, `${whole}，一部分要比它小；要整块就选“整块”`)];
}

/** The sketch with every parcel numbered; a click picks it, or lets it go. */
function mapOf(
  offered: readonly LandRow[],
  picked: ReadonlySet<string>,
  refusals: ReadonlyMap<string, { blocks: boolean }>,
  here: string,
): MapView | null {
  const on = offered.flatMap((row, index) => (picked.has(row.code) ? [index + 1] : []));
  const plots = offered.flatMap((row, index): PlotOnMap[] => {
    if (row.rings === null) return [];
    const number = index + 1;
    const held = refusals.get(row.code)?.blocks ?? false;
    const chosen = picked.has(row.code);
    const next = chosen ? on.filter((each) => each !== number) : [...on, number];
    const kind = chosen ? 'on' : held ? 'held' : '';
    const say = `${chosen ? '不选' : '选'} ${number} 号 ${row.name}`;
    const href = held ? '' : `${here}?on=${next.join('.')}#parcels`;
    return [{ ring: onPlane(row.rings), kind, number: String(number), href, say }];
  });
  return mapView(plots, { label: '可以选的地块', caption: `深绿色的是选中的。${sketchCaption}`, pickable: true });
}
