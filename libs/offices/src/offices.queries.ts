import type { Level } from '#kernel';

export interface OfficeRow {
  id: string;
  level: Level;
  name: string;
  officeCode: string;
  bornCode: string;
  status: 'open' | 'closed';
  validFrom: string;
  validTo: string | null;
  address: string;
  phone: string;
  hours: string;
  departments: { kind: string; name: string }[];
}

const columns = `o.id, o.level, o.name, o.office_code AS "officeCode", o.born_code AS "bornCode", o.status, o.valid_from AS "validFrom",
  o.valid_to AS "validTo", o.address, o.phone, o.hours`;

/** The open office of a code, with its departments. */
export const officeSql = `SELECT ${columns}, coalesce((SELECT json_agg(json_build_object('kind', d.kind, 'name', d.name) ORDER BY d.kind)
    FROM department d WHERE d.office_id = o.id), '[]') AS departments
  FROM office o WHERE o.office_code = $1 AND o.status = 'open'`;

/** County centre and town exchanges with the number of their stations. */
export const exchangesSql = `SELECT ${columns}, '[]'::json AS departments, coalesce(v.many, 0) AS stations
  FROM office o LEFT JOIN (SELECT left(office_code, 9) AS town, count(*) AS many FROM office
    WHERE level = 'village' AND status = 'open' GROUP BY 1) v ON v.town = left(o.office_code, 9)
  WHERE o.status = 'open' AND o.level IN ('county', 'town') ORDER BY o.office_code`;

/** The stations of one town. */
export const stationsSql = `SELECT ${columns}, '[]'::json AS departments
  FROM office o WHERE o.status = 'open' AND o.level = 'village' AND o.office_code LIKE $1 || '%' ORDER BY o.office_code`;

/** Latest words for every code there ever was: old papers name villages that are gone. */
export const namesSql = `SELECT DISTINCT ON (code) code, name, level FROM division ORDER BY code, valid_from DESC`;

export const changesSql = `SELECT id, file_name AS "fileName", on_day AS "onDay", loaded_by AS "loadedBy", loaded_at AS "loadedAt", counts
  FROM division_change ORDER BY on_day DESC`;

/** Villages that are gone and have no successor yet, with the number of records their town cares for. */
export const unknownSql = `SELECT s.old_code AS code, s.on_day AS "onDay",
    (SELECT count(*) FROM office_care care WHERE care.old_code = s.old_code) AS records
  FROM division_successor s WHERE s.kind IN ('unknown', 'split') AND s.new_code IS NULL AND s.old_code LIKE $1 || '%' ORDER BY s.old_code LIMIT 200`;
