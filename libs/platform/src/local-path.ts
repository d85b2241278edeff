/** A path of this site, or null: a link may not send people who just signed in somewhere else. */
export function localPath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value)) return null;
  return URL.canParse(value, 'http://here.invalid') && new URL(value, 'http://here.invalid').host === 'here.invalid'
    ? value
    : null;
}
