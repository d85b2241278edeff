import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** Set by the rewrite of `/api/x` to `/x`. */
const API_HEADER = 'x-asked-as-program';

const html = 'text/html';
const programs = ['application/json', 'application/problem+json'];

/**
 * A person gets pages, a program JSON. `/api/…` is always a program; otherwise `Accept` decides by its qualities (RFC 9110,
 * section 12.5.1). Where it names neither, whoever sends a `Bearer` token is a program and everybody else a person: search
 * engines and previews of links ask for anything.
 */
export function isPerson(request: Pick<FastifyRequest, 'headers'>): boolean {
  if (asksAsProgram(request)) return false;
  const { headers } = request;
  const program = /^bearer /i.test(headers.authorization ?? '');
  return preferred(headers.accept ?? '*/*', program) === html;
}

/** Whether the address begins with `/api`. */
export const asksAsProgram = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers[API_HEADER] !== undefined;

/** Whom an answer depends on, for every cache on its way. */
export const readsApart = 'Accept, Authorization, Cookie';

/** What headers came to, for as many as are usual: browsers of one kind all send the same. */
const known = new Map<string, string>();
const mostKnown = 500;

function preferred(accept: string, program: boolean): string {
  const key = `${program ? 'p' : ''} ${accept}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const offered = program ? [...programs, html] : [html, ...programs];
  const best = new Negotiator({ headers: { accept } }).mediaType(offered) ?? offered[0] ?? html;
  if (known.size >= mostKnown) known.clear();
  known.set(key, best);
  return best;
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
