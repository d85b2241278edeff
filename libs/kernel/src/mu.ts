/**
 * Area in mu (亩; 15 mu are one hectare), held as text with four decimals as `numeric(15,4)` gives it back, counted in whole
 * ten-thousandths. Never a float: the area of a contract is legal text and is kept as it was entered.
 */
export type Mu = string & { readonly __brand: 'Mu' };

const LARGEST = 10n ** 15n;

/** Reads an area: plain digits with at most four decimals. Equal areas are equal texts. TypeError otherwise. */
export function mu(text: string): Mu {
  const found = typeof text === 'string' ? /^(\d{1,11})(?:\.(\d{1,4}))?$/.exec(text.normalize('NFKC').trim()) : null;
  if (!found) throw new TypeError(`“${String(text)}” is no area in mu with four decimals at most.`);
  return fromUnits(BigInt(`${found[1]}${(found[2] ?? '').padEnd(4, '0')}`));
}

export const ZERO_MU = '0.0000' as Mu;

/** Tells whether a value is the text of an area as `mu` reads it. */
export function isMu(value: unknown): value is Mu {
  return typeof value === 'string' && /^\d{1,11}(?:\.\d{1,4})?$/.test(value);
}

/** The area in ten-thousandths of a mu. */
export function muUnits(area: Mu): bigint {
  const [whole = '0', decimals = ''] = area.split('.');
  return BigInt(whole + decimals.padEnd(4, '0'));
}

function fromUnits(units: bigint): Mu {
  if (units < 0n) throw new RangeError('An area is not negative.');
  if (units >= LARGEST) throw new RangeError('The area is too large.');
  return decimal(units, 4) as Mu;
}

/** The text of a number given in units of 10 to the minus `places`. */
function decimal(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function addMu(...areas: readonly Mu[]): Mu {
  return fromUnits(areas.reduce((sum, area) => sum + muUnits(area), 0n));
}

/** For sorting: negative, 0 or positive. */
export function compareMu(left: Mu, right: Mu): number {
  const difference = muUnits(left) - muUnits(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Two decimals, half rounded up, as certificates print it: 120.00. */
export function formatMu(area: Mu): string {
  return decimal(halfUp(muUnits(area), 100n), 2);
}

/** The sum of the areas as they are printed, so that the total under a parcel table adds up on paper. */
export function sumDisplayed(areas: readonly Mu[]): Mu {
  return addMu(...areas.map((area) => mu(formatMu(area))));
}

/** Square metres (at most two decimals) to mu: times 3/2000, exactly, half up at the fourth decimal. */
export function squareMetresToMu(squareMetres: string): Mu {
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(squareMetres.trim());
  if (!found) throw new TypeError(`“${squareMetres}” is no area in square metres with two decimals at most.`);
  const hundredths = BigInt(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`);
  return fromUnits(halfUp(hundredths * 3n, 20n));
}

/** Mu to square metres with two decimals: times 2000/3, half up. 666.67 would be wrong by five in a million. */
export function muToSquareMetres(area: Mu): string {
  return decimal(halfUp(muUnits(area) * 20n, 3n), 2);
}

/** How far a measured area is from the recorded one, in per cent of the recorded, without sign, two decimals: '4.17'. */
export function differenceRate(measured: Mu, recorded: Mu): string {
  const whole = muUnits(recorded);
  if (whole === 0n) throw new RangeError('Nothing differs from no area in per cent.');
  return decimal(halfUp(distance(measured, recorded) * 10_000n, whole), 2);
}

/** True if the measured area is off by more than so many whole per cent, before any rounding. */
export function differsByMoreThan(measured: Mu, recorded: Mu, percent: number): boolean {
  return distance(measured, recorded) * 100n > muUnits(recorded) * BigInt(percent);
}

function distance(one: Mu, other: Mu): bigint {
  const difference = muUnits(one) - muUnits(other);
  return difference < 0n ? -difference : difference;
}

function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}
