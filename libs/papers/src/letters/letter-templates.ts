import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { day, formatShortDay, toWrite, transfereeKinds, weekdayName } from '#kernel';
import { spacedCode } from '../verification-code.js';
import { capitalText, dayText, lastDayText, momentText, muText, untilText, yuanText } from './figures.js';
import { blankDay } from '../paper.words.js';
import { type LandSums, type ParcelRow, landSums } from '../land.view.js';
import { armour, disarm } from './markup.js';

type Value = string | number | null;

const plain = (value: Value): string => disarm(String(value ?? ''));

/** What is not known yet stays open on the paper, to be filled in by hand. */
const orOpen =
  (open: string, words: (text: string) => string) =>
  (value: Value): string =>
    plain(value) === '' ? open : words(plain(value));

// The view computes; these only write a figure as papers do. 选中打√，不选打×（GF-2021-2606 使用说明）；没有问过的留空格手写。
const helpers = {
  day: orOpen(blankDay('＿'), dayText),
  /** A last day, which counts: 2026年10月15日（含当日）. */
  lastDay: orOpen(blankDay('＿'), lastDayText),
  /** 10月15日, and 周四. */
  shortDay: (value: Value) => formatShortDay(day(plain(value))),
  dayOfWeek: (value: Value) => weekdayName(day(plain(value))),
  yuan: orOpen('＿＿＿＿＿＿', yuanText),
  capital: orOpen('＿＿＿＿＿＿＿＿', capitalText),
  mu: orOpen('＿＿＿＿', muText),
  // Words of people stay armoured: they go on the paper as they are.
  open: (value: Value) => (plain(value) === '' ? '＿＿＿＿＿＿' : String(value)),
  toWrite: (value: Value) => toWrite(plain(value)),
  mark: (chosen: unknown) => (chosen === null ? '□' : chosen ? '√' : '×'),
  nth: (index: number) => String(index + 1),
  eq: (value: Value, code: string) => plain(value) === code,
  moment: (value: Value) => momentText(plain(value)),
  dueBy: (value: Value) => untilText(plain(value)),
  /** The last figures of a parcel's code. */
  endOf: (code: string) => code.slice(-5),
  /** What a transferee of this kind is called; a paper of before has the word itself. */
  kindWord: (kind: string) => (transfereeKinds as Readonly<Record<string, string>>)[kind] ?? kind,
  either: (chosen: unknown, yes: string, no: string) => (typeof chosen === 'boolean' ? (chosen ? yes : no) : ''),
  /** What there is of some words, with a sign between them. */
  joined: (...said: unknown[]) => {
    const [between, ...words] = said.slice(0, -1);
    return words.filter(Boolean).join(String(between));
  },
  spacedCode,
};

/** The words of the letters: one Handlebars text per kind, strict, so that a missing field is an error and not a gap. */
export class LetterTemplates {
  private readonly engine = Handlebars.create();
  private readonly compiled = new Map<string, Handlebars.TemplateDelegate>();

  constructor(private readonly folder: string) {
    this.engine.registerHelper(helpers);
  }

  /** Fills the letter's template with a view; what people typed cannot change the form of the letter. */
  fill(name: string, view: object): string {
    return this.find(name)(shielded(withSums(view)) as object);
  }

  private find(name: string): Handlebars.TemplateDelegate {
    const known = this.compiled.get(name);
    if (known) return known;
    if (this.compiled.size === 0) this.learnPartials();
    const text = readFileSync(join(this.folder, `${name}.hbs`), 'utf8');
    const made = this.engine.compile(text, { strict: true, noEscape: true, preventIndent: true });
    this.compiled.set(name, made);
    return made;
  }

  /** Those that several papers say alike, read with the first paper. */
  private learnPartials(): void {
    const folder = join(this.folder, 'partials');
    for (const file of readdirSync(folder))
      this.engine.registerPartial(basename(file, '.hbs'), readFileSync(join(folder, file), 'utf8'));
  }
}

/** Beside the parcels of a paper stands what they come to. */
function withSums<View extends { parcels?: readonly ParcelRow[] }>(view: View): View & Partial<LandSums> {
  return view.parcels ? { ...view, ...landSums(view.parcels) } : view;
}

function shielded(value: unknown): unknown {
  if (typeof value === 'string') return armour(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(shielded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shielded(inner)]));
}
