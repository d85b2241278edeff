import { type Day, type Mu, codeMismatch, contractCode, contractorCode, issuerCode, parcelCode } from '#kernel';
import type { Tx } from '#platform';
import { runContracts } from '../contracts.queries.js';
import { type Outcome, bad } from './fault.js';
import { Fields } from './fields.js';
import { contractorName, differs, takenParcels } from './ground.js';
import { type Importer, lookUp } from './importer.js';

interface KeptLink {
  parcel: string;
  contract: string;
  areaMu: Mu;
  certificate: string | null;
}

interface KnownParcel {
  code: string;
  id: string;
  contractId: string | null;
  /** Its area under each contract that has it. */
  areas: Readonly<Record<string, Mu>>;
}

/** A contract with the household that has it. */
interface NamedContract {
  code: string;
  id: string;
  contractorId: string;
  contractor: string;
  certificate: string | null;
}

/** 承包地块信息 (B.1): which parcel belongs to which contract, and with what area. */
export const contractedParcels: Importer<KeptLink> = {
  kind: 'CBDKXX',
  needs: ['DKBM', 'CBHTBM'],
  read(row) {
    const fields = new Fields(row);
    const parcel = fields.code('DKBM', parcelCode);
    const [issuer, contractor] = [fields.code('FBFBM', issuerCode), fields.code('CBFBM', contractorCode)];
    const contract = fields.code('CBHTBM', contractCode);
    const mismatch =
      fields.legacyReason === null && fields.faults.length === 0
        ? codeMismatch({ issuer, contractor, parcel, contract })
        : undefined;
    if (mismatch) fields.fault(mismatch.startsWith('承包地块') ? 'DKBM' : 'CBHTBM', mismatch);
    // 确权确股不确地：a share without a plot cannot be drawn, cut or held.
    if (fields.optional('SFQQQG') === '1') fields.fault('SFQQQG', '确权确股的份额没有固定地块，不能按地块流转');
    const areaMu = fields.area('HTMJM', 'HTMJ', '合同面积');
    const { faults, legacyReason } = fields;
    return {
      kept: { parcel, contract, areaMu, certificate: fields.optional('CBJYQZBM') || null },
      key: parcel,
      keyField: 'DKBM',
      faults,
      legacyReason,
    };
  },
  async ground(tx, batch) {
    const taken = await takenParcels(
      tx,
      'p.code = ANY($1)',
      batch.map((row) => row.parcel),
    );
    if (taken.length === 0) return batch.map(() => null);
    const contracts = await contractsUnder(tx, batch);
    const follows = await successors(
      tx,
      taken.flatMap(({ contractId }) => contractId ?? []),
    );
    const known = new Map(taken.map((parcel) => [parcel.code, parcel]));
    return batch.map((row) => {
      const parcel = known.get(row.parcel);
      const named = contracts.filter(({ code }) => code === row.contract);
      if (!parcel || named.length === 0) return null;
      // 延包：the same household goes on with the same land under the contract that follows; nothing moves.
      const goesOn = named.every(({ id, contractorId }) => {
        const own = id === parcel.contractId || follows.has(id);
        return own && contractorId === parcel.contractorId;
      });
      const differences = [
        ...(goesOn ? [] : differs('contract', parcel.contractCode, row.contract)),
        ...differs('contractor', parcel.contractor, named.at(-1)!.contractor),
        ...differs('area', parcel.contractMu, row.areaMu),
      ];
      const { id, code, officeCode } = parcel;
      return differences.length === 0 ? null : { code, officeCode, parcelIds: [id], differences };
    });
  },
  async write(tx, batch, { today }) {
    const parcels = await lookUp<KnownParcel>(
      tx,
      `SELECT p.code, p.id, p.contract_id AS "contractId",
         coalesce((SELECT json_object_agg(l.contract_id, l.area_mu::text) FROM contracted_parcel l WHERE l.parcel_id = p.id AND l.left_on IS NULL), '{}') AS areas
       FROM parcel p WHERE p.code = ANY($1)`,
      batch.map((row) => row.parcel),
    );
    const contracts = await contractsUnder(tx, batch);
    const named = (row: KeptLink): NamedContract[] => contracts.filter(({ code }) => code === row.contract);
    const outcomes = batch.map((row): Outcome => {
      const parcel = parcels.get(row.parcel);
      if (!parcel) return bad('DKBM', `地块 ${row.parcel} 没有登记，请先导入地块（DK）`);
      if (named(row).length === 0) return bad('CBHTBM', `承包合同 ${row.contract} 没有登记，请先导入承包合同（CBHT）`);
      if (named(row).every(({ id, certificate }) => parcel.areas[id] === row.areaMu && certificate === row.certificate))
        return { result: 'unchanged' };
      return { result: parcel.contractId === null ? 'added' : 'changed' };
    });
    const good = batch.filter((_, i) => outcomes[i]!.result === 'added' || outcomes[i]!.result === 'changed');
    const links = good.flatMap((row) =>
      named(row).map(({ id }) => ({ row, id, parcelId: parcels.get(row.parcel)!.id })),
    );
    await link(
      tx,
      links.map(({ row, id, parcelId }) => [parcelId, id, row.areaMu]),
      today,
    );
    await tx.query(
      `UPDATE contract c SET certificate_code = t.certificate FROM unnest($1::uuid[], $2::text[]) AS t(id, certificate)
       WHERE c.id = t.id AND c.certificate_code IS DISTINCT FROM t.certificate`,
      [links.map(({ id }) => id), links.map(({ row }) => row.certificate)],
    );
    await runContracts(
      tx,
      links.map(({ parcelId }) => parcelId),
      today,
    );
    return outcomes;
  },
};

