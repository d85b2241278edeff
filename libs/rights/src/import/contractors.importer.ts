import { contractorCode, creditCode, sameName } from '#kernel';
import type { Tx } from '#platform';
import { upsertMany } from '../insert-many.js';
import { type Outcome, bad } from './fault.js';
import { Fields } from './fields.js';
import { rowFaults } from './import.problems.js';
import { type ImportContext, type Importer, lookUp } from './importer.js';
import { type KeptPerson, addParties, registerPeople } from './people.js';

interface KeptContractor {
  code: string;
  name: string;
  address: string;
  legacy: boolean;
  /** A household's or a single person's representative; null for a unit. */
  person: KeptPerson | null;
  creditCode: string;
  /** CBFCYSL. */
  memberCount: number | null;
}

const unknownIssuer = (code: string): string => `发包方 ${code.slice(0, 14)} 没有登记，请先导入发包方（FBF）`;

/** 承包方 (B.3): households, single persons, and units with a credit code. */
export const contractors: Importer<KeptContractor> = {
  kind: 'CBF',
  needs: ['CBFBM', 'CBFMC'],
  read(row, today) {
    const fields = new Fields(row);
    const code = fields.code('CBFBM', contractorCode);
    const type = fields.among('CBFLX', '承包方类型', ['1', '2', '3'], '1');
    const name = fields.name('CBFMC', '承包方（代表）姓名或名称', type === '3' ? 'body' : 'person');
    const address = fields.text('CBFDZ', '承包方地址');
    const identity = type === '3' ? null : fields.identity('CBFZJHM', 'CBFZJLX', today);
    const unit = type === '3' ? creditCode(fields.optional('CBFZJHM')) : null;
    if (unit && !unit.ok) fields.fault('CBFZJHM', unit.reason);
    const person = identity && { name, paper: identity, household: code, phone: fields.phone('LXDH') };
    const memberCount = type === '3' ? null : fields.count('CBFCYSL', '承包方成员数量');
    const { faults, legacyReason } = fields;
    const kept = {
      code,
      name,
      address,
      legacy: legacyReason !== null,
      person,
      memberCount,
      creditCode: unit?.ok ? unit.code : '',
    };
    return { kept, key: code, keyField: 'CBFBM', faults, legacyReason };
  },
  async write(tx, batch, context) {
    const issuers = await lookUp<{ code: string; officeCode: string }>(
      tx,
      'SELECT code, office_code AS "officeCode" FROM issuer WHERE code = ANY($1)',
      batch.map((row) => row.code.slice(0, 14)),
    );
    const outcomes: Outcome[] = batch.map((row) =>
      issuers.has(row.code.slice(0, 14)) ? { result: 'unchanged' } : bad('CBFBM', unknownIssuer(row.code)),
    );
    const open = (wanted: 'person' | 'unit'): number[] =>
      batch.flatMap((row, i) =>
        outcomes[i]!.result !== 'bad' && (row.person !== null) === (wanted === 'person') ? [i] : [],
      );
    await writeHouseholds(tx, batch, open('person'), outcomes, issuers, context);
    await writeUnits(tx, batch, open('unit'), outcomes, context);
    return outcomes;
  },
};

const householdColumns = {
  id: 'uuid',
  contractor_code: 'text',
  issuer_code: 'text',
  office_code: 'text',
  born_office_code: 'text',
  address: 'text',
  representative_id: 'uuid',
  legacy: 'boolean',
  member_count: 'int',
};
const bodyColumns = {
  id: 'uuid',
  name: 'text',
  kind: 'text',
  credit_code: 'text',
  legal_representative: 'text',
  address: 'text',
  contractor_code: 'text',
};

async function writeHouseholds(
  tx: Tx,
  batch: readonly KeptContractor[],
  places: readonly number[],
  outcomes: Outcome[],
  issuers: ReadonlyMap<string, { officeCode: string }>,
  context: ImportContext,
): Promise<void> {
  const people = await registerPeople(
    tx,
    places.map((i) => batch[i]!.person!),
    context,
  );
  const good = places.filter((place, n) => {
    if (people[n] === null) outcomes[place] = bad('CBFZJHM', rowFaults.anotherHas);
    return people[n] !== null;
  });
  const known = await lookUp<{ code: string; id: string; memberCount: number | null }>(
    tx,
    'SELECT contractor_code AS code, id, member_count AS "memberCount" FROM household WHERE contractor_code = ANY($1)',
    good.map((i) => batch[i]!.code),
  );
  const fresh = good.filter((i) => !known.has(batch[i]!.code));
  const ids = await addParties(
    tx,
    'household',
    fresh.map((i) => `${batch[i]!.name}户`),
    context.now,
  );
  fresh.forEach((i, n) => known.set(batch[i]!.code, { code: batch[i]!.code, id: ids[n]!, memberCount: null }));
  const rows = good.map((i) => {
    const { code, address, legacy } = batch[i]!;
    const issuer = code.slice(0, 14);
    const { officeCode } = issuers.get(issuer)!;
    const person = people[places.indexOf(i)];
    // A file without the column takes no count away.
    const count = batch[i]!.memberCount ?? known.get(code)!.memberCount;
    return [known.get(code)!.id, code, issuer, officeCode, issuer.slice(0, 12), address, person, legacy, count];
  });
  const touched = await upsertMany(tx, 'household', householdColumns, rows, 'contractor_code', [
    'address',
    'representative_id',
    'member_count',
  ]);
  for (const i of good) outcomes[i] = { result: touched.get(batch[i]!.code) ?? 'unchanged', legacy: batch[i]!.legacy };
}

async function writeUnits(
  tx: Tx,
  batch: readonly KeptContractor[],
  places: readonly number[],
  outcomes: Outcome[],
  context: ImportContext,
): Promise<void> {
  const known = await lookUp<{ code: string; id: string; name: string }>(
    tx,
    'SELECT credit_code AS code, id, name FROM body WHERE credit_code = ANY($1)',
    places.map((i) => batch[i]!.creditCode),
  );
  const good = places.filter((i) => {
    const found = known.get(batch[i]!.creditCode);
    if (!found || sameName(found.name, batch[i]!.name)) return true;
    outcomes[i] = bad('CBFZJHM', `这个统一社会信用代码登记的是“${found.name}”`);
    return false;
  });
  const fresh = good.filter((i) => !known.has(batch[i]!.creditCode));
  const ids = await addParties(
    tx,
    'body',
    fresh.map((i) => batch[i]!.name),
    context.now,
  );
  fresh.forEach((i, n) =>
    known.set(batch[i]!.creditCode, { code: batch[i]!.creditCode, id: ids[n]!, name: batch[i]!.name }),
  );
  const rows = good.map((i) => {
    const row = batch[i]!;
    return [known.get(row.creditCode)!.id, row.name, 'other', row.creditCode, '未登记', row.address, row.code];
  });
  const touched = await upsertMany(tx, 'body', bodyColumns, rows, 'credit_code', ['address', 'contractor_code']);
  for (const i of good)
    outcomes[i] = { result: touched.get(batch[i]!.creditCode) ?? 'unchanged', legacy: batch[i]!.legacy };
}
