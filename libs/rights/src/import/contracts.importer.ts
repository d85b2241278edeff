import { randomUUID } from 'node:crypto';
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
    return { kept, key: `${code} ${from}`, keyField: 'CBHTBM', faults, legacyReason };
  },
  async ground(tx, batch) {
    const taken = await takenParcels(
      tx,
      'p.id IN (SELECT l.parcel_id FROM contracted_parcel l JOIN contract k ON k.id = l.contract_id WHERE k.code = ANY($1))',
      batch.map((row) => row.code),
    );
    if (taken.length === 0) return batch.map(() => null);
    const known = await contractsOf(tx, batch);
    const contractors = await lookUp<{ code: string; name: string }>(
      tx,
      `SELECT k.code, ${contractorName('k.id')} AS name FROM (${contractorsByCode}) k`,
      batch.map((row) => row.contractor),
    );
    const linked: { contractId: string; parcelId: string }[] = await tx.query(
      'SELECT contract_id AS "contractId", parcel_id AS "parcelId" FROM contracted_parcel WHERE left_on IS NULL AND parcel_id = ANY($1)',
      [taken.map(({ id }) => id)],
    );
    return batch.map((row) => {
      const kept = keptOf(row, known);
      const own = linked.filter(({ contractId }) => contractId === kept?.id).map(({ parcelId }) => parcelId);
      const [first] = taken.filter(({ id }) => own.includes(id));
      if (!first || !kept) return null;
      const differences = [
        ...differs('contractor', kept.contractor, contractors.get(row.contractor)?.name ?? kept.contractor),
        ...differs('from', kept.from, row.from),
        ...differs('to', kept.to, row.to),
      ];
      const { officeCode } = first;
      return differences.length === 0 ? null : { code: row.code, officeCode, parcelIds: own, differences };
    });
  },
  async write(tx, batch) {
    const { issuers, contractors } = await references(tx, batch);
    const known = await contractsOf(tx, batch);
    const starts = startsOf(batch, known);
    const outcomes: Outcome[] = batch.map((row) => {
      if (!issuers.has(row.issuer)) return bad('FBFBM', `发包方 ${row.issuer} 没有登记，请先导入发包方（FBF）`);
      if (!contractors.has(row.contractor))
        return bad('CBFBM', `承包方 ${row.contractor} 没有登记，请先导入承包方（CBF）`);
      const before = row.extends === null ? undefined : starts.get(row.extends);
      if (before !== undefined && before >= row.from)
        return bad(
          'YCBHTBM',
          `原承包合同 ${row.extends} 不早于本合同，合同首尾相接或者次序颠倒，请核对承包期和原合同代码`,
        );
      return { result: 'unchanged', legacy: row.legacy };
    });
    const good = batch.filter((_, i) => outcomes[i]!.result !== 'bad');
    const touched = await writeContracts(tx, good, known, contractors);
    await followOn(tx, good);
    return outcomes.map((outcome, i) =>
      outcome.result === 'bad' ? outcome : { ...outcome, result: touched.get(batch[i]!) ?? 'unchanged' },
    );
  },
};

const contractorsByCode = `SELECT contractor_code AS code, id FROM household WHERE contractor_code = ANY($1)
  UNION ALL SELECT contractor_code, id FROM body WHERE contractor_code = ANY($1)`;

type Found = Map<string, { code: string; id: string }>;

async function references(tx: Tx, batch: readonly KeptContract[]): Promise<{ issuers: Found; contractors: Found }> {
  return {
    issuers: await lookUp(
      tx,
      'SELECT code, code AS id FROM issuer WHERE code = ANY($1)',
      batch.map((row) => row.issuer),
    ),
    contractors: await lookUp(
      tx,
      contractorsByCode,
      batch.map((row) => row.contractor),
    ),
  };
}

/** A contract as the register has it. */
interface KnownContract {
  id: string;
  code: string;
  contractor: string;
  from: Day;
  to: Day;
  signedOn: Day | null;
}

