import { issuerCode } from '#kernel';
import { upsertMany } from '../insert-many.js';
import { Fields } from './fields.js';
import { type Importer, lookUp } from './importer.js';

interface KeptIssuer {
  code: string;
  name: string;
  head: string;
  legacy: boolean;
}

const columns = {
  code: 'text',
  name: 'text',
  head: 'text',
  office_code: 'text',
  born_office_code: 'text',
  legacy: 'boolean',
};

/** 发包方 (B.2). */
export const issuers: Importer<KeptIssuer> = {
  kind: 'FBF',
  needs: ['FBFBM', 'FBFMC'],
  read(row) {
    const fields = new Fields(row);
    const code = fields.code('FBFBM', issuerCode);
    const name = fields.name('FBFMC', '发包方名称', 'body');
    const head = fields.name('FBFFZRXM', '发包方负责人姓名', 'person');
    const { faults, legacyReason } = fields;
    return {
      kept: { code, name, head, legacy: legacyReason !== null },
      key: code,
      keyField: 'FBFBM',
      faults,
      legacyReason,
    };
  },
  async write(tx, batch) {
    // The code carries the village of its day; today's office may be another.
    const offices = await lookUp<{ code: string; officeCode: string }>(
      tx,
      'SELECT born_code AS code, office_code AS "officeCode" FROM office WHERE born_code = ANY($1)',
      batch.map(({ code }) => code.slice(0, 12)),
    );
    const rows = batch.map(({ code, name, head, legacy }) => {
      const village = code.slice(0, 12).padEnd(12, '0');
      return [code, name, head, offices.get(village)?.officeCode ?? village, village, legacy];
    });
    const touched = await upsertMany(tx, 'issuer', columns, rows, 'code', ['name', 'head']);
    return batch.map(({ code, legacy }) => ({ result: touched.get(code) ?? 'unchanged', legacy }));
  },
};
