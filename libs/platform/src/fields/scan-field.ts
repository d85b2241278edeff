import { IsOptional, ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { fieldWords } from './field.problems.js';
import { type Asked, decorated, none, plainDrawn } from './field-made.js';

// Fields that come as files with the request: kept as evidence, or read and not kept.

interface AskedScan extends Asked {
  /** How many files at the most; one if not said. */
  most?: number;
  /** Everybody will see it: it is kept without the camera's notes. */
  shown?: 'without notes';
  /** A phone offers its camera first; so it does if nothing is said. */
  camera?: boolean;
  /** Taken on the spot: the form asks for pictures alone. */
  photo?: true;
}

/** Photos or scans that come with the request. They are looked at by content and kept before the act begins. */
export function ScanField(label: string, asked: AskedScan = {}): PropertyDecorator {
  const most = asked.most ?? 1;
  const drawn = {
    ...plainDrawn('file', label, asked),
    ...{ accept: asked.photo ? 'image/*' : 'image/*,application/pdf', many: most > 1, camera: asked.camera ?? true },
  };
  const scan = {
    ...{ kept: true, least: asked.optional ? 0 : 1, most, shown: asked.shown ?? ('as it is' as const) },
    missing: asked.refusal ?? fieldWords.scan(label),
  };
  const rules = [scanOnly(most, scan.missing), IsOptional(), JSONSchema({ title: label })];
  return decorated(rules, { ...none, called: label, drawn, scan });
}

/** As the document names a field whose value comes as a file. */
export const SCAN = 'isScan';

/** A file never stands in the body itself; whether it came, `Scans` looks at. */
const scanOnly = (most: number, message: string, text = 0): PropertyDecorator => {
  const validate = (value: unknown): boolean =>
    value === undefined || (typeof value === 'string' && value.length <= text);
  return ValidateBy({ name: SCAN, constraints: [most], validator: { validate } }, { message });
};

interface AskedUpload extends Asked {
  /** What a browser offers: `.csv,text/csv`. */
  accept: string;
  /** Most characters, where a program may send the text itself instead of a file. */
  text?: number;
}

/** A file that is read and not kept: a sheet of the register, a notice of holidays. */
export function UploadField(label: string, asked: AskedUpload): PropertyDecorator {
  const { accept, text = 0 } = asked;
  const drawn = { ...plainDrawn('file', label, asked), accept, many: false, camera: false };
  const missing = asked.refusal ?? fieldWords.scan(label);
  const scan = { kept: false, least: asked.optional ? 0 : 1, most: 1, shown: 'as it is' as const, missing };
  const rules = [scanOnly(1, missing, text), IsOptional(), JSONSchema({ title: label })];
  return decorated(rules, { ...none, called: label, drawn, scan });
}
