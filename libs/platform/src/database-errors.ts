/** SQLSTATE of a driver's error, or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = (error as { code?: unknown }).code;
  const inner = (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof inner === 'string' ? inner : typeof own === 'string' ? own : '';
}

/** Words of the driver that come without a code. */
const broken = /^Connection (?:terminated|ended)|connection error and is not queryable|^timeout exceeded when trying/;
const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTCONN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whether the database is away: not reached, gone in the middle, starting, stopping or full (SQLSTATE 08, 57P, 53300). */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  const noSocket = code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect';
  return (
    noSocket || unreachable.includes(code) || /^(?:08...|57P0[1-3]|53300)$/.test(code) || broken.test(error.message)
  );
}

/** Name of the constraint that refused a write, or an empty text. */
export function constraintOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = (error as { constraint?: unknown }).constraint;
  const inner = (error as { driverError?: { constraint?: unknown } }).driverError?.constraint;
  return typeof inner === 'string' ? inner : typeof own === 'string' ? own : '';
}

/** Refused for order alone, serialization failure and deadlock: nothing was done, and the same may go another time. */
export const isOrder = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** Ended because it took too long, a statement of its time limit (statement_timeout): nothing was done. */
export const tookTooLong = (error: unknown): boolean => codeOf(error) === '57014';
