/** A sheet that has to hang beside a text, and of which no photo is there. */
export const sheetOwed = 'v.sheet_made_at IS NOT NULL AND v.sheet_file_id IS NULL AND v.removed_at IS NULL';

/** The clock of what is published still runs. */
export const stillCounts = `EXISTS (SELECT FROM deadline d
  WHERE d.subject = p.subject AND d.subject_id = p.subject_id::text AND d.closed_at IS NULL)`;
