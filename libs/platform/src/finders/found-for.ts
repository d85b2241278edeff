import type { FastifyRequest } from 'fastify';

/** What was found for the fields of a form that comes back, by the names its templates ask for, and the field to go on at. */
export interface FoundFor {
  values: Readonly<Record<string, unknown>>;
  at: string;
}

const nothing: FoundFor = { values: {}, at: '' };
const kept = new WeakMap<FastifyRequest, FoundFor>();

export const keepFound = (request: FastifyRequest, found: FoundFor): WeakMap<FastifyRequest, FoundFor> =>
  kept.set(request, found);

export const foundFor = (request: FastifyRequest): FoundFor => kept.get(request) ?? nothing;
