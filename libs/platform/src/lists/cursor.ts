import { isDay } from '#kernel';
import { listProblems } from './list.problems.js';

/** The row behind which a page begins: its key in the list's order, as the database writes it, and its id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** What the keys of an order are. */
export type KeyType = 'date' | 'timestamptz' | 'text' | 'numeric';

/** Whether a text is the id of a record. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What the ids of a list's rows are. */
export type IdType = 'uuid' | 'bigint';

const identified: Readonly<Record<IdType, (id: string) => boolean>> = {
  uuid: isUuid,
  bigint: (id) => /^\d{1,18}$/.test(id),
};
const moment = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+08$/;
const written: Readonly<Record<KeyType, (key: string) => boolean>> = {
  date: isDay,
  timestamptz: (key) => key === 'infinity' || key === '-infinity' || isDay(moment.exec(key)?.[1]),
  text: (key) => key.length <= 200,
  numeric: (key) => /^-?\d{1,18}(\.\d{1,6})?$/.test(key),
};

/** A cursor: it names the list and the order it belongs to. */
export function cursorOf(list: string, sort: string, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([list, sort, key, id])).toString('base64url');
}

/** The place a cursor stands for. Throws `list-cursor` for one of another list or order, and for what is none. */
export function placeOf(list: string, sort: string, type: KeyType, cursor: string, idType: IdType = 'uuid'): Place {
  const [ofList, ofSort, key, id, more] = partsOf(cursor);
  const ours = ofList === list && ofSort === sort && more === undefined;
  if (!ours || typeof key !== 'string' || typeof id !== 'string' || !identified[idType](id) || !written[type](key))
    throw listProblems.cursor({ errors: [{ pointer: '#/after', detail: listProblems.cursor().title }] });
  return { key, id };
}

function partsOf(cursor: string): unknown[] {
  if (!/^[\w-]{8,600}$/.test(cursor)) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? (parts as unknown[]) : [];
  } catch {
    return [];
  }
}
