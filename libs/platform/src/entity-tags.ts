import { generalProblems } from './general.problems.js';

// A record's tag says which record and which revision of it (RFC 9110, section 8.8.3).

export function tagOf({ id, revision }: { id?: unknown; revision: number }): string {
  return typeof id === 'string' ? `"${id}.${revision}"` : `"${revision}"`;
}

/** The tags of an If-Match, without quotes; null where it asks for nothing. @throws Problem for what is no list of tags. */
export function tagsOf(header: string | undefined): readonly string[] | null {
  const text = (header ?? '').trim();
  if (header === undefined || text === '*') return null;
  if (!/^(?:(?:W\/)?"[^"\s]*"\s*(?:,\s*|$))+$/.test(text) || text.endsWith(',')) throw generalProblems.tag();
  return [...text.matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? '');
}

/** Whether one of the tags is that of a record as it stands; its bare revision, as its JSON says it, will do. */
export function isTagged(tags: readonly string[], { id, revision }: { id: string; revision: number }): boolean {
  return tags.includes(`${id}.${revision}`) || tags.includes(String(revision));
}
