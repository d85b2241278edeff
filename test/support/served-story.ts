import { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { Desks } from '../../apps/exchange/src/training/desks.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { parcelsFor } from '../../apps/exchange/src/training/made-up-wishes.js';
import type { Served } from './served.js';

/** A case for a server of its own; each `nth` takes other land. */
export async function storyOf(served: Served, desks: Desks, nth = 0): Promise<TransferStory> {
  const { database } = served;
  const land = await database.query<{ code: string; area: string }>(
    `SELECT p.code, p.contract_mu AS area FROM parcel p JOIN contract c ON c.id = p.contract_id
     WHERE p.office_code = '370126101226' AND c.ends_on > '2040-01-01' AND p.basic_farmland ORDER BY p.code`,
  );
  const bodies = await database.query<{ name: string; code: string; head: string }>(
    `SELECT name, credit_code AS code, legal_representative AS head FROM body WHERE kind = 'cooperative' ORDER BY credit_code LIMIT 1`,
  );
  const [body] = bodies.rows;
  if (!body) throw new Error('The training county has no cooperative.');
  const wish = {
    villageCode: '370126101226',
    parcels: parcelsFor(land.rows.slice(nth * 8), '12.00'),
    transferee: { kind: 'cooperative', name: body.name, number: body.code, legalRepresentative: body.head },
    term: { start: '2026-11-10', end: '2032-11-09' },
    priceYuan: '900',
    purpose: 'grain',
    crops: '小麦、玉米轮作',
  };
  return new TransferStory(desks, served.reading, served.clock, wish, await scan('signed paper'), 4190 + nth);
}
