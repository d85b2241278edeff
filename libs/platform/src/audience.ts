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
  const url = readable(request.url ?? '/');
  delete request.headers[API_HEADER];
  if (url !== '/api' && !url.startsWith('/api/')) return url;
  if (/^\/api\/(openapi\.json|docs)(\?|$)/.test(url)) return url;
  request.headers[API_HEADER] = 'yes';
  return url.slice(4) || '/';
}

/** The router's own limit of a path's part, told there. */
export const longestPart = 200;

/** A path that cannot be read, or that holds a NUL or an endless word, is the path of nothing: it gets the answer of every unknown page. */
function readable(url: string): string {
  const end = url.search(/[?#;]/);
  const path = end < 0 ? url : url.slice(0, end);
  try {
    const parts = decodeURIComponent(path).split('/');
    return parts.some((part) => part.includes('\0') || part.length > longestPart) ? unknown(path) : url;
  } catch {
    return unknown(path);
  }
}

const unknown = (path: string): string => (path.startsWith('/api/') ? '/api/-/-' : '/-/-');
