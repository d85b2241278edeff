import {
  type DataSource,
  type EntityManager,
  EntityNotFoundError,
  type EntityTarget,
  FindOperator,
  type ObjectLiteral,
} from 'typeorm';
import {
  type Condition,
  type Shape,
  countSql,
  deleteSql,
  insertSql,
  readSql,
  shapesOf,
  updateSql,
} from './plain-statements.js';

/** Sends one statement and gives its rows, and how many rows it touched. */
export type Send = (text: string, values?: unknown[]) => Promise<{ rows: ObjectLiteral[]; rowCount: number | null }>;

interface Asked {
  where?: unknown;
  order?: unknown;
  take?: unknown;
  lock?: unknown;
}

type Overridden = Pick<
  EntityManager,
  | 'find'
  | 'findBy'
  | 'findOne'
  | 'findOneBy'
  | 'findOneOrFail'
  | 'findOneByOrFail'
  | 'countBy'
  | 'existsBy'
  | 'create'
  | 'insert'
  | 'update'
  | 'save'
  | 'delete'
>;

/**
 * The same questions and writes as TypeORM's, for tables without relations: their statements are written once and kept, and a
 * row becomes its entity by assignment. TypeORM writes each anew, at three to ten times the cost. What is not plain
 * (an operator beside IsNull and In, a relation, a value that is a function) goes on to TypeORM.
 */
export function plainly(source: DataSource, manager: EntityManager, send: Send, locks: boolean): Overridden {
  const shapes = shapesOf(source);
  const read = async (target: EntityTarget<ObjectLiteral>, asked: Asked, one: boolean): Promise<unknown[] | null> => {
    const shape = shapes(target);
    const condition = shape && conditionOf(shape, asked.where);
    const order = orderOf(asked.order);
    const lock = asked.lock === undefined ? '' : lockOf(asked.lock, locks);
    const known = Object.keys(asked).every((name) => ['where', 'order', 'take', 'lock'].includes(name));
    const limit = limitOf(one ? 1 : asked.take);
    if (!shape || !condition || order === null || lock === null || limit === null || !known) return null;
    const text = readSql(shape, condition, order, `${limit}${lock}`);
    return (await send(text, condition.values)).rows.map((row) => Object.assign(shape.make(), row));
  };
  const findOne = async (target: EntityTarget<ObjectLiteral>, asked: Asked): Promise<unknown> => {
    if (asked.where === undefined) return manager.findOne(target, asked as never);
    const found = await read(target, asked, true);
    return found ? (found[0] ?? null) : manager.findOne(target, asked as never);
  };
  const orFail = async (target: EntityTarget<ObjectLiteral>, asked: Asked): Promise<unknown> => {
    const found = await findOne(target, asked);
    if (found === null) throw new EntityNotFoundError(target, asked.where);
    return found;
  };
  const find = async (target: EntityTarget<ObjectLiteral>, asked: Asked = {}): Promise<unknown> =>
    (await read(target, asked, false)) ?? manager.find(target, asked as never);
  const countBy = async (target: EntityTarget<ObjectLiteral>, where: unknown): Promise<number> => {
    const shape = shapes(target);
    const condition = shape && conditionOf(shape, where);
    if (!shape || !condition) return manager.countBy(target, where as never);
    const { rows } = await send(countSql(shape, condition), condition.values);
    return Number(rows[0]?.['many'] ?? 0);
  };
  return {
    find,
    findBy: (target: EntityTarget<ObjectLiteral>, where: unknown) => find(target, { where }),
    findOne,
    findOneBy: (target: EntityTarget<ObjectLiteral>, where: unknown) => findOne(target, { where }),
    findOneOrFail: orFail,
    findOneByOrFail: (target: EntityTarget<ObjectLiteral>, where: unknown) => orFail(target, { where }),
    countBy,
    existsBy: async (target: EntityTarget<ObjectLiteral>, where: unknown) => (await countBy(target, where)) > 0,
    ...writes(shapes, manager, send),
  } as unknown as Overridden;
}

