import { type Clock, dayOf, timeOf } from '#kernel';
import type { Database } from '#platform';
import type { ApiClient } from './api-client.js';
import { boardPhoto } from './made-up-files.js';

/** One trip into the field: which inspection, and which town's people go. */
export interface Trip {
  inspectionId: string;
  transferId: string;
  town: string;
  seed: number;
}

/** Two people go, measure every parcel, ask the neighbours of each, and take a photo. */
export async function visit(surveyor: ApiClient, database: Database, clock: Clock, trip: Trip): Promise<void> {
  const at = `/inspections/${trip.inspectionId}`;
  const { town } = trip;
  const people = await database.rows<{ id: string }>(
    'surveyors of a story',
    'SELECT id FROM account WHERE login = ANY($1) ORDER BY login',
    [[`${town}-surveyor`, `${town}-surveyor-2`]],
  );
  await surveyor.post(`${at}/surveyors`, { surveyors: people.map((person) => person.id) });
  await surveyor.post(`${at}/photos`, { photos: boardPhoto(trip.seed + 1) });
  const parcels = await database.rows<
    Record<'code' | 'area' | 'lon' | 'lat' | 'east' | 'south' | 'west' | 'north', string> & { farmland: boolean }
  >(
    'parcels of a story',
    `SELECT p.code, tp.area_mu AS area, p.basic_farmland AS farmland, p.east, p.south, p.west, p.north, (s.rings #>> '{0,0,0}') AS lon, (s.rings #>> '{0,0,1}') AS lat
     FROM transfer_parcel tp JOIN parcel p ON p.id = tp.parcel_id JOIN parcel_shape s ON s.parcel_id = p.id AND s.current
     WHERE tp.transfer_id = $1 ORDER BY tp.seq`,
    [trip.transferId],
  );
  for (const { code, area, lon, lat, farmland, east, south, west, north } of parcels) {
    await surveyor.post(`${at}/parcels/${code}/measurements`, {
      measuredMu: area,
      points: `${lon.slice(0, 10)},${lat.slice(0, 9)}`,
      farmland: farmland ? 'yes' : 'no',
    });
    const found = Object.entries({ east, south, west, north }).map(([side, name]) => [side, name || '村路'] as const);
    const sides = { ...Object.fromEntries(found), agreedBy: 'signed', agreed: 'yes' };
    await surveyor.post(`${at}/parcels/${code}/sides`, sides);
  }
  const now = clock.now();
  await surveyor.post(`${at}/findings`, {
    visitedOn: dayOf(now),
    visitedTime: timeOf(now),
    occupation: '承包户自种，秋收后可交地',
    crops: '玉米',
    conclusion: 'agrees',
    opinion: '地块、四至和登记一致，可以流转。',
  });
}
