import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What is the same for every stranger goes out with a tag of its text; whoever has that text already gets 304 (RFC 9110, section
 * 13.1.2). Nobody shows it unasked: a notice that has come down must not live on in a cache.
 */
export function revalidated(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer,
  tag = tagOf(body),
): Buffer | string {
  reply.header('ETag', `W/"${tag}"`).header('Cache-Control', 'public, no-cache');
  const asked = request.headers['if-none-match'];
  const same =
    asked !== undefined && (asked.trim() === '*' || [...asked.matchAll(/"([^"]*)"/g)].some(([, one]) => one === tag));
  if (!same) return body;
  reply.status(304);
  return '';
}

/** The tag of a text, for those who keep both. */
export const tagOf = (body: Buffer): string => hash('sha1', body, 'base64url');