function writes(
  shapes: (target: EntityTarget<ObjectLiteral>) => Shape | null,
  manager: EntityManager,
  send: Send,
): object {
  return {
    insert: async (target: EntityTarget<ObjectLiteral>, given: ObjectLiteral | ObjectLiteral[]): Promise<unknown> => {
      const shape = shapes(target);
      const rows = Array.isArray(given) ? given : [given];
      const statement = shape && insertSql(shape, rows);
      if (!statement) return manager.insert(target, given);
      const sent = await send(statement.text, statement.values);
      // What the database made up (an id, a sequence) stands in the row afterwards.
      rows.forEach((row, index) => Object.assign(row, sent.rows[index]));
      return { identifiers: [], generatedMaps: sent.rows, raw: sent.rows };
    },
    update: async (target: EntityTarget<ObjectLiteral>, where: unknown, change: ObjectLiteral): Promise<unknown> => {
      const shape = shapes(target);
      const condition = shape && conditionOf(shape, where);
      const statement = shape && condition && updateSql(shape, condition, change);
      if (!statement) return manager.update(target, where as never, change as never);
      const sent = await send(statement.text, statement.values);
      return { affected: sent.rowCount ?? undefined, generatedMaps: [], raw: [] };
    },
    save: async (
      target: EntityTarget<ObjectLiteral>,
      given: ObjectLiteral,
      ...options: unknown[]
    ): Promise<unknown> => {
      const shape = typeof target === 'function' ? shapes(target) : null;
      const key = shape?.madeKey;
      const id: unknown = key && given[key];
      const { [key ?? '']: _, ...rest } = given;
      const where = shape && key && id !== undefined ? conditionOf(shape, { [key]: id }) : null;
      const statement =
        shape && options.length === 0 && !Array.isArray(given) && where && updateSql(shape, where, rest);
      // A row with a key that the database makes up was read from it; if it is not there after all, TypeORM decides.
      if (statement && (await send(statement.text, statement.values)).rowCount === 1) return given;
      return manager.save(target, given as never, ...(options as never[]));
    },
    delete: async (target: EntityTarget<ObjectLiteral>, where: unknown): Promise<unknown> => {
      const shape = shapes(target);
      const condition = shape && conditionOf(shape, where);
      if (!shape || !condition || condition.columns.length === 0) return manager.delete(target, where as never);
      const sent = await send(deleteSql(shape, condition), condition.values);
      return { affected: sent.rowCount, raw: [] };
    },
  };
}

/** Equality with plain values, IsNull and In; null for everything else. */
function conditionOf(shape: Shape, where: unknown): Condition | null {
  if (where === undefined) return { keys: '', columns: [], values: [] };
  if (typeof where !== 'object' || where === null || Array.isArray(where)) return null;
  const columns: Condition['columns'] = [];
  const values: unknown[] = [];
  for (const [property, value] of Object.entries(where)) {
    const test = testOf(value);
    const column = shape.columns.get(property);
    if (!column || !test) return null;
    columns.push({ property, test });
    if (test === 'any') values.push((value as FindOperator<unknown>).value);
    else if (test === 'value') values.push(shape.prepared(value, column));
  }
  return { keys: columns.map(({ property, test }) => `${property}:${test}`).join(), columns, values };
}

function testOf(value: unknown): 'value' | 'null' | 'any' | null {
  if (value instanceof FindOperator) {
    if (value.type === 'isNull') return 'null';
    return value.type === 'in' && Array.isArray(value.value) ? 'any' : null;
  }
  return ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date ? 'value' : null;
}

function limitOf(take: unknown): string | null {
  if (take === undefined) return '';
  return typeof take === 'number' && Number.isInteger(take) && take > 0 ? ` LIMIT ${take}` : null;
}

function orderOf(order: unknown): [string, string][] | null {
  const entries = Object.entries(order ?? {});
  const plain = entries.every(([, way]) => way === 'ASC' || way === 'DESC');
  return plain ? (entries as [string, string][]) : null;
}

/** Only a transaction locks; elsewhere TypeORM says so. */
function lockOf(lock: unknown, locks: boolean): string | null {
  const { mode, ...rest } = lock as { mode?: unknown };
  return locks && mode === 'pessimistic_write' && Object.keys(rest).length === 0 ? ' FOR UPDATE' : null;
}
