import { type Day, type Mu, codeMismatch, contractCode, contractorCode, issuerCode } from '#kernel';
import type { Tx } from '#platform';
import { upsertMany } from '../insert-many.js';
import { type Outcome, bad } from './fault.js';
import { Fields } from './fields.js';
import { contractorName, differs, takenParcels } from './ground.js';
import { type Importer, lookUp } from './importer.js';

interface KeptContract {
  code: string;
  /** YCBHTBM: the contract that this one extends. */
  extends: string | null;
  issuer: string;
  contractor: string;
  mode: string;
  from: Day;
  to: Day;
  signedOn: Day;
  areaMu: Mu;
  legacy: boolean;
}

/** C.10, the older numbering included. */
const modes = ['110', '120', '121', '122', '123', '129', '200', '300', '400', '500', '600', '700', '800', '900'];
// prettier-ignore
const columns = { code: 'text', issuer_code: 'text', contractor_id: 'uuid', mode: 'text', term_from: 'date', term_to: 'date', ends_on: 'date', signed_on: 'date', area_mu: 'numeric', legacy: 'boolean' };
const changing = ['issuer_code', 'contractor_id', 'mode', 'term_from', 'term_to', 'signed_on', 'area_mu'];

/** 承包合同 (B.5); one that names an older contract extends it (延包). */
export const contracts: Importer<KeptContract> = {
  kind: 'CBHT',
  needs: ['CBHTBM', 'CBQXQ', 'CBQXZ'],
  read(row) {
    const fields = new Fields(row);
    const code = fields.code('CBHTBM', contractCode);
    const [issuer, contractor] = [fields.code('FBFBM', issuerCode), fields.code('CBFBM', contractorCode)];
    const mismatch =
      fields.legacyReason === null && fields.faults.length === 0
        ? codeMismatch({ issuer, contractor, contract: code })
        : undefined;
    if (mismatch) fields.fault(mismatch.startsWith('承包方') ? 'CBFBM' : 'CBHTBM', mismatch);
    const mode = fields.among('CBFS', '承包方式', modes, '110');
    const [from, to] = [fields.day('CBQXQ', '承包期限起'), fields.day('CBQXZ', '承包期限止')];
    if (to < from) fields.fault('CBQXZ', '承包期限止早于承包期限起');
    const signedOn = fields.day('QDSJ', '签订时间');
    const areaMu = fields.area('HTZMJM', 'HTZMJ', '合同总面积');
    const older = fields.optional('YCBHTBM') || null;
    const { faults, legacyReason } = fields;
    const kept = {
      code,
      extends: older === code ? null : older,
      issuer,
      contractor,
      mode,
      from,
      to,
      signedOn,
      areaMu,
      legacy: legacyReason !== null,
    };
    return { kept, key: code, keyField: 'CBHTBM', faults, legacyReason };
  },
  async ground(tx, batch) {
    const taken = await takenParcels(
      tx,
      'p.contract_id IN (SELECT id FROM contract WHERE code = ANY($1))',
      batch.map((row) => row.code),
    );
    if (taken.length === 0) return batch.map(() => null);
    const contractors = await lookUp<{ code: string; name: string }>(
      tx,
      `SELECT k.code, ${contractorName('k.id')} AS name FROM (${contractorsByCode}) k`,
      batch.map((row) => row.contractor),
    );
    return batch.map((row) => {
      const parcels = taken.filter((parcel) => parcel.contractCode === row.code);
      const [first] = parcels;
      if (!first || row.extends !== null) return null;
      const differences = [
        ...differs('contractor', first.contractor, contractors.get(row.contractor)?.name ?? first.contractor),
        ...differs('from', first.termFrom, row.from),
        ...differs('to', first.termTo, row.to),
      ];
      const { officeCode } = first;
      return differences.length === 0
        ? null
        : { code: row.code, officeCode, parcelIds: parcels.map(({ id }) => id), differences };
    });
  },
  async write(tx, batch, { today }) {
    const [issuers, contractors, older] = await references(tx, batch);
    const outcomes: Outcome[] = batch.map((row) => {
      if (!issuers.has(row.issuer)) return bad('FBFBM', `发包方 ${row.issuer} 没有登记，请先导入发包方（FBF）`);
      if (!contractors.has(row.contractor))
        return bad('CBFBM', `承包方 ${row.contractor} 没有登记，请先导入承包方（CBF）`);
      return { result: 'unchanged', legacy: row.legacy };
    });
    const good = batch.filter((_, i) => outcomes[i]!.result !== 'bad');
    const plain = good.filter((row) => row.extends === null || !older.has(row.extends));
    const rows = plain.map((row) => [
      row.code,
      row.issuer,
      contractors.get(row.contractor)!.id,
      row.mode,
      row.from,
      row.to,
      row.to,
      row.signedOn,
      row.areaMu,
      row.legacy,
    ]);
    const touched = await upsertContracts(tx, rows);
    for (const row of good.filter((each) => !plain.includes(each))) {
      const result = await extend(tx, older.get(row.extends!)!.id, row, today);
      if (result) touched.set(row.code, result);
    }
    return outcomes.map((outcome, i) =>
      outcome.result === 'bad' ? outcome : { ...outcome, result: touched.get(batch[i]!.code) ?? 'unchanged' },
    );
  },
};

