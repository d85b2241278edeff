import type { FastifyRequest } from 'fastify';
import { asksAsProgram } from './audience.js';

/** What a program may send. */
export const readableTypes = ['application/json', 'multipart/form-data'];

/** What a handler may send instead of a page and its values. */
export const sentTypes = {
  sheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  feed: 'application/atom+xml',
  calendar: 'text/calendar',
  pdf: 'application/pdf',
  events: 'text/event-stream',
  lines: 'application/x-ndjson',
  script: 'text/javascript',
  page: 'text/html',
} as const;

/** A body in another charset than UTF-8, and a page's form at a program's address: neither would be read as it is meant. */
export function isForeignMedia(request: Pick<FastifyRequest, 'headers'>): boolean {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((each) => /^\s*charset\s*=\s*"?([^"]*?)"?\s*$/.exec(each)?.[1])
    .find((each) => each !== undefined);
  const form = type.trim() === 'application/x-www-form-urlencoded';
  return !readableCharsets.includes(charset ?? 'utf-8') || (form && asksAsProgram(request));
}

const readableCharsets = ['utf-8', 'utf8', 'us-ascii'];
