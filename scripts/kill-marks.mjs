import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What must never be, whatever was killed: a gap, a sum that is none, a state without its history, a row without its file. */
export async function broken(asked, folder) {
  const rows = await asked(`
    SELECT 'gap in ' || s.series AS what FROM number_series s
      WHERE s.series !~ ':' AND s.last <> (SELECT count(DISTINCT p.number) FROM paper p WHERE p.kind = s.series AND p.office_code LIKE s.scope_code || '%')
    UNION ALL SELECT 'unbalanced ledger' FROM ledger_entry HAVING sum(amount_fen) <> 0
    UNION ALL SELECT 'balance of ' || a.id FROM ledger_account a WHERE a.balance_fen <> (SELECT coalesce(sum(e.amount_fen), 0) FROM ledger_entry e WHERE e.account_id = a.id)
    UNION ALL SELECT 'history of ' || t.id FROM transfer t
      WHERE t.state <> (SELECT h.to_state FROM step_history h WHERE h.subject = 'transfer' AND h.subject_id = t.id::text AND h.to_state IS NOT NULL ORDER BY h.id DESC LIMIT 1)
    UNION ALL SELECT 'parcels of ' || t.id FROM transfer t WHERE t.parcel_count <> (SELECT count(*) FROM transfer_parcel p WHERE p.transfer_id = t.id)
    UNION ALL SELECT 'two papers of one act' FROM paper p WHERE p.kind IN ('certificate', 'contract') GROUP BY p.kind, p.subject_id HAVING count(*) > 1`);
  const files = await asked('SELECT DISTINCT sha256 FROM evidence_file');
  const lost = files.filter(({ sha256 }) => !existsSync(join(folder, sha256.slice(0, 2), sha256)));
  return [...rows.map(({ what }) => what), ...lost.map(({ sha256 }) => `no file ${sha256}`)];
}
