import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, addMu, problem } from '#kernel';
import { PartiesService, Vault } from '#parties';
import { type Act, Acts, CONFIG, type Config, Database } from '#platform';
import { polygonText } from '../portions.js';
import { boxOf, flatRing } from '../shape/ring.js';
import { madeUpOperators, villageBody } from './bodies.js';
import { type Columns, insertMany } from '../insert-many.js';
import { type MadeUpHousehold, type MadeUpParcel, type MadeUpVillage, generateVillage } from './village.js';

export const trainingProblems = {
  notHere: problem('training-only', 403, '只有演练平台能生成假登记簿'),
};

export interface VillagePlace {
  /** Twelve digits, as the register of the village is numbered. */
  code: string;
  name: string;
  /** Today's office that answers for it, if a merger has moved it. */
  officeCode?: string;
}

export interface Generated {
  villages: number;
  households: number;
  people: number;
  parcels: number;
}

// Names of columns and their types, as `unnest` takes them.
// prettier-ignore
const tables = {
  party: { id: 'uuid', kind: 'text', display_name: 'text', created_at: 'timestamptz' },
  person: { id: 'uuid', name: 'text', identity_sealed: 'bytea', identity_index: 'bytea', phone_sealed: 'bytea', born: 'date', sex: 'text' },
  household: { id: 'uuid', contractor_code: 'text', issuer_code: 'text', office_code: 'text', born_office_code: 'text', address: 'text', representative_id: 'uuid', legacy: 'boolean' },
  member: { household_id: 'uuid', person_id: 'uuid', relation: 'text', co_right: 'boolean', note_code: 'text' },
  contract: { id: 'uuid', code: 'text', issuer_code: 'text', contractor_id: 'uuid', mode: 'text', term_from: 'date', term_to: 'date', signed_on: 'date', area_mu: 'numeric', certificate_code: 'text', predecessor_id: 'uuid', legacy: 'boolean' },
  parcel: { id: 'uuid', code: 'text', issuer_code: 'text', contract_id: 'uuid', name: 'text', east: 'text', south: 'text', west: 'text', north: 'text', contract_mu: 'numeric', measured_mu: 'numeric', ownership: 'text', category: 'text', land_class: 'text', grade: 'text', land_use: 'text', basic_farmland: 'boolean', office_code: 'text', born_office_code: 'text', legacy: 'boolean' },
  contracted_parcel: { parcel_id: 'uuid', contract_id: 'uuid', area_mu: 'numeric' },
  parcel_shape: { parcel_id: 'uuid', version: 'int', rings: 'text', outline: 'polygon', west: 'float8', south: 'float8', east: 'float8', north: 'float8', area_m2: 'numeric', source: 'text', current: 'boolean', recorded_at: 'timestamptz', overlaps_known: 'boolean' },
} as const satisfies Record<string, Columns>;
type Table = keyof typeof tables;
type Batch = Record<Table, unknown[][]>;

/** Fills the register of a training county with people and land that belong to nobody. Cases are never made here. */
@Injectable()
export class TrainingRegister {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly acts: Acts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Spreads so many households over the villages, a transaction for each. A village that has a register is left alone,
   * so running it again adds and never breaks.
   */
  async fill(
    places: readonly VillagePlace[],
    households: number,
    seed: string,
    told: (done: Generated) => void = () => undefined,
  ): Promise<Generated> {
    if (this.config.mode !== 'training') throw trainingProblems.notHere();
    const known = new Set(
      (await this.database.ask<{ code: string }>('SELECT code FROM issuer')).map((row) => row.code),
    );
    const total: Generated = { villages: 0, households: 0, people: 0, parcels: 0 };
    let writing = Promise.resolve();
    for (const [i, place] of places.entries()) {
      const share = Math.floor(((i + 1) * households) / places.length) - Math.floor((i * households) / places.length);
      if (share === 0 || known.has(`${place.code}00`)) continue;
      // The next village is made up while the database writes the last one.
      const village = generateVillage({ divisionCode: place.code, villageName: place.name, households: share, seed });
      const officeCode = place.officeCode ?? place.code;
      const batch = this.batchOf(village, officeCode);
      await writing;
      writing = this.acts.byClock((act) => this.write(act, village, officeCode, batch));
      writing.catch(() => undefined);
      total.villages += 1;
      total.households += share;
      total.people += batch.person.length;
      total.parcels += batch.parcel.length;
      told(total);
    }
    await writing;
    return total;
  }

  /** Operators who can take land in; they are registered like any other body. */
  async addOperators(act: Act, count: number, seed: string): Promise<string[]> {
    if (this.config.mode !== 'training') throw trainingProblems.notHere();
    const ids: string[] = [];
    for (const operator of madeUpOperators(this.config.county.name, count, seed)) {
      const body = await this.parties.registerBody(act, {
        ...operator,
        address: `${this.config.county.name}（演练地址）`,
      });
      ids.push(body.id);
    }
    return ids;
  }

