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

/** Public notices as search engines may find them, the newest first. */
export async function noticeAddresses(database: Database): Promise<string[]> {
  const rows = await database.rows<{ id: string }>(
    'notice addresses',
    'SELECT id FROM notice WHERE published_at IS NOT NULL ORDER BY published_at DESC, id LIMIT 40000',
    [],
  );
  return rows.map(({ id }) => `/notices/${id}`);
}
