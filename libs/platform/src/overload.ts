import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '#kernel';
import type { Config } from './config.js';
import { busyWords, generalProblems } from './general.problems.js';

/** Seconds after which who was refused may come again: what is being done goes before what is being looked at. */
const comeBack = { acts: 5, reads: 10 } as const;

/**
 * Refuses early what would only wait. A request is in hand from the moment its body is read until its answer is made: neither a
 * photo that comes slowly nor a reader who takes his time holds a place. Half of the places are kept for acts.
 */
export function shedLoad(server: FastifyInstance, { requestsAtOnce }: Config): void {
  if (requestsAtOnce === 0) return;
  const most = { acts: requestsAtOnce, reads: Math.ceil(requestsAtOnce / 2) };
  const inHand = new Set<FastifyRequest>();
  const refusal = (request: FastifyRequest): Problem | undefined => {
    const kind = kindOf(request);
    if (inHand.size < most[kind]) return undefined;
    const retryAfter = comeBack[kind];
    return generalProblems.busy({ retryAfter, detail: busyWords[kind](retryAfter) });
  };
  server.addHook('onRequest', (request, _reply, done) => done(refusal(request)));
  server.addHook('preHandler', (request, _reply, done) => {
    const refused = refusal(request);
    if (!refused) {
      inHand.add(request);
      places.set(request, () => inHand.delete(request));
    }
    done(refused);
  });
  server.addHook('onSend', (request, _reply, _payload, done) => {
    inHand.delete(request);
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    inHand.delete(request);
    done();
  });
}

const places = new WeakMap<FastifyRequest, () => void>();

/** Gives a place back before the answer is whole: what watches stays for hours and works on nothing. */
export function letGo(request: FastifyRequest): void {
  places.get(request)?.();
}

const kindOf = ({ method }: FastifyRequest): keyof typeof comeBack =>
  ['GET', 'HEAD', 'OPTIONS'].includes(method) ? 'reads' : 'acts';
