import { contractorCode, creditCode, oldBodyCode } from '#kernel';
import type { Tx } from '#platform';
import { upsertMany } from '../insert-many.js';
import { type Outcome, bad } from './fault.js';
import { Fields } from './fields.js';
import { rowFaults } from './import.problems.js';
import { type ImportContext, type Importer, lookUp } from './importer.js';
import { type KeptPerson, addParties, registerPeople } from './people.js';
import { type KeptUnit, writeUnits } from './units.js';

interface KeptContractor extends KeptUnit {
  /** A household's or a single person's representative; null for a unit. */
  person: KeptPerson | null;
  /** CBFCYSL. */
  memberCount: number | null;
}

const unknownIssuer = (code: string): string => `发包方 ${code.slice(0, 14)} 没有登记，请先导入发包方（FBF）`;

/** 承包方 (B.3): households, single persons, and units, whose code may be missing or of old. */
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
    const coded = type === '3' ? unitCode(fields) : noCode;
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
      ...coded,
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

const noCode = { creditCode: null, oldCode: null } as const;

/** The unified code of a unit, or what stands in its place: kept and marked, for the counter to put right. */
function unitCode(fields: Fields): Pick<KeptUnit, 'creditCode' | 'oldCode'> {
  const written = fields.optional('CBFZJHM');
  const read = creditCode(written);
  if (read.ok) return { creditCode: read.code, oldCode: null };
  const old = written === '' ? undefined : oldBodyCode(written);
  if (written !== '' && !old) fields.fault('CBFZJHM', read.reason);
  fields.legacyReason ??= old?.reason ?? rowFaults.uncoded;
  return { creditCode: null, oldCode: old?.code ?? null };
}

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
