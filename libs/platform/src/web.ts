import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { parse as readQuery } from 'node:querystring';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HTTPMethod } from 'find-my-way';
import { AllowedMethods } from './allowed-methods.js';
import { Assets } from './assets.js';
import { Answers } from './answers.js';
import { protectWeb } from './access/protections.js';
import { isPerson, longestPart, rewriteApi } from './audience.js';
import { exceedsParts, mostParts, tooManyParts } from './body-bounds.js';
import type { Config } from './config.js';
import type { Upload } from './files.js';
import { bodyOfForm } from './form-body.js';
import { generalProblems } from './general.problems.js';
import { isForeignMedia } from './media-types.js';
import { shedLoad } from './overload.js';
import { refuseUnreadable } from './readable-input.js';
import { movedAddress } from './moved.js';
import { readingView } from './reading-view.js';
import { repeatedName } from './repeated-names.js';
import { requestContext } from './request-context.js';
import { Sitemap } from './sitemap.js';
import type { UploadRequest } from './uploads.js';
import { fieldsTwice } from './validation.js';
import { inputFaults, inputProblems } from './validation.problems.js';

/** Body of anything but an upload: 1 MB. */
const bodyLimit = 1024 * 1024;

/** The web server: limits first, then one rewrite that makes `/api/x` the same route as `/x`. */
export function webAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    trustProxy: believed(config.trustProxy),
    // Twenty megabytes over a village's telephone line take minutes; headers alone must come within Node's own minute.
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    genReqId: () => randomUUID(),
    rewriteUrl: (request: IncomingMessage) => rewriteApi(request),
    routerOptions: { maxParamLength: longestPart },
  });
}

/** Fastify itself believes nobody where it is given a number of hops, so the hops are counted here. */
function believed(given: Config['trustProxy']): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof given === 'number' ? (_address, hop) => hop < given : given;
}

/** What every request passes through before it reaches a controller. */
export async function configureWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('onRequest', (request, _reply, done) => {
    const { method } = request;
    const reads = method === 'GET' || method === 'HEAD';
    const person = isPerson(request);
    const nothing = { idempotency: null, ifMatch: null, known: null, keeping: null, committed: false };
    requestContext.run({ ...nothing, person, reads }, done);
  });
  const allowed = app.get(AllowedMethods);
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) allowed.add(each as HTTPMethod, url);
  });
  await protectWeb(server, config);
  shedLoad(server, config);
  server.addHook('onRequest', (request, _reply, done) => {
    done(isForeignMedia(request) ? generalProblems.unreadable() : undefined);
  });
  server.addHook('onRequest', readingView);
  server.addHook('onRequest', movedAddress);
  if (config.answerCache) keepAnswers(server, app.get(Answers));
  await server.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await server.register(cookie);
  await server.register(multipart, {
    // The parameter of the size of a file goes no further.
    limits: { fileSize: 64 * 1024 * 1024, files: 40, fields: 400, fieldSize: 256 * 1024 },
  });
  await server.register(fastifyStatic, {
    root: resolve(process.cwd(), 'public'),
    prefix: '/',
    wildcard: false,
    maxAge: config.mode === 'live' ? '7d' : 0,
    decorateReply: false,
  });
  // Fastify's own reader of plain texts: nothing here is one.
  server.removeContentTypeParser('text/plain');
  app.get(Assets).serve(server);
  app.get(Sitemap).serve(server);
  readJson(server);
  readForm(server);
  server.addHook('preValidation', async (request) => {
    if (request.isMultipart()) await readParts(request).catch(asRefusal);
    else if (asksForDays(request)) request.query = bodyOfForm(request.query as Record<string, unknown>);
    else if (isForm(request)) request.body = bodyOfForm((request.body ?? {}) as Record<string, unknown>);
    refuseUnreadable(request);
  });
}

function keepAnswers(server: FastifyInstance, answers: Answers): void {
  server.addHook('onRequest', (request, reply) => answers.give(request, reply));
  server.addHook('onSend', (_request, reply, body, done) => {
    answers.keep(reply, body);
    done();
  });
}

/** As Fastify reads JSON, except that a name which stands twice is refused instead of losing one of its values. */
function readJson(server: FastifyInstance): void {
  const read = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    // Before anything is made of it: what reads a body takes longer for each part.
    if (exceedsParts(String(body))) return done(tooManyParts());
    void read(request, String(body), (error, parsed) => {
      const twice = error ? null : repeatedName(String(body));
      if (twice === null) done(error, parsed);
      else done(fieldsTwice([twice]));
    });
  });
}

/** A form that asks sends a day in three parts, as one that does something. */
function asksForDays({ method, query }: FastifyRequest): boolean {
  return method === 'GET' && Object.keys(query as object).some((name) => /\.(year|month|day)$/.test(name));
}

function readForm(server: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  server.addContentTypeParser(type, { parseAs: 'string', bodyLimit }, (_request, body, done) => {
    const fields = readQuery(String(body), '&', '=', { maxKeys: mostParts + 1 });
    if (Object.values(fields).flat().length > mostParts) done(tooManyParts());
    else done(null, fields);
  });
}

function isForm(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

async function readParts(request: FastifyRequest): Promise<void> {
  const fields = Object.create(null) as Record<string, unknown>;
  const uploads = Object.create(null) as Record<string, Upload[]>;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await part.toBuffer();
      if (part.filename !== '' && part.filename !== undefined) {
        (uploads[part.fieldname] ??= []).push({ fileName: part.filename, content });
      }
    } else {
      const before = fields[part.fieldname];
      fields[part.fieldname] = before === undefined ? part.value : [before, part.value].flat();
    }
  }
  request.body = bodyOfForm(fields);
  (request as UploadRequest).uploads = uploads;
}

/** The reader of parts throws plain errors for a body that is cut off or has no boundary: the sender's, not ours. */
function asRefusal(error: unknown): never {
  if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
  throw inputProblems.malformed({ detail: inputFaults.cutOff });
}
