import type { FastifyRequest } from 'fastify';

/** Set by the rewrite of `/api/x` to `/x`. */
export const API_HEADER = 'x-asked-as-program';

/** A person gets pages, a program JSON. `/api/…` is always a program; otherwise Accept decides, with JSON the default. */
export function isPerson(request: Pick<FastifyRequest, 'headers'>): boolean {
  if (request.headers[API_HEADER] !== undefined) return false;
  return (request.headers.accept ?? '').includes('text/html');
}

/** `/api/x` is `/x` asked for by a program. One line of the whole two-faced design lives here. */
export function rewriteApi(request: {
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}): string {
  const url = request.url ?? '/';
  delete request.headers[API_HEADER];
  if (url !== '/api' && !url.startsWith('/api/')) return url;
  if (/^\/api\/(openapi\.json|docs)(\?|$)/.test(url)) return url;
  request.headers[API_HEADER] = 'yes';
  return url.slice(4) || '/';
}
