import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

const year = 365 * 24 * 60 * 60;

/**
 * `?view=elder` turns on large print for this browser, `?view=standard` turns it off; both lead back to the same page,
 * so that an address that is passed on shows everybody the page as they are used to it.
 */
export function readingView(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  const at = request.url.indexOf('?');
  const query = at < 0 ? null : new URLSearchParams(request.url.slice(at));
  const wanted = query?.get('view');
  if (!query || request.method !== 'GET' || (wanted !== 'elder' && wanted !== 'standard')) {
    done();
    return;
  }
  query.delete('view');
  const rest = query.toString();
  // A path of two slashes, whichever way they lean, would lead to another site.
  const path = request.url.slice(0, at).replace(/^[/\\]+/, '/');
  const age = wanted === 'elder' ? year : 0;
  void reply
    .header('Set-Cookie', `view=${wanted}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax`)
    .header('Cache-Control', 'no-store')
    .redirect(rest === '' ? path : `${path}?${rest}`, 303);
}
