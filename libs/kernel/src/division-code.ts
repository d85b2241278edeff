/** Twelve-digit statistical code of the place an office serves: county 6, town 3, village 3, filled with zeros. */
export type DivisionCode = string & { readonly __brand: 'DivisionCode' };

export type Level = 'county' | 'town' | 'village';

const PREFIX = { county: 6, town: 9, village: 12 } as const;

/** Reads a code of county, town or village; TypeError otherwise. */
export function divisionCode(text: string): DivisionCode {
  if (isDivisionCode(text)) return text;
  throw new TypeError(`“${String(text)}” is no division code of 12 digits.`);
}

/** Provinces and cities have no office here, so a code whose county part is open is none. */
export function isDivisionCode(value: unknown): value is DivisionCode {
  return (
    typeof value === 'string' &&
    /^[1-9]\d{11}$/.test(value) &&
    !/^\d{4}00/.test(value) &&
    !/^\d{6}000(?!000)/.test(value)
  );
}

export function levelOf(code: DivisionCode): Level {
  if (code.endsWith('000000')) return 'county';
  return code.endsWith('000') ? 'town' : 'village';
}

/** The digits that all codes beneath this one begin with: 6, 9 or 12 of them. */
export function prefixOf(code: DivisionCode): string {
  return code.slice(0, PREFIX[levelOf(code)]);
}

/** True if the office answers for the place: its own, or one beneath it. */
export function covers(officeCode: DivisionCode, recordCode: DivisionCode): boolean {
  return recordCode.startsWith(prefixOf(officeCode));
}

/** The code of the county or town that a place lies in, the code itself if it is of that level; RangeError if it is above. */
export function within(code: DivisionCode, level: 'county' | 'town'): DivisionCode {
  if (level === 'town' && levelOf(code) === 'county') throw new RangeError('A county lies in no town.');
  return divisionCode(code.slice(0, PREFIX[level]).padEnd(12, '0'));
}
