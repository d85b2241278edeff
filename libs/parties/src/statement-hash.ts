import { createHash } from 'node:crypto';

/** The hash by which the words of a consent are known again. */
export const statementHash = (statement: string): string => createHash('sha256').update(statement).digest('hex');
