import { type Day, addDays, addYears, formatMu, mu, muUnits } from '#kernel';
import type { Database } from '#platform';

/** What a made-up application asks for. */
export interface TransferRequest {
  villageCode: string;
  parcels: readonly { code: string; side?: string; areaMu?: string }[];
  transferee: { kind: string; name: string; number: string; legalRepresentative?: string };
  term: { start: string; end: string };
  priceYuan: string;
  purpose: string;
  crops: string;
  /** In what the rent is paid, where somebody was asked. */
  rent?: object;
  /** When the rent is paid, in the parties' words, where they have their own. */
  payment?: string;
}

interface ParcelRow {
  code: string;
  office: string;
  household: string;
  area: string;
  ends: string;
  basic: boolean;
}

interface BodyRow {
  id: string;
  name: string;
  kind: string;
  code: string;
  representative: string;
}

const crops = ['小麦、玉米轮作', '小麦、大豆轮作', '玉米', '棉花', '大蒜、玉米套种', '西红柿、黄瓜'] as const;
const purposes = ['grain', 'grain', 'grain', 'cotton_oil_sugar', 'vegetables', 'vegetables'] as const;

/** What the parties hand in: what a case wishes, and all else as most have it. */
export function applicationOf({ villageCode: _village, ...wish }: TransferRequest): object {
  return {
    mode: 'lease',
    payment: '每年 10 月 20 日前付下一年',
    ability: '经营土地 6 年，有农机 8 台，没有失信记录',
    permits: ['soil'],
    fixtures: '没有附属建筑和资产',
    declared: { lease: '无', dispute: '无', credit: '无' },
    ...wish,
  };
}

/** Made-up applications on land that no case holds yet, spread over the villages that have a station at work. */
export async function madeUpWishes(database: Database, count: number, today: Day): Promise<TransferRequest[]> {
  const bodies = await operators(database);
  const groups = await freeLand(database, addYears(today, 6), true);
  const wishes: TransferRequest[] = [];
  for (const [index, group] of groups.slice(0, count).entries()) {
    const body = bodies[index % bodies.length];
    if (body && group.length > 0) wishes.push(wishFor(group, index, body, today));
  }
  return wishes;
}

/** What is wished for a group of parcels of one village. */
export function wishFor(group: readonly ParcelRow[], index: number, body: BodyRow, today: Day): TransferRequest {
  const start = addDays(today, 20 + (index % 5) * 9);
  const years = [3, 5, 2, 5, 4][index % 5] ?? 3;
  return {
    villageCode: group[0]?.office ?? '',
    parcels: group.map(({ code }) => ({ code })),
    transferee: { kind: body.kind, name: body.name, number: body.code, legalRepresentative: body.representative },
    term: { start, end: addDays(addYears(start, years), -1) },
    priceYuan: String(780 + ((index * 37) % 9) * 20),
    purpose: purposes[index % purposes.length] ?? 'grain',
    crops: crops[index % crops.length] ?? '小麦、玉米轮作',
  };
}

/** Who takes land in. */
export function operators(database: Database): Promise<BodyRow[]> {
  return database.ask(
    `SELECT id, name, kind, credit_code AS code, legal_representative AS representative FROM body
     WHERE kind IN ('cooperative', 'family_farm', 'enterprise') ORDER BY credit_code`,
  );
}

/**
 * Parcels that no case and no lot holds, of the villages with a station at work or of the others: the one or two largest of each household, small households first, two households to a case. In
 * the order of codes, so that every played county is the same.
 */
export async function freeLand(database: Database, longEnough: Day, staffed: boolean): Promise<ParcelRow[][]> {
  const rows = await database.ask<ParcelRow>(
    `SELECT p.code, p.office_code AS office, c.contractor_id AS household, p.contract_mu AS area, c.ends_on AS ends, p.basic_farmland AS basic
     FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id
     WHERE c.ends_on > $1 AND p.category = '10' AND (p.office_code IN (SELECT office_code FROM post_held WHERE post = 'village_clerk')) = $2
       AND NOT EXISTS (SELECT 1 FROM transfer_parcel tp WHERE tp.parcel_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM listing_parcel lp WHERE lp.parcel_id = p.id)
     ORDER BY (SELECT count(*) FROM member m WHERE m.household_id = c.contractor_id AND m.co_right), h.contractor_code, p.contract_mu DESC, p.code`,
    [longEnough, staffed],
  );
  const households = new Map<string, ParcelRow[]>();
  for (const row of rows) households.set(row.household, [...(households.get(row.household) ?? []), row]);
  const byVillage = new Map<string, ParcelRow[][]>();
  for (const parcels of households.values()) {
    const office = parcels[0]?.office ?? '';
    byVillage.set(office, [...(byVillage.get(office) ?? []), parcels.slice(0, 2)]);
  }
  const villages = [...byVillage.values()].map((list) => pairs(list));
  // Village after village in turn, so that every station has something to do.
  const longest = Math.max(0, ...villages.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) =>
    villages.flatMap((list) => (list[index] ? [list[index]] : [])),
  ).flat();
}

/** Half of the cases take two parcels of each household: above ten mu a risk deposit is due, and the finance desk has work. */
function pairs(list: readonly ParcelRow[][]): ParcelRow[][] {
  const made: ParcelRow[][] = [];
  for (let index = 0; index + 1 < list.length; index += 2) {
    // Two and then none and none and two: so that the case that waits for its deposit, and one that expired, are large.
    const many = [0, 6].includes(index % 8) ? 2 : 1;
    made.push([...(list[index] ?? []).slice(0, many), ...(list[index + 1] ?? []).slice(0, many)]);
  }
  return made;
}

/** Whole parcels of a village until an area is reached; the last one is cut, so that the sum is the very area. */
export function parcelsFor(rows: readonly { code: string; area: string }[], area: string): TransferRequest['parcels'] {
  const chosen: { code: string; side?: string; areaMu?: string }[] = [];
  let left = muUnits(mu(area));
  for (const row of rows) {
    const units = muUnits(mu(formatMu(mu(row.area))));
    if (left === 0n) break;
    if (units <= left) chosen.push({ code: row.code });
    else chosen.push({ code: row.code, side: 'south', areaMu: (Number(left) / 10_000).toFixed(2) });
    left -= units <= left ? units : left;
  }
  return chosen;
}
