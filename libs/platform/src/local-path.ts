import type { FastifyRequest } from 'fastify';

/** A path of this site, or null: a link may not send people who just signed in somewhere else. */
export function localPath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value)) return null;
  return URL.canParse(value, 'http://here.invalid') && new URL(value, 'http://here.invalid').host === 'here.invalid'
    ? value
    : null;
}

/** The page of this site that sent the request, or null: what a browser says of it is a stranger's word too. */
export function pageBefore({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.host === host ? localPath(url.pathname + url.search) : null;
}
