import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, Problem, explanationOf, type ProblemKind, maskIdentity } from '#kernel';
import { AllowedMethods } from './allowed-methods.js';
import { isPerson, readsApart } from './audience.js';
import { codeOf, constraintOf, isAway, isOrder, tookTooLong } from './database-errors.js';
import { foundFor } from './finders/found-for.js';
import { Frames } from './frames.js';
import { generalProblems } from './general.problems.js';
import { inputFaults, inputProblems } from './validation.problems.js';
import { pageBefore } from './local-path.js';
import { readableTypes } from './media-types.js';
import { requestContext } from './request-context.js';
import { Templates } from './templates.js';

const constraints = new Map<string, ProblemKind>();

/** Maps the name of a database constraint to the refusal it stands for: the race that slips past a rule gets the same answer. */
export function refuses(names: Readonly<Record<string, ProblemKind>>): void {
  for (const [name, kind] of Object.entries(names)) constraints.set(name, kind);
}

/** What PostgreSQL says of a value that no column can hold: number, text or day out of range, characters it does not keep. */
const unstorable = new Set(['22001', '22003', '22007', '22008', '22021', '22P05']);

/** One place where everything thrown becomes an answer: problem+json for a program, a page for a person. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  constructor(
    private readonly frames: Frames,
    private readonly allowed: AllowedMethods,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = this.asProblem(error, request);
    reply.status(refusal.status).header('Vary', readsApart).headers(this.headersOf(refusal, request));
    if (!isPerson(request)) {
      await reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problemJson(refusal, request)));
      return;
    }
    await this.page(refusal, request, reply);
  }

  /** What a status owes to the program that meets it (RFC 9110, sections 10.2.3, 11.6.1, 15.5.6 and 15.5.16). */
  private headersOf(refusal: Problem, request: FastifyRequest): Record<string, string> {
    const { status, members } = refusal;
    const known = request.headers.authorization === undefined ? '' : ', error="invalid_token"';
    return {
      ...(members.retryAfter !== undefined && { 'Retry-After': String(members.retryAfter) }),
      ...(status === 401 && { 'WWW-Authenticate': `Bearer realm="exchange"${known}` }),
      ...(status === 405 && { Allow: this.allowed.at(request.url).join(', ') }),
      ...(status === 415 && { Accept: readableTypes.join(', ') }),
    };
  }

  private async page(refusal: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const back = pageBefore(request);
    if (refusal.type === 'sign-in') {
      await reply
        .status(303)
        .header(
          'Location',
          `/sign-in?next=${encodeURIComponent(request.method === 'GET' ? request.url : (back ?? '/'))}`,
        )
        .send();
      return;
    }
    if (refusal.type === 'confirm-factor' && refusal.members.way) {
      // What was typed waits until the person has confirmed who they are; then the form stands there filled.
      if (request.method === 'POST') await this.frames.putBy(request, reply, typedValues(request));
      await reply.status(303).header('Location', refusal.members.way.href).send();
      return;
    }
    // What speaks of fields is said at the fields, and what was typed stays.
    if (refusal.status === 422 && refusal.members.errors && request.method === 'POST' && back !== null) {
      const errors = (refusal.members.errors ?? []).map(asField);
      const { values: found, at } = foundFor(request);
      const values = { ...typedValues(request), ...found };
      await this.frames.say(request, reply, null, { values, errors });
      await reply
        .status(303)
        .header('Location', at === '' ? back : `${back}#${at}`)
        .send();
      return;
    }
    // A database that is away must not take the words away too: the frame then stands without what was to be said. Nor is
    // it asked for those who were sent away because too many ask.
    const options = { title: refusal.title };
    const whole =
      refusal.type === generalProblems.busy.type ? Promise.reject(refusal) : this.frames.of(request, reply, options);
    const frame = await whole.catch(() => this.frames.bare(request, options));
    const said = problemJson(refusal, request);
    const detail =
      said['detail'] === '' && refusal.members.blockers === undefined ? explanationOf(refusal.type) : said['detail'];
    const view = { ...said, detail, back, page: frame };
    await reply.type('text/html; charset=utf-8').send(this.templates.render('problem', view));
  }

  private asProblem(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    const committed = requestContext.getStore()?.committed === true;
    if (isAway(error)) return generalProblems[committed ? 'unknown' : 'away']({ retryAfter: 5 });
    if (!committed && isOrder(error)) return generalProblems.busy({ retryAfter: 2 });
    const constraint = committed ? undefined : constraints.get(constraintOf(error));
    if (constraint) return constraint();
    if (codeOf(error) === '22P02') return generalProblems.notFound();
    if (unstorable.has(codeOf(error))) return inputProblems.malformed({ detail: inputFaults.unstorable });
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status === 404)
      return this.allowed.at(request.url).length > 0 ? generalProblems.method() : generalProblems.notFound();
    if (status === 413) return generalProblems.tooLarge();
    if (status === 415) return generalProblems.unreadable();
    if (status === 429) return generalProblems.tooMany({ retryAfter: 60 });
    if (status === 405) return generalProblems.method();
    if (status === 503) return generalProblems.busy({ retryAfter: 5 });
    if (status >= 400 && status < 500) return inputProblems.malformed({ detail: inputFaults.unread });
    this.log.error(`${request.method} ${pathOf(request)} ${codeOf(error)} ${traceOf(error)}`);
    if (committed) return generalProblems.unknown({ retryAfter: 5 });
    return tookTooLong(error) ? generalProblems.busy({ retryAfter: 5 }) : generalProblems.internal();
  }
}

/** The body of a refusal (RFC 9457). */
export function problemJson(refusal: Problem, request: FastifyRequest): Record<string, unknown> {
  return {
    type: `/problems/${refusal.type}`,
    title: refusal.title,
    status: refusal.status,
    instance: pathOf(request),
    detail: refusal.members.detail ?? '',
    article: refusal.members.article ?? '',
    way: refusal.members.way ?? null,
    blockers: refusal.members.blockers ?? [],
    errors: refusal.members.errors ?? [],
    open: refusal.members.open ?? [],
  };
}

function asField(error: FieldError): { field: string; detail: string } {
  return { field: error.pointer.replace(/^#\//, '').replaceAll('/', '.'), detail: error.detail };
}

const secret = /password|^code$|proof|secret|identity|token/i;

function typedValues(request: FastifyRequest): Record<string, unknown> {
  const body = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(leavesOf(body as Record<string, unknown>).filter(([name]) => !secret.test(name)));
}

/** Fields by the names they have in the form: `parts.3.area`; a list of texts stays a list. */
function leavesOf(body: Record<string, unknown>, above = ''): [string, unknown][] {
  return Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
    const texts = Array.isArray(value) && value.every((each) => typeof each === 'string');
    if (typeof value !== 'object' || value === null || texts) return [[above + name, value]];
    return leavesOf(value as Record<string, unknown>, `${above}${name}.`);
  });
}

/** The path that was asked for; what looks like an identity number in it is neither said back nor logged. */
function pathOf(request: FastifyRequest): string {
  return (request.url.split('?')[0] ?? '').replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, maskIdentity);
}

/** Kind and place of an error. Its message stays out of the log: PostgreSQL quotes in it what somebody typed. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places].join('\n');
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
