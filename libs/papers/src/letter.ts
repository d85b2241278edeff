import { growingCodes } from '#kernel';
import { type Value, value } from '#platform';

/** How a paper is set: as a letter on A4, or in a form of its own. */
export type PaperForm = 'letter' | 'certificate' | 'board' | 'dates';

/** The template of a paper by its kind; the words of editions before today's stand under `before/`. */
export const templateOf = ({ kind, edition }: PaperKind, own = edition): string =>
  own === edition ? kind.replaceAll('_', '-') : `before/${kind.replaceAll('_', '-')}.${own}`;

/** What a kind of paper is, whatever it says. */
export interface PaperKind {
  readonly kind: string;
  readonly title: string;
  /** The word in its number: 农受 gives 商农受〔2026〕第0001号. */
  readonly word: string;
  /** Whose name and seal it carries. */
  readonly by: 'county' | 'town';
  readonly digits: number;
  /** Where its series of numbers starts again: one for the county and the year, or one for each town and year. */
  readonly series: 'county' | 'town';
  /** What stands round the year in its number. */
  readonly brackets: string;
  /** An original counts its prints and is limited; other papers may be printed as often as wanted. */
  readonly original: boolean;
  /** Kept at the town's office, where a desk of the town issues it, whichever village the record belongs to. */
  readonly atTown: boolean;
  /** It tells the parties something: whoever follows the record by its number hears of it. */
  readonly tells: boolean;
  readonly form: PaperForm;
  /** How often its words were made anew; a paper goes on saying what its own edition said. */
  readonly edition: number;
  /** What its template asks of a view that was kept before. */
  readonly kept: (view: object) => object;
}

/** A kind of paper, and what it says of what it is asked for. */
export interface Letter<Asked extends readonly unknown[], View extends object = object> extends PaperKind {
  readonly view: (...asked: Asked) => View;
}

const declared = new Map<string, PaperKind>();
const titles = growingCodes('PaperKind');

const usual: Omit<PaperKind, 'kind' | 'title' | 'word'> = {
  ...{ by: 'county', digits: 4, series: 'county', brackets: '〔〕', form: 'letter', edition: 1 },
  ...{ original: false, atTown: false, tells: false, kept: (view) => view },
};

type Spec = Pick<PaperKind, 'title' | 'word'> & Partial<PaperKind>;

/**
 * Declares a letter once, beside what it is about; its words are `templates/papers/KIND.hbs`.
 * @throws TypeError for a kind used twice
 */
export function letter<Asked extends readonly unknown[], View extends object>(
  kind: string,
  spec: Spec,
  view: (...asked: Asked) => View,
): Letter<Asked, View> {
  if (declared.has(kind)) throw new TypeError(`Letter ${kind} is declared twice.`);
  const made = { ...usual, ...spec, kind, view };
  declared.set(kind, made);
  titles[kind] = spec.title;
  return made;
}

/** Every letter that some lib writes. */
export const declaredLetters = (): readonly PaperKind[] => [...declared.values()];

/** @throws Error for a kind that no lib declares */
export function kindOf(kind: string): PaperKind {
  const found = declared.get(kind);
  if (!found) throw new Error(`No letter is of kind ${kind}.`);
  return found;
}

/** A kind of paper in an answer; the list is whole only when every lib is there, and read when the document is written. */
export const paperKind = (description: string): Value<string> => value.code(titles, description);
