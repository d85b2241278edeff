import { randomUUID } from 'node:crypto';
import { type Day, sameName } from '#kernel';
import type { Tx } from '#platform';
import { insertMany } from '../insert-many.js';
import type { ImportContext } from './importer.js';

/** A person as a row of the register names them. */
export interface KeptPerson {
  name: string;
  number: string;
  born: Day;
  sex: 'male' | 'female';
  phone: string | null;
}

const partyColumns = { id: 'uuid', kind: 'text', display_name: 'text', created_at: 'timestamptz' };
const personColumns = {
  id: 'uuid',
  name: 'text',
  identity_sealed: 'bytea',
  identity_index: 'bytea',
  phone_sealed: 'bytea',
  born: 'date',
  sex: 'text',
};

/** Finds the persons of a batch by their numbers, and registers those who are new; null for a number under another name. */
export async function registerPeople(
  tx: Tx,
  people: readonly KeptPerson[],
  { vault, now }: ImportContext,
): Promise<(string | null)[]> {
  const indexes = people.map((person) => vault.indexOf(person.number));
  const rows: { id: string; name: string; index: string }[] = await tx.query(
    `SELECT id, name, encode(identity_index, 'hex') AS index FROM person WHERE identity_index = ANY($1) AND identity_exception IS NULL`,
    [indexes],
  );
  const known = new Map(rows.map((row) => [row.index, { id: row.id, name: row.name }]));
  const [parties, persons]: unknown[][][] = [[], []];
  const ids = people.map((person, i) => {
    const index = indexes[i]!;
    const found = known.get(index.toString('hex'));
    if (found) return sameName(found.name, person.name) ? found.id : null;
    const id = randomUUID();
    known.set(index.toString('hex'), { id, name: person.name });
    parties!.push([id, 'person', person.name, now]);
    const phone = person.phone === null ? null : vault.seal('phone', person.phone);
    persons!.push([id, person.name, vault.seal('identity', person.number), index, phone, person.born, person.sex]);
    return id;
  });
  await insertMany(tx, 'party', partyColumns, parties!);
  await insertMany(tx, 'person', personColumns, persons!);
  return ids;
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
