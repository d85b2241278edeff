import type { Reader, Tx } from '#platform';
import { LandChange } from '../land-change.entity.js';
import { landChangeProblems } from '../land-change.problems.js';
import type { RightStatus } from '../management-right.entity.js';

export async function changeOf(reader: Reader | Tx, id: string, lock = false): Promise<LandChange> {
  const found = await reader.findOne(LandChange, {
    where: { id },
    ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  if (!found) throw landChangeProblems.notFound();
  return found;
}

export interface ChangedParcel {
  id: string;
  code: string;
  name: string;
}

export async function parcelsOfChange(reader: Reader | Tx, id: string): Promise<ChangedParcel[]> {
  return reader.query(
    `SELECT p.id, p.code, p.name FROM land_change_parcel l JOIN parcel p ON p.id = l.parcel_id WHERE l.change_id = $1 ORDER BY p.code`,
    [id],
  );
}

/** A right that stands on land that a change would move. */
export interface TouchedRight {
  rightId: string;
  subject: string;
  subjectId: string;
  parcel: string;
  holder: string;
  grantor: string;
  term: string;
  status: RightStatus;
}

export async function rightsOnChange(reader: Reader | Tx, id: string): Promise<TouchedRight[]> {
  return reader.query(
    `SELECT r.id AS "rightId", r.subject, r.subject_id AS "subjectId", p.code AS parcel, h.display_name AS holder,
       g.display_name AS grantor, r.term::text AS term, r.status
     FROM land_change_parcel l JOIN right_portion o ON o.parcel_id = l.parcel_id JOIN management_right r ON r.id = o.right_id
       JOIN parcel p ON p.id = l.parcel_id JOIN party h ON h.id = r.holder_id JOIN party g ON g.id = o.grantor_id
     WHERE l.change_id = $1 AND o.status IN ('reserved', 'active') ORDER BY r.term, p.code`,
    [id],
  );
}
