import type { FastifyRequest } from 'fastify';
import type { Upload } from './files.js';

/** A request whose files have been read. */
export interface UploadRequest extends FastifyRequest {
  uploads?: Record<string, Upload[]>;
}

/** Files that came with a request under a field's name. */
export function uploadsOf(request: FastifyRequest, field: string): Upload[] {
  return (request as UploadRequest).uploads?.[field] ?? [];
}

/** The names of the fields under which files came. */
export function uploadNames(request: FastifyRequest): string[] {
  return Object.keys((request as UploadRequest).uploads ?? {});
}

/** Every file that came with a request, in the order of its fields. */
export function allUploads(request: FastifyRequest): Upload[] {
  return Object.values((request as UploadRequest).uploads ?? {}).flat();
}
