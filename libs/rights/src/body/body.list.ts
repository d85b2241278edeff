import { bodyKinds } from '#parties';
import { List, type Reader, type Tx, beginning, column, maybe, named, under } from '#platform';
import { bodyLabels } from './body.words.js';

export const bodyListOffice = 'coalesce(b.office_code, i.office_code)';
const from = 'body b LEFT JOIN issuer i ON i.code = left(b.contractor_code, 14)';

/** The bodies of the villages: those that contract land, and the collectives themselves. */
export const bodyList = new List({
  name: 'bodies',
  at: '/register/bodies',
  from,
  where: `${bodyListOffice} IS NOT NULL`,
  id: 'b.id',
  fields: {
    id: column.text('b.id'),
    name: column.text('b.name'),
    kind: column.code('b.kind', bodyKinds),
    officeCode: column.text(bodyListOffice),
    contractorCode: maybe(column.text('b.contractor_code')),
    creditCode: maybe(column.text('b.credit_code')),
    oldCode: maybe(column.text('b.old_code')),
  },
  filters: { status: named({ uncoded: 'b.credit_code IS NULL' }), office: under(bodyListOffice) },
  sorts: { name: { sql: 'b.name COLLATE "C"', type: 'text' } },
  words: {
    where: (word, say) => {
      const code = say(beginning(word.toUpperCase()));
      return `(search_plain(b.name) LIKE ${say(beginning(word))} OR b.credit_code LIKE ${code} OR b.contractor_code LIKE ${code} OR b.old_code LIKE ${code})`;
    },
  },
  labels: bodyLabels,
  chips: { filter: 'status' },
  sheet: [
    { field: 'name', width: 28 },
    { field: 'kind', width: 20 },
    { field: 'place', width: 24 },
    { field: 'contractorCode', width: 22 },
    { field: 'creditCode', width: 24 },
    { field: 'oldCode', width: 22 },
  ],
});

/** Office of the village that a body belongs to or contracts with; null for one that belongs to no village. */
export async function bodyOffice(reader: Reader | Tx, id: string): Promise<string | null> {
  const rows: { code: string | null }[] = await reader.query(
    `SELECT ${bodyListOffice} AS code FROM ${from} WHERE b.id = $1`,
    [id],
  );
  return rows[0]?.code ?? null;
}