  private batchOf(village: MadeUpVillage, officeCode: string): Batch {
    const batch = Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as Batch;
    const now = this.clock.now();
    for (const household of village.households) {
      this.addHousehold(batch, household, village.issuer.code, officeCode, village.divisionCode, now);
    }
    const common = { issuerCode: village.issuer.code, contractId: null, officeCode, bornCode: village.divisionCode };
    for (const parcel of village.common) addParcel(batch, parcel, common, now);
    return batch;
  }

  private async write(act: Act, village: MadeUpVillage, officeCode: string, batch: Batch): Promise<void> {
    const { tx } = act;
    const { issuer, divisionCode } = village;
    const body = villageBody(divisionCode, village.villageName, 'collective');
    const owner = await this.parties.registerBody(act, { ...body, address: village.villageName });
    await tx.query('UPDATE body SET office_code = $2 WHERE id = $1', [owner.id, officeCode]);
    await tx.query(
      `INSERT INTO issuer (code, name, head, office_code, born_office_code, body_id, legacy) VALUES ($1, $2, $3, $4, $5, $6, false)`,
      [issuer.code, owner.name, owner.legalRepresentative, officeCode, divisionCode, owner.id],
    );
    for (const name of Object.keys(tables) as Table[]) await insertMany(tx, name, tables[name], batch[name]);
  }

  private addHousehold(
    batch: Batch,
    made: MadeUpHousehold,
    issuerCode: string,
    officeCode: string,
    bornCode: string,
    now: Date,
  ): void {
    const [householdId, contractId] = [randomUUID(), randomUUID()];
    batch.party.push([householdId, 'household', `${made.members[0]!.name}户`, now]);
    const [head = null] = this.addPeople(batch, made, householdId, now);
    batch.household.push([
      householdId,
      made.contractorCode,
      issuerCode,
      officeCode,
      bornCode,
      made.address,
      head,
      false,
    ]);
    const area = addMu(...made.parcels.map((parcel) => parcel.contractMu));
    const contracts = [
      { id: contractId, predecessor: null as string | null, from: made.from, to: made.to, signedOn: made.signedOn },
    ];
    if (made.extension) contracts.push({ id: randomUUID(), predecessor: contractId, ...made.extension });
    for (const { id, predecessor, from, to, signedOn } of contracts)
      // prettier-ignore
      batch.contract.push([
        id, made.contractCode, issuerCode, householdId, '110', from, to, signedOn, area, made.contractCode, predecessor, false,
      ]);
    for (const parcel of made.parcels) {
      const parcelId = addParcel(batch, parcel, { issuerCode, contractId, officeCode, bornCode }, now);
      for (const { id } of contracts) batch.contracted_parcel.push([parcelId, id, parcel.contractMu]);
    }
  }

  /** The members of a household; answers their ids, the representative's first. */
  private addPeople(batch: Batch, made: MadeUpHousehold, householdId: string, now: Date): string[] {
    return made.members.map((member, i) => {
      const id = randomUUID();
      const sealed = this.vault.seal('identity', member.identityNumber);
      const index = this.vault.indexOf(member.identityNumber);
      const phone = i === 0 ? this.vault.seal('phone', made.phone) : null;
      batch.party.push([id, 'person', member.name, now]);
      batch.person.push([id, member.name, sealed, index, phone, member.born, member.sex]);
      batch.member.push([householdId, id, member.relation, member.coRight, member.note]);
      return id;
    });
  }
}

/** A parcel of a household, or (`contractId` null) of the collective itself: reserve land, category 22 of NY/T 2539. */
function addParcel(
  batch: Batch,
  p: MadeUpParcel,
  of: { issuerCode: string; contractId: string | null; officeCode: string; bornCode: string },
  now: Date,
): string {
  const parcelId = randomUUID();
  const box = boxOf(p.shape);
  // prettier-ignore
  batch.parcel.push([
    parcelId, p.code, of.issuerCode, of.contractId, p.name, p.east, p.south, p.west, p.north, p.contractMu, p.measuredMu,
    '32', of.contractId === null ? '22' : '10', p.landClass, p.grade, p.use, p.basicFarmland, of.officeCode, of.bornCode, false,
  ]);
  const outline = polygonText(flatRing(p.shape[0]!));
  // Made-up land tiles, which its own spec measures: nothing of it lies over anything.
  // prettier-ignore
  batch.parcel_shape.push([
    parcelId, 1, JSON.stringify(p.shape), outline, box.west, box.south, box.east, box.north, p.measuredM2, 'training', true, now, true,
  ]);
  return parcelId;
}
