import { ImportsService } from '#rights';
import type { Given } from './given.js';
import { csvOf } from './register-files.js';

type Row = Record<string, string>;

/** A row of CBDKXX for a parcel of the training county, as its register has it, with some of it changed. */
export async function linkRow(given: Given, parcel: string, changes: Row = {}): Promise<Row> {
  const [row] = await given.exchange.database.ask<Row>(
    `SELECT p.code AS "DKBM", p.issuer_code AS "FBFBM", h.contractor_code AS "CBFBM", c.code AS "CBHTBM", p.contract_mu::text AS "HTMJM",
       c.certificate_code AS "CBJYQZBM"
     FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id WHERE p.code = $1`,
    [parcel],
  );
  return { ...row!, ...changes };
}

/** A row of CBHT for a contract of the training county, the first under its code. */
export async function contractRow(given: Given, code: string, changes: Row = {}): Promise<Row> {
  const [row] = await given.exchange.database.ask<Row>(
    `SELECT c.code AS "CBHTBM", c.issuer_code AS "FBFBM", h.contractor_code AS "CBFBM", c.mode AS "CBFS", c.term_from::text AS "CBQXQ",
       c.term_to::text AS "CBQXZ", c.area_mu::text AS "HTZMJM", c.signed_on::text AS "QDSJ", '' AS "YCBHTBM"
     FROM contract c JOIN household h ON h.id = c.contractor_id WHERE c.code = $1 ORDER BY c.term_from LIMIT 1`,
    [code],
  );
  return { ...row!, ...changes };
}

/** The contract of another household of the same village: its code, and that of the household. */
export async function otherContract(given: Given, parcel: string): Promise<{ CBHTBM: string; CBFBM: string }> {
  const [row] = await given.exchange.database.ask<{ CBHTBM: string; CBFBM: string }>(
    `SELECT c.code AS "CBHTBM", h.contractor_code AS "CBFBM" FROM parcel p JOIN contract own ON own.id = p.contract_id
       JOIN contract c ON c.issuer_code = own.issuer_code AND c.contractor_id <> own.contractor_id AND c.ends_on > '2040-01-01'
       JOIN household h ON h.id = c.contractor_id WHERE p.code = $1 ORDER BY c.code LIMIT 1`,
    [parcel],
  );
  return row!;
}

/** How a file of the register ended. */
export interface Taken {
  id: string;
  status: string;
  added: number;
  changed: number;
  unchanged: number;
  bad: number;
  held: number;
  rows: { field: string; reason: string }[];
}

/** The administrator hands in a table and looks at what it would do. */
export async function tryOut(given: Given, rows: readonly Row[]): Promise<Taken> {
  const file = new File([csvOf(rows)], '登记簿.csv');
  const answer = await given.as('administrator').send('/register/imports', { file });
  const { id } = answer.json<{ id: string }>();
  await given.exchange.app.get(ImportsService).settled(id);
  return given.as('administrator').get<Taken>(`/register/imports/${id}`);
}

/** The same, and takes it in. */
export async function takeIn(given: Given, rows: readonly Row[]): Promise<Taken> {
  const { id } = await tryOut(given, rows);
  await given.as('administrator').post(`/register/imports/${id}/run`);
  await given.exchange.app.get(ImportsService).settled(id);
  return given.as('administrator').get<Taken>(`/register/imports/${id}`);
}
