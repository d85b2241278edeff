import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { accessProblems } from './access.problems.js';
import { networkOf } from './network.js';
import { SessionCookies } from './session-cookies.js';
import type { Admitted } from './session.js';
import { uploadLimits } from './upload-limits.js';

/** What stands before every route: headers, limits and the refusal of other sites' requests. Call before any route is made. */
export async function protectWeb(server: FastifyInstance, config: Config): Promise<void> {
  await headers(server, config);
  await rates(server, config);
  const cookies = new SessionCookies(config);
  server.addHook('onRequest', (request, _reply, done) => {
    done(isTooLarge(request, cookies) ? accessProblems.uploadTooLarge() : undefined);
  });
  server.addHook('onRequest', (request, _reply, done) => {
    done(isForged(request, config, cookies) ? accessProblems.forged() : undefined);
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    const signedIn = (request as Admitted).session !== undefined || cookies.leansOnCookie(request);
    if (signedIn && !reply.hasHeader('cache-control')) void reply.header('Cache-Control', 'no-store');
    done();
  });
}

/** Uploads are read before anybody is asked who they are, so their size must be said first and be bounded. */
function isTooLarge(request: FastifyRequest, cookies: SessionCookies): boolean {
  if (!(request.headers['content-type'] ?? '').startsWith('multipart/')) return false;
  const said = Number(request.headers['content-length'] ?? Number.NaN);
  const limit = cookies.tokenOf(request) === null ? uploadLimits.stranger : uploadLimits.known;
  return !(said <= limit * 1024 * 1024);
}

/** The headers of every answer, asked of helmet once: they are the same for each. */
async function headers(server: FastifyInstance, config: Config): Promise<void> {
  const pattern = Fastify();
  await pattern.register(helmet, helmetOptions(config));
  const bare = Object.keys((await Fastify().inject('/')).headers);
  const all = (await pattern.inject('/')).headers;
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !bare.includes(name)));
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(kept);
    done();
  });
}

/** No inline code, no foreign source, no frame: a name typed into a form can never become a script. */
function helmetOptions(config: Config): FastifyHelmetOptions {
  const self = ["'self'"];
  const none = ["'none'"];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", 'data:', ...(config.baseMap === '' ? [] : [new URL(config.baseMap).origin])],
        connectSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
        objectSrc: none,
      },
    },
    // Pages tell their own site where a person came from (a refused form goes back there), and nobody else.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
    frameguard: { action: 'deny' },
  };
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Browsers say where a request was made; a page of another site cannot lie about it. A request that leans on the cookie
 * and says nothing is refused. Programs send no cookie and need no origin.
 */
export function isForged(request: FastifyRequest, config: Config, cookies: SessionCookies): boolean {
  if (!unsafe.has(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin';
  const { origin } = request.headers;
  if (typeof origin === 'string') return !isOurs(origin, request, config);
  return cookies.leansOnCookie(request);
}

function isOurs(origin: string, request: FastifyRequest, config: Config): boolean {
  if (!URL.canParse(origin)) return false;
  return new URL(origin).origin === new URL(config.publicUrl).origin || new URL(origin).host === request.headers.host;
}

/** How often one network may ask, by what it asks for: guessing is dear, reading is cheap. */
const shares = { 'sign-in': 0.05, check: 0.1, act: 0.5, read: 1 } as const;

/** What a request is, for the limit: signing in, checking a code, acting, reading. */
export function classOf(request: Pick<FastifyRequest, 'method' | 'url'>): keyof typeof shares {
  const path = request.url.split('?')[0] ?? '';
  if (unsafe.has(request.method)) return /^\/(sign-in|sessions|account\/)/.test(path) ? 'sign-in' : 'act';
  return /^\/(verify|follow)\b/.test(path) ? 'check' : 'read';
}

async function rates(server: FastifyInstance, config: Config): Promise<void> {
  if (config.requestsPerMinute === 0) return;
  await server.register(rateLimit, {
    global: true,
    hook: 'onRequest',
    timeWindow: '1 minute',
    keyGenerator: (request) => `${classOf(request)} ${networkOf(request)}`,
    max: (request) => Math.max(5, Math.round(config.requestsPerMinute * shares[classOf(request)])),
    errorResponseBuilder: (_request, context) => accessProblems.tooFast({ retryAfter: Math.ceil(context.ttl / 1000) }),
  });
}
