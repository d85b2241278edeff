import { contractorCode, folded } from '#kernel';
import { identityKey } from '#parties';
import { insertMany } from '../insert-many.js';
import { type Outcome, bad } from './fault.js';
import { Fields } from './fields.js';
import { rowFaults } from './import.problems.js';
import { type Importer, lookUp } from './importer.js';
import { type KeptPerson, registerPeople } from './people.js';

interface KeptMember {
  household: string;
  person: KeptPerson;
  relation: string;
  coRight: boolean;
  note: string | null;
}

interface KnownMember {
  code: string;
  id: string;
  relation: string;
  coRight: boolean;
  note: string | null;
}

const columns = { household_id: 'uuid', person_id: 'uuid', relation: 'text', co_right: 'boolean', note_code: 'text' };

/** 家庭成员 (B.4). */
export const members: Importer<KeptMember> = {
  kind: 'CBF_JTCY',
  needs: ['CBFBM', 'CYXM'],
  read(row, today) {
    const fields = new Fields(row);
    const household = fields.code('CBFBM', contractorCode);
    const name = fields.name('CYXM', '成员姓名', 'person');
    const sex = fields.among('CYXB', '性别', ['1', '2']);
    const identity = fields.identity('CYZJHM', 'CYZJLX', today);
    if (identity.sex !== null && (identity.sex === 'male') !== (sex === '1') && sex !== '')
      fields.fault('CYXB', '性别与身份证号第 17 位不符');
    const relation = fields.text('YHZGX', '与户主关系', 2);
    if (relation !== '' && !/^\d{2}$/.test(relation)) fields.fault('YHZGX', '与户主关系应为两位代码（GB/T 4761）');
    const coRight = fields.yes('SFGYR', '是否共有人', '1');
    const note =
      fields.optional('CYBZ') === ''
        ? null
        : fields.among('CYBZ', '成员备注', ['1', '2', '3', '4', '5', '6', '7', '8']);
    const paper = { ...identity, sex: sex === '2' ? ('female' as const) : ('male' as const) };
    const person = { name, paper, household, phone: null };
    const { faults, legacyReason } = fields;
    const [number, named] = [identityKey(name, identity), `${household} ${folded(name)}`];
    return {
      kept: { household, person, relation, coRight, note },
      key: number === null ? `${named} ${relation}` : `${household} ${number}`,
      keyField: 'CYZJHM',
      alike: { key: named, open: number === null },
      faults,
      legacyReason,
    };
  },
  async write(tx, batch, context) {
    const households = await lookUp<{ code: string; id: string }>(
      tx,
      'SELECT contractor_code AS code, id FROM household WHERE contractor_code = ANY($1)',
      batch.map((row) => row.household),
    );
    const outcomes: Outcome[] = batch.map((row) =>
      households.has(row.household)
        ? { result: 'unchanged' }
        : bad('CBFBM', `承包方 ${row.household} 没有登记，请先导入承包方（CBF）`),
    );
    const places = batch.flatMap((_, i) => (outcomes[i]!.result === 'bad' ? [] : [i]));
    const people = await registerPeople(
      tx,
      places.map((i) => batch[i]!.person),
      context,
    );
    const known = await lookUp<KnownMember>(
      tx,
      `SELECT household_id || ' ' || person_id AS code, id, relation, co_right AS "coRight", note_code AS note FROM member
       WHERE household_id = ANY($1) AND valid_to IS NULL`,
      [...households.values()].map((row) => row.id),
    );
    const fresh: unknown[][] = [];
    for (const [n, i] of places.entries()) {
      const row = batch[i]!;
      const personId = people[n];
      if (personId === null || personId === undefined) {
        outcomes[i] = bad('CYZJHM', rowFaults.anotherHas);
        continue;
      }
      const householdId = households.get(row.household)!.id;
      const found = known.get(`${householdId} ${personId}`);
      if (!found) fresh.push([householdId, personId, row.relation, row.coRight, row.note]);
      else if (found.relation === row.relation && found.coRight === row.coRight && found.note === row.note) continue;
      else
        await tx.query('UPDATE member SET relation = $2, co_right = $3, note_code = $4 WHERE id = $1', [
          found.id,
          row.relation,
          row.coRight,
          row.note,
        ]);
      outcomes[i] = { result: found ? 'changed' : 'added' };
    }
    await insertMany(tx, 'member', columns, fresh);
    return outcomes;
  },
};
