import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, contractCode, reaches } from '#kernel';
import { type Act, Database, type Elsewhere, Files, type Heard, type Reader, type Sound, type Tx } from '#platform';
import { type ChainLink, runContracts } from '../contracts.queries.js';
import type { ExtensionInput } from './contract.input.js';
import { contractProblems, extensionFaults as faults } from './contract.problems.js';
import type { ChainedContract } from './contract.view.js';

/** A contract as its acts know it. */
export interface ContractFacts {
  record: ChainLink & { officeCode: string; issuerCode: string; mode: string; householdId: string | null };
}

const contractSql = `
  SELECT c.id, c.code, g.display_name AS contractor, c.contractor_id AS "contractorId", c.term_from AS "termFrom", c.term_to AS "termTo",
    c.signed_on AS "signedOn", c.area_mu AS "areaMu", coalesce(b.code, c.extends_code) AS follows, i.office_code AS "officeCode",
    c.issuer_code AS "issuerCode", c.mode, h.id AS "householdId"
  FROM contract c JOIN issuer i ON i.code = c.issuer_code JOIN party g ON g.id = c.contractor_id LEFT JOIN household h ON h.id = g.id
    LEFT JOIN contract b ON b.id = c.predecessor_id`;

/** Contracts at the desk: an extension is entered from its paper, one more link of the chain. */
@Injectable()
export class ContractDesk {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<ContractFacts> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('register import'))`);
    return this.found(tx, id, actor);
  }

  async read(id: string, me: Actor): Promise<ContractFacts> {
    return this.found(this.database.reader, id, me);
  }

  async see(id: string, me: Actor): Promise<ChainedContract> {
    return linkOf((await this.read(id, me)).record);
  }

  /** 延包：the next contract of the same household, over the parcels that its contract has to the last. */
  async extend(act: Act, { record }: ContractFacts, input: ExtensionInput): Promise<Elsewhere> {
    const { tx } = act;
    const parcels = await parcelsToTheLast(tx, record);
    const id = randomUUID();
    await tx.query(
      `INSERT INTO contract (id, code, issuer_code, contractor_id, mode, term_from, term_to, signed_on, area_mu, certificate_code, predecessor_id, extends_code, legacy)
       SELECT $2::uuid, $3::text, issuer_code, contractor_id, mode, $4::date, $5::date, $6::date, (SELECT sum(area_mu) FROM contracted_parcel WHERE contract_id = $1 AND parcel_id = ANY($7::uuid[])),
         NULL, $1::uuid, CASE WHEN code = $3::text THEN NULL ELSE code END, $3::text !~ '^[0-9]{18}[JQ]$' FROM contract WHERE id = $1`,
      [record.id, id, codeIn(input.code), input.startsOn, input.endsOn, input.signedOn, parcels.map((each) => each.id)],
    );
    await tx.query(
      `INSERT INTO contracted_parcel (parcel_id, contract_id, area_mu) SELECT parcel_id, $2, area_mu FROM contracted_parcel
       WHERE contract_id = $1 AND parcel_id = ANY($3)`,
      [record.id, id, parcels.map((each) => each.id)],
    );
    await runContracts(
      tx,
      parcels.map((each) => each.id),
      act.today,
    );
    await this.files.attach(act, input.file, { subject: 'contract', subjectId: id, kind: 'contract' });
    await act.note('contract', { id, officeCode: record.officeCode }, { detail: { follows: record.code } });
    const place =
      record.householdId === null
        ? { things: 'register', id: '' }
        : { things: 'register/households', id: record.householdId };
    return { ...place, view: linkOf((await this.found(tx, id, act.actor)).record) };
  }

  async extendFaults({ tx }: Act, { record }: ContractFacts, input: Sound<ExtensionInput>): Promise<Heard[]> {
    return faultsIn(tx, record, input, (await parcelsToTheLast(tx, record)).length);
  }

  private async found(reader: Reader | Tx, id: string, me: Actor): Promise<ContractFacts> {
    const rows: ContractFacts['record'][] = await reader.query(`${contractSql} WHERE c.id = $1`, [id]);
    const [record] = rows;
    if (!record || !reaches(me, record.officeCode)) throw contractProblems.notFound();
    return { record };
  }
}

/** The parcels that a contract has to the last: no later one of theirs has begun. */
const parcelsToTheLast = (tx: Tx, { id, termFrom }: ContractFacts['record']): Promise<{ id: string }[]> =>
  tx.query(
    `SELECT l.parcel_id AS id FROM contracted_parcel l JOIN parcel p ON p.id = l.parcel_id
     WHERE l.contract_id = $1 AND l.left_on IS NULL AND p.contract_id = $1
       AND NOT EXISTS (SELECT FROM contracted_parcel n JOIN contract c ON c.id = n.contract_id
         WHERE n.parcel_id = p.id AND n.left_on IS NULL AND c.term_from > $2) ORDER BY p.id FOR NO KEY UPDATE OF p`,
    [id, termFrom],
  );

const linkOf = ({ id, code, contractor, termFrom, termTo, signedOn, areaMu, follows }: ChainLink): ChainedContract => ({
  ...{ id, code, contractor, termFrom, termTo, signedOn, areaMu, follows },
});

function codeIn(code: string): string {
  const read = contractCode(code);
  return read.kind === 'wrong' ? code : read.code;
}

async function faultsIn(
  tx: Tx,
  record: ContractFacts['record'],
  input: Sound<ExtensionInput>,
  parcels: number,
): Promise<FieldError[]> {
  const { code, startsOn, endsOn } = input;
  const found: FieldError[] = [];
  const fault = (name: keyof ExtensionInput, detail: string): number => found.push({ pointer: `#/${name}`, detail });
  const read = code === undefined ? null : contractCode(code);
  if (read?.kind === 'wrong') fault('code', read.reason);
  const own = code === undefined ? null : codeIn(code);
  const others: { code: string; own: boolean; overlaps: boolean }[] = await tx.query(
    `SELECT code, contractor_id = $2 AS own, predecessor_id = $1 AND contractor_id = $2 AND term_from <= $5 AND term_to >= $4 AS overlaps FROM contract
     WHERE id <> $1 AND (code = $3 OR predecessor_id = $1)`,
    [record.id, record.contractorId, own, startsOn ?? null, endsOn ?? null],
  );
  if (others.some((each) => each.code === own && !each.own)) fault('code', faults.codeTaken);
  const next = others.find((each) => each.overlaps);
  if (next) fault('startsOn', faults.startedLate(next.code));
  if (startsOn && startsOn <= record.termFrom) fault('startsOn', faults.notLater(record.termFrom));
  if (startsOn && endsOn && endsOn < startsOn) fault('endsOn', faults.endsFirst);
  if (parcels === 0) fault('code', faults.noParcels);
  return found;
}
