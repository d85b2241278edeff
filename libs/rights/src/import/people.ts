import { randomUUID } from 'node:crypto';
import { folded, sameName } from '#kernel';
import { type IdentityPaper, identityKey, sealedPaper } from '#parties';
import type { Tx } from '#platform';
import { insertMany } from '../insert-many.js';
import type { ImportContext } from './importer.js';

/** A person as a row of the register names them, and to which household the row belongs. */
export interface KeptPerson {
  name: string;
  paper: IdentityPaper;
  phone: string | null;
  /** By its contractor code: within it a person without a number is known by name. */
  household: string;
}

interface Known {
  id: string;
  name: string;
  open: boolean;
}

const partyColumns = { id: 'uuid', kind: 'text', display_name: 'text', created_at: 'timestamptz' };
const personColumns = {
  id: 'uuid',
  name: 'text',
  identity_kind: 'varchar',
  identity_sealed: 'bytea',
  identity_index: 'bytea',
  phone_sealed: 'bytea',
  born: 'date',
  sex: 'text',
};

/**
 * Finds the persons of a batch by their numbers, or where one side has none by name within the household, and registers those who
 * are new; null for a number under another name. Who was kept with an open identity gets the number once a file has it.
 */
export async function registerPeople(
  tx: Tx,
  people: readonly KeptPerson[],
  { vault, now }: ImportContext,
): Promise<(string | null)[]> {
  const keys = people.map(({ name, paper }) => identityKey(name, paper));
  const known = await knownByNumber(
    tx,
    keys.flatMap((key) => (key === null ? [] : [vault.indexOf(key)])),
  );
  const named = await knownByName(tx, people);
  const [parties, persons]: unknown[][][] = [[], []];
  const ids: (string | null)[] = [];
  for (const [i, { name, household, paper, phone }] of people.entries()) {
    const key = keys[i] ?? null;
    const index = key === null ? null : vault.indexOf(key).toString('hex');
    const found = index === null ? undefined : known.get(index);
    if (found) {
      ids.push(sameName(found.name, name) ? found.id : null);
      continue;
    }
    const at = `${household} ${folded(name)}`;
    const same = named.get(at);
    if (same && (key === null || same.open)) {
      if (key !== null) await complete(tx, same.id, sealedPaper(name, paper, vault));
      if (index !== null) known.set(index, { ...same, open: false });
      ids.push(same.id);
      continue;
    }
    const id = randomUUID();
    const of = { id, name, open: key === null };
    if (index !== null) known.set(index, of);
    named.set(at, of);
    parties!.push([id, 'person', name, now]);
    const { identityKind, identitySealed, identityIndex, born, sex } = sealedPaper(name, paper, vault);
    const called = phone === null ? null : vault.seal('phone', phone);
    persons!.push([id, name, identityKind, identitySealed, identityIndex, called, born, sex]);
    ids.push(id);
  }
  await insertMany(tx, 'party', partyColumns, parties!);
  await insertMany(tx, 'person', personColumns, persons!);
  return ids;
}

async function knownByNumber(tx: Tx, indexes: readonly Buffer[]): Promise<Map<string, Known>> {
  const rows: (Known & { index: string })[] = await tx.query(
    `SELECT id, name, encode(identity_index, 'hex') AS index, false AS open FROM person
     WHERE identity_index = ANY($1) AND identity_exception IS NULL`,
    [indexes],
  );
  return new Map(rows.map((row) => [row.index, row]));
}

/** The members and the representatives of the households of a batch, by household and folded name. */
async function knownByName(tx: Tx, people: readonly KeptPerson[]): Promise<Map<string, Known>> {
  const rows: (Known & { code: string })[] = await tx.query(
    `SELECT h.contractor_code AS code, n.id, n.name, n.identity_sealed IS NULL AS open
     FROM household h JOIN person n ON n.id = h.representative_id
       OR n.id IN (SELECT person_id FROM member WHERE household_id = h.id AND valid_to IS NULL)
     WHERE h.contractor_code = ANY($1) ORDER BY open DESC`,
    [[...new Set(people.map(({ household }) => household))]],
  );
  return new Map(rows.map((row) => [`${row.code} ${folded(row.name)}`, row]));
}

async function complete(tx: Tx, id: string, paper: ReturnType<typeof sealedPaper>): Promise<void> {
  await tx.query(
    `UPDATE person SET identity_kind = $2, identity_sealed = $3, identity_index = $4, born = coalesce($5, born), sex = coalesce($6, sex)
     WHERE id = $1 AND identity_sealed IS NULL`,
    [id, paper.identityKind, paper.identitySealed, paper.identityIndex, paper.born, paper.sex],
  );
}

/** Adds parties of other kinds; the ids come back in the order of the names. */
export async function addParties(
  tx: Tx,
  kind: 'household' | 'body',
  names: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = names.map((name) => [randomUUID(), kind, name, now]);
  await insertMany(tx, 'party', partyColumns, rows);
  return rows.map((row) => row[0] as string);
}
