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
import { Database } from '#platform';
import { LandService, type LandRow, type MapView, type PlotOnMap, mapView, onPlane, sketchCaption } from '#rights';
import { DraftContracts } from './draft-contracts.service.js';
import { headView, hrefOf } from './draft.head.js';
import { type TakenRow, takenParcels, uncontractedParcels } from './drafts.queries.js';
import { type OpenDraft, list, text } from './drafts.service.js';

export const sides = { east: '东', west: '西', south: '南', north: '北' } as const;
export type Side = keyof typeof sides;

/** A parcel as picked: whole, or so many mu from one side. */
export interface Picked {
  row: LandRow;
  side: Side | null;
  areaMu: Mu;
}

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field.replaceAll('.', '/')}`, detail });

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
    const typed = draft.content.land ?? {};
    const offered = await this.offered(draft);
    const refusals = await this.refusals(draft, offered);
    const saved = list(typed['parcelIds']);
    const numbers = on === null ? null : on.split('.').map(Number);
    const picked = new Set(numbers ? numbers.flatMap((number) => offered[number - 1]?.id ?? []) : saved);
    const areas = offered
      .filter((row) => picked.has(row.id))
      .map((row) => partOf(typed, row.id)?.areaMu ?? row.contractMu);
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
        value: row.id,
        label: `${index + 1} 号 ${row.name}`,
        text: `${formatMu(mu(row.contractMu))} 亩，${ownerText(row, draft, me)}${row.basicFarmland ? '，永久基本农田' : ''}`,
        why: refusals.get(row.id)?.blocks ? (refusals.get(row.id)?.text ?? '') : '',
        sideId: `parts.${row.id}.side`,
        areaId: `parts.${row.id}.areaMu`,
      })),
      sides: [
        { value: '', label: '整块' },
        ...Object.entries(sides).map(([value, label]) => ({ value, label: `从${label}边量` })),
      ],
      partsOpen: Object.keys(typed).some((name) => name.startsWith('parts.')),
      values: { ...typed, parcelIds: [...picked] },
    };
  }

  async check(draft: OpenDraft): Promise<FieldError[]> {
    const typed = draft.content.land ?? {};
    const offered = await this.offered(draft);
    const refusals = await this.refusals(draft, offered);
    const ids = list(typed['parcelIds']);
    if (ids.length === 0) return [fault('parcelIds', '至少选一块地')];
    if (ids.some((id) => !offered.some((row) => row.id === id)))
      return [fault('parcelIds', '选的地块不在这几份承包合同里')];
    return offered.flatMap((row) => {
      const part = partOf(typed, row.id);
      if (!ids.includes(row.id))
        return part ? [fault(`parts.${row.id}.areaMu`, `${row.name}写了亩数，可是没有勾上`)] : [];
      const refusal = refusals.get(row.id);
      if (refusal?.blocks) return [fault('parcelIds', `${row.name}：${refusal.text}`)];
      return part ? partFaults(part, row) : [];
    });
  }

  async picked(draft: OpenDraft): Promise<Picked[]> {
    const typed = draft.content.land ?? {};
    const ids = new Set(list(typed['parcelIds']));
    return (await this.offered(draft))
      .filter((row) => ids.has(row.id))
      .map((row) => {
        const part = partOf(typed, row.id);
        const area = part && isMu(part.areaMu) ? mu(part.areaMu) : mu(row.contractMu);
        return { row, side: part ? (part.side as Side) : null, areaMu: area };
      });
  }

  /** What stands over each parcel: it blocks while another case is under way, or to the very end of the contract. */
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
      if (row) found.set(each.parcelId, refusalOf(each, row));
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

function partOf(typed: Record<string, string | string[]>, id: string): { side: string; areaMu: string } | null {
  const [side, areaMu] = [text(typed[`parts.${id}.side`]), text(typed[`parts.${id}.areaMu`]).trim()];
  return side === '' && areaMu === '' ? null : { side, areaMu };
}

function partFaults(part: { side: string; areaMu: string }, row: LandRow): FieldError[] {
  const [sideField, areaField] = [`parts.${row.id}.side`, `parts.${row.id}.areaMu`];
  if (!Object.hasOwn(sides, part.side)) return [fault(sideField, `${row.name}：写从哪一边量；要整块就别写亩数`)];
  if (!isMu(part.areaMu)) return [fault(areaField, `${row.name}：写租多少亩，数字，最多 4 位小数`)];
  if (compareMu(mu(part.areaMu), mu('0')) <= 0) return [fault(areaField, `${row.name}：亩数不能是 0`)];
  const over = compareMu(mu(part.areaMu), mu(row.parcelMu)) >= 0;
  return over
    ? [fault(areaField, `${row.name}一共 ${formatMu(mu(row.parcelMu))} 亩，一部分要比它小；要整块就选“整块”`)]
    : [];
}

/** The sketch with every parcel numbered; a click picks it, or lets it go. */
function mapOf(
  offered: readonly LandRow[],
  picked: ReadonlySet<string>,
  refusals: ReadonlyMap<string, { blocks: boolean }>,
  here: string,
): MapView | null {
  const on = offered.flatMap((row, index) => (picked.has(row.id) ? [index + 1] : []));
  const plots = offered.flatMap((row, index): PlotOnMap[] => {
    if (row.rings === null) return [];
    const number = index + 1;
    const held = refusals.get(row.id)?.blocks ?? false;
    const chosen = picked.has(row.id);
    const next = chosen ? on.filter((each) => each !== number) : [...on, number];
    const kind = chosen ? 'on' : held ? 'held' : '';
    const say = `${chosen ? '不选' : '选'} ${number} 号 ${row.name}`;
    const href = held ? '' : `${here}?on=${next.join('.')}#parcelIds`;
    return [{ ring: onPlane(row.rings), kind, number: String(number), href, say }];
  });
  return mapView(plots, { label: '可以选的地块', caption: `深绿色的是选中的。${sketchCaption}`, pickable: true });
}
