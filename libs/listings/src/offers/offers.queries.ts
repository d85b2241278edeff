import type { Day, Mu } from '#kernel';
import type { Reader } from '#platform';

/** Villages below these scopes, for choices. */
export function villagesOf(reader: Reader, scopes: readonly string[]): Promise<{ code: string; name: string }[]> {
  return reader.query(
    `SELECT d.code, concat(t.name, d.name) AS name FROM division d JOIN division t ON t.code = d.parent AND t.valid_to IS NULL
     WHERE d.level = 'village' AND d.valid_to IS NULL AND d.code LIKE ANY($1) ORDER BY d.code`,
    [scopes.map((scope) => `${scope}%`)],
  );
}

/** A parcel of a village's households as its sheet of offers names it. */
export interface VillageParcel {
  contractor: string;
  household: string;
  parcel: string;
  name: string;
  areaMu: Mu;
  endsOn: Day | null;
  taken: boolean;
  offered: boolean;
}

/** Everything under contract in a village but private plots (NY/T 2539 附录 C.7：21 自留地), household by household. */
export function offersOfVillage(reader: Reader, village: string, today: Day): Promise<VillageParcel[]> {
  return reader.query(
    `SELECT h.contractor_code AS contractor, g.display_name AS household, p.code AS parcel, p.name, p.contract_mu AS "areaMu", c.ends_on AS "endsOn",
       EXISTS (SELECT FROM right_portion r WHERE r.parcel_id = p.id AND r.status IN ('reserved', 'active') AND upper(r.term) > $2::date) AS taken,
       EXISTS (SELECT FROM listing_parcel lp JOIN listing l ON l.id = lp.listing_id WHERE lp.parcel_id = p.id
         AND l.state NOT IN ('closed', 'failed', 'withdrawn', 'terminated', 'agreed')) AS offered
     FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id JOIN party g ON g.id = h.id
     WHERE p.office_code = $1 AND p.category <> '21' ORDER BY h.contractor_code, p.code`,
    [village, today],
  );
}
