import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { isPerson } from './audience.js';

const moves: { from: RegExp; to: string }[] = [];

/** Addresses that moved: people have them on paper and in their bookmarks, programs in their code. `from` sees the path from its first slash. */
export function moved(from: RegExp, to: string): void {
  moves.push({ from, to });
}

/** The same for a noun under the records of some things; its parts, `:part`, keep their order. */
export function movedNoun(things: string, was: string, now: string): void {
  const parts = was.replaceAll(/:\w+/g, '([^/?]+)');
  let place = 1;
  const to = now.replaceAll(/:\w+/g, () => `$${(place += 1)}`);
  moved(new RegExp(`^(/${things}/[^/?]+)/${parts}(?=[?]|$)`), `$1/${to}`);
}

/** Leads from an address that moved to where it is now, whatever was asked there. */
export function movedAddress(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  const { url } = request;
  const move = moves.find(({ from }) => from.test(url));
  if (!move) return done();
  const to = url.replace(move.from, move.to);
  void reply.header('Cache-Control', 'no-store').redirect(isPerson(request) ? to : `/api${to}`, 308);
}
