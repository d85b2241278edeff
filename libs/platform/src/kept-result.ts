import { instant } from '#kernel';
import { seal, unseal } from './access/secrets.js';

/** Longer results are not kept: who repeats such an act is told that it was done. */
const longest = 256 * 1024;

/** What cannot be put back together from its text. */
class Unkeepable extends Error {}

type Tagged = { $: 'date' | 'set' | 'map' | 'undefined'; of: unknown };

/**
 * Seals what a transaction came to, so that a repeat of its request goes on from there. Of the facts of a record only the
 * record is kept: all else is read anew. Empty if it cannot be kept.
 */
export function keepResult(key: Buffer, result: unknown, belongsTo: string): string {
  try {
    const text = JSON.stringify(encode(recordOnly(result)));
    return text.length > longest ? '' : seal(key, text, belongsTo);
  } catch (error) {
    if (error instanceof Unkeepable) return '';
    throw error;
  }
}

/** The result again; undefined as a whole if it was not kept or the key has changed. */
export function openResult(key: Buffer, kept: string, belongsTo: string): { value: unknown } | undefined {
  if (kept === '') return undefined;
  try {
    return { value: decode(JSON.parse(unseal(key, kept, belongsTo))) };
  } catch {
    return undefined;
  }
}

function recordOnly(result: unknown): unknown {
  const record = (result as { record?: { id?: unknown } } | null | undefined)?.record;
  return typeof record?.id === 'string' ? { record } : result;
}

function encode(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined', of: null };
  if (typeof value === 'bigint' || Buffer.isBuffer(value)) throw new Unkeepable();
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $: 'date', of: value.toISOString() };
  if (value instanceof Set) return { $: 'set', of: [...value].map((each) => encode(each)) };
  if (value instanceof Map) return { $: 'map', of: [...value].map((each) => encode(each)) };
  if (Array.isArray(value)) return value.map((each) => encode(each));
  const entries = Object.entries(value).filter(([, each]) => typeof each !== 'function' && each !== undefined);
  return Object.fromEntries(entries.map(([name, each]) => [name, encode(each)]));
}

function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => decode(each));
  if (!('$' in value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, decode(each)]));
  const { $, of } = value as Tagged;
  if ($ === 'undefined') return undefined;
  if ($ === 'date') return instant(of as string);
  const many = (of as unknown[]).map((each) => decode(each));
  return $ === 'set' ? new Set(many) : new Map(many as [unknown, unknown][]);
}