/** Every contract under the codes that a batch names: those of one chain may share a code. */
function contractsUnder(tx: Tx, batch: readonly KeptLink[]): Promise<NamedContract[]> {
  return tx.query(
    `SELECT c.code, c.id, c.contractor_id AS "contractorId", ${contractorName('c.contractor_id')} AS contractor, c.certificate_code AS certificate
     FROM contract c WHERE c.code = ANY($1) ORDER BY c.term_from`,
    [[...new Set(batch.map((row) => row.contract))]],
  );
}

/** The contracts that follow some, however far. */
async function successors(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `WITH RECURSIVE next AS (SELECT id FROM contract WHERE predecessor_id = ANY($1)
       UNION SELECT c.id FROM next n JOIN contract c ON c.predecessor_id = n.id) SELECT id FROM next`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** A parcel that comes under a contract leaves those that have nothing to do with it; what goes before and what follows stays. */
async function link(tx: Tx, links: readonly (readonly [string, string, Mu])[], today: Day): Promise<void> {
  const [parcelIds, contractIds, areas] = [0, 1, 2].map((at) => links.map((each) => each[at]));
  await tx.query(
    `WITH RECURSIVE named AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS t(parcel_id, id)),
       up AS (SELECT parcel_id, id FROM named UNION SELECT u.parcel_id, c.predecessor_id FROM up u JOIN contract c ON c.id = u.id WHERE c.predecessor_id IS NOT NULL),
       down AS (SELECT parcel_id, id FROM named UNION SELECT d.parcel_id, c.id FROM down d JOIN contract c ON c.predecessor_id = d.id)
     UPDATE contracted_parcel l SET left_on = $3 WHERE l.parcel_id = ANY($1) AND l.left_on IS NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM up UNION SELECT * FROM down) k WHERE k.parcel_id = l.parcel_id AND k.id = l.contract_id)`,
    [parcelIds, contractIds, today],
  );
  await tx.query(
    `INSERT INTO contracted_parcel (parcel_id, contract_id, area_mu) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::numeric[])
     ON CONFLICT (parcel_id, contract_id) DO UPDATE SET area_mu = excluded.area_mu, left_on = NULL`,
    [parcelIds, contractIds, areas],
  );
}
