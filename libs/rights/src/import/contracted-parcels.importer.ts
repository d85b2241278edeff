import { type Mu, codeMismatch, contractCode, contractorCode, issuerCode, parcelCode } from '#kernel';
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
  contractMu: Mu;
}

/** A contract with the household that has it. */
interface NamedContract {
  code: string;
  id: string;
  contractor: string;
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
    const contracts = await lookUp<NamedContract>(
      tx,
      `SELECT c.code, c.id, ${contractorName('c.contractor_id')} AS contractor FROM contract c WHERE c.code = ANY($1)`,
      batch.map((row) => row.contract),
    );
    const known = new Map(taken.map((parcel) => [parcel.code, parcel]));
    return batch.map((row) => {
      const [parcel, contract] = [known.get(row.parcel), contracts.get(row.contract)];
      if (!parcel || !contract) return null;
      const differences = [
        ...differs('contract', parcel.contractCode, contract.code),
        ...differs('contractor', parcel.contractor, contract.contractor),
        ...differs('area', parcel.contractMu, row.areaMu),
      ];
      const { id, code, officeCode } = parcel;
      return differences.length === 0 ? null : { code, officeCode, parcelIds: [id], differences };
    });
  },
  async write(tx, batch) {
    const parcels = await lookUp<KnownParcel>(
      tx,
      'SELECT code, id, contract_id AS "contractId", contract_mu AS "contractMu" FROM parcel WHERE code = ANY($1)',
      batch.map((row) => row.parcel),
    );
    const contracts = await lookUp<{ code: string; id: string; certificate: string | null }>(
      tx,
      'SELECT code, id, certificate_code AS certificate FROM contract WHERE code = ANY($1)',
      batch.map((row) => row.contract),
    );
    const outcomes = batch.map((row): Outcome => {
      const [parcel, contract] = [parcels.get(row.parcel), contracts.get(row.contract)];
      if (!parcel) return bad('DKBM', `地块 ${row.parcel} 没有登记，请先导入地块（DK）`);
      if (!contract) return bad('CBHTBM', `承包合同 ${row.contract} 没有登记，请先导入承包合同（CBHT）`);
      if (
        parcel.contractId === contract.id &&
        parcel.contractMu === row.areaMu &&
        contract.certificate === row.certificate
      )
        return { result: 'unchanged' };
      return { result: parcel.contractId === null ? 'added' : 'changed' };
    });
    const good = batch.filter((_, i) => outcomes[i]!.result === 'added' || outcomes[i]!.result === 'changed');
    const of = (row: KeptLink): string => contracts.get(row.contract)!.id;
    await tx.query(
      `UPDATE parcel p SET contract_id = t.contract_id, contract_mu = t.area FROM unnest($1::uuid[], $2::uuid[], $3::numeric[]) AS t(id, contract_id, area) WHERE p.id = t.id`,
      [good.map((row) => parcels.get(row.parcel)!.id), good.map(of), good.map((row) => row.areaMu)],
    );
    await tx.query(
      `UPDATE contract c SET certificate_code = t.certificate FROM unnest($1::uuid[], $2::text[]) AS t(id, certificate) WHERE c.id = t.id`,
      [good.map(of), good.map((row) => row.certificate)],
    );
    return outcomes;
  },
};
