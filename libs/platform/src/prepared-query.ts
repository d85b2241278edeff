import pg from 'pg';

/** A statement with its name. */
export interface Named {
  name: string;
  text: string;
  values: unknown[];
  rowMode?: 'array';
}

/** What the driver knows of a result before its rows come. */
interface Columns {
  fields: unknown[];
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}

/** The driver's connection, as far as a statement speaks to it. */
interface Wire {
  bind(asked: { statement: string; values: unknown[]; valueMapper: unknown }): void;
  execute(asked: { portal: string }): void;
  sync(): void;
}

/** The driver's own statement; its types leave out what it is made of. */
interface Statement {
  name: string;
  values: unknown[];
  _result: Columns;
  _accumulateRows: boolean;
  prepare(wire: Wire): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}

const driver = pg.Query.prototype as unknown as Statement;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: unknown } }).utils;

/** Columns by the name of a statement; null for one that answers no rows. */
const described = new WeakMap<Wire, Map<string, Columns | null>>();

function columnsOn(wire: Wire): Map<string, Columns | null> {
  const known = described.get(wire) ?? new Map<string, Columns | null>();
  described.set(wire, known);
  return known;
}

function prepare(this: Statement, wire: Wire): void {
  const known = columnsOn(wire).get(this.name);
  if (known === undefined) return driver.prepare.call(this, wire);
  try {
    wire.bind({ statement: this.name, values: this.values, valueMapper: prepareValue });
  } catch {
    return driver.prepare.call(this, wire); // Which tells whoever asked.
  }
  if (known) Object.assign(this._result, known);
  this._accumulateRows = true;
  wire.execute({ portal: '' });
  wire.sync();
}

function handleCommandComplete(this: Statement, message: unknown, wire: Wire): void {
  const known = columnsOn(wire);
  if (!known.has(this.name)) {
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result;
    known.set(this.name, fields.length > 0 ? { fields, _parsers, _prebuiltEmptyResultObject } : null);
  }
  driver.handleCommandComplete.call(this, message, wire);
}

/**
 * A named statement. The columns of its result cannot change while it is prepared, so PostgreSQL describes them once on a
 * connection: of a short answer their names were half the bytes, and reading them most of the driver's work.
 */
export class PreparedQuery extends pg.Query {
  constructor(asked: Named) {
    // The driver copies what comes as an object, property by property.
    if (asked.rowMode === undefined) super(asked.text, asked.values);
    else super(asked);
    Object.assign(this, { name: asked.name });
  }
}

Object.assign(PreparedQuery.prototype, { prepare, handleCommandComplete });
