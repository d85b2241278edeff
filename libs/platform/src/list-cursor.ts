import { isDay } from '#kernel';

const moment = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:[0-5]\d)?)$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => uuid.test(text);

/** Moment (or infinity) and id behind which a list goes on; null, for its beginning, if somebody typed another text. */
export function listCursor(after: string | undefined): readonly [moment: string, id: string] | null {
  const [key = '', id = '', more] = (after ?? '').split(/[_~]/);
  const found = key === 'infinity' || key === '-infinity' || isDay(moment.exec(key)?.[1]);
  return found && isUuid(id) && more === undefined ? [key, id] : null;
}
