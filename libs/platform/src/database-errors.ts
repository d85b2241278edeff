/** SQLSTATE of a driver's error, or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = (error as { code?: unknown }).code;
  const inner = (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof inner === 'string' ? inner : typeof own === 'string' ? own : '';
}

/** Name of the constraint that refused a write, or an empty text. */
export function constraintOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const own = (error as { constraint?: unknown }).constraint;
  const inner = (error as { driverError?: { constraint?: unknown } }).driverError?.constraint;
  return typeof inner === 'string' ? inner : typeof own === 'string' ? own : '';
}
