import type { Database } from '#platform';

/** Towns that ever had a notice, and the villages of the chosen one: one statement. */
export async function noticePlaces(
  database: Database,
  town: string,
): Promise<{ level: 'town' | 'village'; code: string; name: string }[]> {
  return database.rows(
    'notice places',
    `SELECT DISTINCT 'town' AS level, left(town_code, 9) AS code, town AS name FROM notice_place
     UNION ALL SELECT 'village', village_code, village FROM notice_place WHERE left(town_code, 9) = $1
     ORDER BY level, code`,
    [town.slice(0, 9)],
  );
}
