import type { ColumnType, DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** A table as its statements need it, and those that were written already. */
export interface Shape {
  table: string;
  columns: ReadonlyMap<string, ColumnMetadata>;
  kept: Map<string, string>;
  /** The one key that the database makes up, if there is one. */
  madeKey: string | null;
  make(): ObjectLiteral;
  /** A value as the driver takes it. */
  prepared(value: unknown, column: ColumnMetadata): unknown;
}

/** A condition: its text is kept under `keys`, its values come anew. */
export interface Condition {
  keys: string;
  columns: { property: string; test: 'value' | 'null' | 'any' }[];
  values: unknown[];
}

/** Types whose values the driver gives and takes as the entities hold them. */
const plainTypes = new Set<ColumnType>([
  ...(['uuid', 'text', 'varchar', 'char', 'int', 'smallint', 'bigint', 'numeric', 'boolean'] as const),
  ...(['timestamptz', 'date', 'daterange', 'tstzrange', 'jsonb', 'bytea'] as const),
]);

/** Longer lists are written by TypeORM: a statement of their length would hardly be asked twice. */
const mostRows = 50;

type Shapes = Map<EntityTarget<ObjectLiteral>, Shape | null>;

/** A process keeps its statements as long as it works on a database. */
const known = new WeakMap<DataSource, Shapes>();

/** The shape of an entity; null where a relation, an embedded class or a type asks for TypeORM itself. */
export function shapesOf(source: DataSource): (target: EntityTarget<ObjectLiteral>) => Shape | null {
  const shapes: Shapes = known.get(source) ?? new Map();
  known.set(source, shapes);
  return (target) => {
    let shape = shapes.get(target);
    if (shape === undefined) shapes.set(target, (shape = shapeOf(source, source.getMetadata(target))));
    return shape;
  };
}

function shapeOf(source: DataSource, metadata: EntityMetadata): Shape | null {
  const { relations, embeddeds, target, tableName } = metadata;
  // What the database alone fills in and looks at (words of a search) is nobody's here.
  const columns = metadata.columns.filter(({ isSelect, isInsert, isUpdate }) => isSelect || isInsert || isUpdate);
  const plain = columns.every((column) => plainTypes.has(column.type) && column.isSelect && !column.transformer);
  if (!plain || relations.length > 0 || embeddeds.length > 0 || typeof target !== 'function') return null;
  const entity = target as new () => ObjectLiteral;
  const [made, ...others] = metadata.primaryColumns;
  return {
    table: `"${tableName}"`,
    columns: new Map(columns.map((column) => [column.propertyName, column])),
    kept: new Map(),
    madeKey: made?.isGenerated && others.length === 0 ? made.propertyName : null,
    make: () => new entity(),
    prepared: (value, column) => source.driver.preparePersistentValue(value, column),
  };
}

/** The statement under its key, written if it is asked for the first time. */
function keep(shape: Shape, key: string, write: () => string): string {
  let text = shape.kept.get(key);
  if (text === undefined) shape.kept.set(key, (text = write()));
  return text;
}

const nameIn = (shape: Shape, property: string): string => `"${shape.columns.get(property)?.databaseName ?? property}"`;

/** `WHERE` of a condition, its values from `$first` on. */
function whereOf(shape: Shape, { columns }: Condition, first = 1): string {
  let number = first;
  const tests = columns.map(({ property, test }) => {
    const name = nameIn(shape, property);
    if (test === 'null') return `${name} IS NULL`;
    const value = `$${number++}`;
    return test === 'any' ? `${name} = ANY (${value})` : `${name} = ${value}`;
  });
  return tests.length > 0 ? ` WHERE ${tests.join(' AND ')}` : '';
}

export function readSql(shape: Shape, condition: Condition, order: readonly [string, string][], end: string): string {
  const key = `read ${condition.keys} ${order.join()} ${end}`;
  return keep(shape, key, () => {
    const columns = [...shape.columns.keys()].map((property) => `${nameIn(shape, property)} AS "${property}"`);
    const sorted = order.map(([property, way]) => `${nameIn(shape, property)} ${way}`);
    const by = sorted.length > 0 ? ` ORDER BY ${sorted.join(', ')}` : '';
    return `SELECT ${columns.join(', ')} FROM ${shape.table}${whereOf(shape, condition)}${by}${end}`;
  });
}

export function countSql(shape: Shape, condition: Condition): string {
  const from = () => `SELECT count(*) AS many FROM ${shape.table}${whereOf(shape, condition)}`;
  return keep(shape, `count ${condition.keys}`, from);
}

export function deleteSql(shape: Shape, condition: Condition): string {
  return keep(shape, `delete ${condition.keys}`, () => `DELETE FROM ${shape.table}${whereOf(shape, condition)}`);
}

interface Statement {
  text: string;
  values: unknown[];
}

/** What a row sets: its own columns that are not undefined; null if one of them is an expression. */
function set(shape: Shape, row: ObjectLiteral): [string, unknown][] | null {
  const found: [string, unknown][] = [];
  for (const [property, value] of Object.entries(row)) {
    if (value === undefined) continue;
    const column = shape.columns.get(property);
    if (!column || typeof value === 'function') return null;
    found.push([property, shape.prepared(value, column)]);
  }
  return found;
}

export function updateSql(shape: Shape, condition: Condition, change: ObjectLiteral): Statement | null {
  const changes = set(shape, change);
  if (!changes || changes.length === 0 || condition.columns.length === 0) return null;
  const names = changes.map(([property]) => property);
  const text = keep(shape, `update ${names.join()} ${condition.keys}`, () => {
    const assigned = names.map((property, index) => `${nameIn(shape, property)} = $${index + 1}`);
    return `UPDATE ${shape.table} SET ${assigned.join(', ')}${whereOf(shape, condition, names.length + 1)}`;
  });
  return { text, values: [...changes.map(([, value]) => value), ...condition.values] };
}

/** Rows that set the same columns; what they leave out and the database makes up comes back. */
export function insertSql(shape: Shape, rows: readonly ObjectLiteral[]): Statement | null {
  const sets = rows.map((row) => set(shape, row));
  const names = sets[0]?.map(([property]) => property) ?? [];
  const same = sets.every((each) => each?.map(([property]) => property).join() === names.join());
  if (!same || names.length === 0 || rows.length > mostRows) return null;
  const text = keep(shape, `insert ${names.join()} ${rows.length}`, () => {
    const into = names.map((property) => nameIn(shape, property)).join(', ');
    const tuples = rows.map((_, row) => `(${names.map((__, at) => `$${row * names.length + at + 1}`).join(', ')})`);
    const made = [...shape.columns.values()].filter((each) => each.isGenerated && !names.includes(each.propertyName));
    const back = made.map((column) => `"${column.databaseName}" AS "${column.propertyName}"`);
    const returning = back.length > 0 ? ` RETURNING ${back.join(', ')}` : '';
    return `INSERT INTO ${shape.table} (${into}) VALUES ${tuples.join(', ')}${returning}`;
  });
  return { text, values: sets.flatMap((each) => (each ?? []).map(([, value]) => value)) };
}