const contractorsByCode = `SELECT contractor_code AS code, id FROM household WHERE contractor_code = ANY($1)
  UNION ALL SELECT contractor_code, id FROM body WHERE contractor_code = ANY($1)`;

type Found = Map<string, { code: string; id: string }>;

async function references(tx: Tx, batch: readonly KeptContract[]): Promise<[Found, Found, Found]> {
  return [
    await lookUp(
      tx,
      'SELECT code, code AS id FROM issuer WHERE code = ANY($1)',
      batch.map((row) => row.issuer),
    ),
    await lookUp(
      tx,
      contractorsByCode,
      batch.map((row) => row.contractor),
    ),
    await lookUp(
      tx,
      'SELECT code, id FROM contract WHERE code = ANY($1)',
      batch.flatMap((row) => row.extends ?? []),
    ),
  ];
}

async function upsertContracts(
  tx: Tx,
  rows: readonly (readonly unknown[])[],
): Promise<Map<string, 'added' | 'changed'>> {
  const codes = rows.map((row) => row[0]);
  // The recorded end is never earlier than the term: first out of the way, then counted anew with the extensions.
  await tx.query(
    `UPDATE contract c SET ends_on = greatest(c.ends_on, t.term_to) FROM unnest($1::text[], $2::date[]) AS t(code, term_to)
     WHERE c.code = t.code AND c.ends_on < t.term_to`,
    [codes, rows.map((row) => row[5])],
  );
  const touched = await upsertMany(tx, 'contract', columns, rows, 'code', changing);
  await tx.query(
    `UPDATE contract c SET ends_on = e.last FROM (
       SELECT c2.id, greatest(c2.term_to, max(x.term_to)) AS last FROM contract c2 LEFT JOIN contract_extension x ON x.contract_id = c2.id
       WHERE c2.code = ANY($1) GROUP BY c2.id) e
     WHERE c.id = e.id AND c.ends_on <> e.last`,
    [codes],
  );
  return touched;
}

async function extend(
  tx: Tx,
  contractId: string,
  row: KeptContract,
  today: Day,
): Promise<'added' | 'changed' | undefined> {
  const touched: { added: boolean }[] = await tx.query(
    `INSERT INTO contract_extension (contract_id, term_from, term_to, signed_on, registered_on) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (contract_id, term_from) DO UPDATE SET term_to = excluded.term_to, signed_on = excluded.signed_on
     WHERE (contract_extension.term_to, contract_extension.signed_on) IS DISTINCT FROM (excluded.term_to, excluded.signed_on)
     RETURNING xmax = 0 AS added`,
    [contractId, row.from, row.to, row.signedOn, today],
  );
  return touched[0] ? (touched[0].added ? 'added' : 'changed') : undefined;
}
