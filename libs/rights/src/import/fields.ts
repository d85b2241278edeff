import {
  type Day,
  type Mu,
  type Named,
  type RegisterCode,
  identityNumber,
  isDay,
  lostSign,
  mu,
  muUnits,
  nameFault,
  phone,
  squareMetresToMu,
} from '#kernel';
import { type IdentityPaper, identityKinds, otherNumber } from '#parties';
import type { Fault, SheetRow } from './fault.js';
import { rowFaults } from './import.problems.js';
import { daySigns, identityKind } from './import.words.js';

const { year, month, day } = daySigns;
/** 1999-10-01, 1999/10/1, 1999年10月1日, 19991001, with a time behind it or without. */
const writtenDay = new RegExp(String.raw`^(\d{4})[-/.${year}]?(\d{1,2})[-/.${month}]?(\d{1,2})${day}?(?:[ T].*)?$`);

/** Reads the fields of one row and gathers all that is wrong with it: told once, and completely. */
export class Fields {
  readonly faults: Fault[] = [];
  legacyReason: string | null = null;

  constructor(private readonly row: SheetRow) {}

  fault(field: string, reason: string): void {
    this.faults.push({ field, reason });
  }

  optional(field: string): string {
    return (this.row.fields[field] ?? '').trim();
  }

  text(field: string, label: string, longest = 100): string {
    const value = this.optional(field);
    if (value === '') this.fault(field, rowFaults.missing(label));
    else if (value.length > longest) this.fault(field, rowFaults.tooLong(label, longest));
    else this.sound(field, label, lostSign(value));
    return value;
  }

  /** The name of a person, a body or a place, in the signs that such names are written with. */
  name(field: string, label: string, of: Named): string {
    const value = this.optional(field);
    const fault = value === '' ? null : nameFault(value, of);
    if (fault === null) return this.text(field, label, 50);
    this.sound(field, label, fault);
    return value;
  }

  private sound(field: string, label: string, fault: string | null): void {
    if (fault !== null) this.fault(field, rowFaults.signs(label, fault));
  }

  /** A code of the register; an old one is kept and marked, a wrong one is not. */
  code(field: string, read: (text: string) => RegisterCode): string {
    const value = this.optional(field);
    if (value === '') {
      this.fault(field, rowFaults.missingField(field));
      return '';
    }
    const found = read(value);
    if (found.kind === 'wrong') {
      this.fault(field, found.reason);
      return value;
    }
    if (found.kind === 'legacy') this.legacyReason ??= found.reason;
    return found.code;
  }

  day(field: string, label: string): Day {
    const value = this.optional(field);
    const found = writtenDay.exec(value);
    const text = found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : '';
    if (isDay(text)) return text;
    this.fault(field, value === '' ? rowFaults.missing(label) : rowFaults.noDay(label, value));
    return '1900-01-01' as Day;
  }

  /** One of a code table's values. */
  among(field: string, label: string, table: readonly string[], fallback?: string): string {
    const value = this.optional(field) || fallback || '';
    if (!table.includes(value))
      this.fault(field, value === '' ? rowFaults.missing(label) : rowFaults.notInTable(label, value, table));
    return value;
  }

  /** C.19: 1 yes, 2 no. */
  yes(field: string, label: string, fallback?: string): boolean {
    return this.among(field, label, ['1', '2'], fallback) === '1';
  }

  /** Mu, as the record has it, else square metres converted exactly; zero is no area. */
  area(muField: string, metresField: string, label: string): Mu {
    const [inMu, inMetres] = [this.optional(muField), this.optional(metresField)];
    const field = inMu !== '' ? muField : metresField;
    try {
      const area = inMu !== '' ? mu(inMu) : squareMetresToMu(inMetres.replace(/(\.\d{2})\d+$/, '$1'));
      if (muUnits(area) > 0n) return area;
      this.fault(field, rowFaults.zeroArea(label));
    } catch {
      this.fault(field, inMu + inMetres === '' ? rowFaults.missing(label) : rowFaults.noArea(label, inMu || inMetres));
    }
    return '0.0001' as Mu;
  }

  /** By what a person is known (C.15); without a number the identity is open, which keeps nobody out of the register. */
  identity(numberField: string, kindField: string, today: Day): IdentityPaper {
    const kind = this.among(kindField, identityKind, Object.keys(identityKinds), '1') as IdentityPaper['kind'];
    const written = this.optional(numberField);
    const open: IdentityPaper = { kind, number: null, born: null, sex: null };
    if (written === '') return open;
    if (kind !== '1') {
      const number = otherNumber(written);
      if (number === null) this.fault(numberField, rowFaults.noNumber);
      return { ...open, number };
    }
    const read = identityNumber(written, today);
    if (read.ok) return { kind, number: read.number, born: read.birthDay, sex: read.sex };
    this.fault(numberField, read.reason);
    return open;
  }

  /** A whole number from 0 on, or nothing. */
  count(field: string, label: string): number | null {
    const value = this.optional(field);
    if (value === '') return null;
    if (/^\d{1,3}$/.test(value)) return Number(value);
    this.fault(field, rowFaults.noCount(label, value));
    return null;
  }

  /** A phone, or nothing: a wrong one does not keep a household out of its register. */
  phone(field: string): string | null {
    const read = phone(this.optional(field));
    return read.ok ? read.number : null;
  }
}