/** The contracts under the codes of a batch and those that its rows follow, the earliest first. */
function contractsOf(tx: Tx, batch: readonly KeptContract[]): Promise<KnownContract[]> {
  return tx.query(
    `SELECT c.id, c.code, ${contractorName('c.contractor_id')} AS contractor, c.term_from AS "from", c.term_to AS "to", c.signed_on AS "signedOn"
     FROM contract c WHERE c.code = ANY($1) ORDER BY c.term_from`,
    [[...new Set(batch.flatMap((row) => [row.code, ...(row.extends === null ? [] : [row.extends])]))]],
  );
}

/**
 * The contract that a row delivers again. A later term under the same code, signed later or begun after the old one's end, is the
 * next of the chain, and leaves the running term as it is (延包可以沿用原合同代码).
 */
function keptOf(row: KeptContract, known: readonly KnownContract[]): KnownContract | undefined {
  const own = known.filter(({ code }) => code === row.code);
  const last = own.findLast(({ from }) => from <= row.from) ?? own[0];
  if (!last || last.from === row.from) return last;
  const next = row.from > last.to || (row.from > last.from && row.to > last.to && row.signedOn > (last.signedOn ?? ''));
  return next ? undefined : last;
}

/** On which day the contract under a code began first, as registered or as this batch delivers it. */
function startsOf(batch: readonly KeptContract[], known: readonly KnownContract[]): Map<string, Day> {
  const starts = new Map<string, Day>();
  for (const { code, from } of [...known, ...batch])
    if (from < (starts.get(code) ?? '9999-12-31')) starts.set(code, from);
  return starts;
}

// prettier-ignore
const columns = { id: 'uuid', code: 'text', issuer_code: 'text', contractor_id: 'uuid', mode: 'text', term_from: 'date', term_to: 'date', signed_on: 'date', area_mu: 'numeric', extends_code: 'text', legacy: 'boolean' };
const changing = [
  'issuer_code',
  'contractor_id',
  'mode',
  'term_from',
  'term_to',
  'signed_on',
  'area_mu',
  'extends_code',
];

async function writeContracts(
  tx: Tx,
  good: readonly KeptContract[],
  known: readonly KnownContract[],
  contractors: Found,
): Promise<Map<KeptContract, 'added' | 'changed'>> {
  const ids = new Map(good.map((row) => [row, keptOf(row, known)?.id ?? randomUUID()]));
  const values = good.map((row) => {
    const contractor = contractors.get(row.contractor)!.id;
    return [
      ids.get(row),
      row.code,
      row.issuer,
      contractor,
      row.mode,
      row.from,
      row.to,
      row.signedOn,
      row.areaMu,
      row.extends,
      row.legacy,
    ];
  });
  const touched = await upsertMany(tx, 'contract', columns, values, 'id', changing);
  return new Map(
    good.flatMap((row) => (touched.has(ids.get(row)!) ? [[row, touched.get(ids.get(row)!)!] as const] : [])),
  );
}

/** Ties the contracts of a batch to those that they follow, and what waited for one of them: by YCBHTBM, or by their own code. */
async function followOn(tx: Tx, good: readonly KeptContract[]): Promise<void> {
  await tx.query(
    `UPDATE contract c SET predecessor_id = (SELECT b.id FROM contract b WHERE b.code = coalesce(c.extends_code, c.code) AND b.term_from < c.term_from
       ORDER BY b.term_from DESC LIMIT 1)
     WHERE (c.code = ANY($1) OR (c.extends_code = ANY($1) AND c.predecessor_id IS NULL))
       AND EXISTS (SELECT FROM contract b WHERE b.code = coalesce(c.extends_code, c.code) AND b.term_from < c.term_from AND b.id IS DISTINCT FROM c.predecessor_id)`,
    [good.map((row) => row.code)],
  );
}
