import { type Day, type RightKind, addYears } from '#kernel';
import type { Database } from '#platform';
import { type RightWish, collectives, rightWish } from './made-up-rights.js';
import { type TransferRequest, freeLand, operators, wishFor } from './made-up-wishes.js';

/** What a made-up household offers, and who will want it. */
export interface LotWish extends TransferRequest {
  /** Entered by the village's own clerk, where it has one. */
  station: boolean;
  floorYuan: string;
  conditions: string;
  fixtures: string;
  /** What it offers that is no contracted land. */
  right?: RightWish;
  /** Parties that may register, one after the other. */
  takers: readonly string[];
}

const conditions = ['有农机，会种粮', '', '只种大田作物', '雇工先用本村人', ''] as const;
const fixtures = ['机井 1 眼，电到地头', '没有附属建筑和资产', '水渠 200 米，生产路到地头'] as const;

/** What the lots are to be, each by its place in the play. */
interface Wished {
  today: Day;
  taken: ReadonlySet<string>;
  stationOnly: (index: number) => boolean;
  kindOf: (index: number) => RightKind;
}

/**
 * Made-up lots on land that nobody else uses: half with the stations at work, half in the villages around them. Every third pools
 * two households.
 */
export async function madeUpLots(
  database: Database,
  count: number,
  { today, taken, stationOnly, kindOf }: Wished,
): Promise<LotWish[]> {
  const bodies = (await operators(database)).filter(({ kind }) => kind !== 'enterprise');
  const [stations, around] = [true, false].map((staffed) => freeLand(database, addYears(today, 6), staffed));
  const free = (groups: Awaited<ReturnType<typeof freeLand>> = []) =>
    groups.filter((group) => !group.some(({ code }) => taken.has(code)));
  const [near, far] = [free(await stations), free(await around)];
  const owners = await collectives(database);
  const wishes: LotWish[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = kindOf(index);
    const owner = owners[index % Math.max(owners.length, 1)];
    const taker = bodies[index % bodies.length];
    if (kind !== 'contracted' && owner && taker) {
      const wish = { ...wishFor([], index, taker, today), ...rightWish(kind, owner.holder, today) };
      wishes.push({
        ...{ ...wish, villageCode: owner.village, station: true, floorYuan: wish.priceYuan },
        ...{ conditions: '', fixtures: '', takers: [taker.id] },
      });
      continue;
    }
    const station = stationOnly(index) || (index % 2 === 0 && near.length > 0) || far.length === 0;
    const group = (station ? near : far).shift();
    const body = bodies[index % bodies.length];
    if (!group || !body) continue;
    const wish = wishFor(index % 3 === 0 ? group : group.slice(0, 1), index, body, today);
    wishes.push({
      ...{ ...wish, station, floorYuan: String(Number(wish.priceYuan) - (index % 4) * 20) },
      conditions: conditions[index % conditions.length] ?? '',
      fixtures: fixtures[index % fixtures.length] ?? '',
      takers: [0, 1, 2].map((next) => bodies[(index + next) % bodies.length]?.id ?? body.id),
    });
  }
  return wishes;
}
