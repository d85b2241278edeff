import type { RecordFacts } from '#kernel';
import { localPath } from '../local-path.js';
import type { OpenStep } from '../step-rules.js';
import { type NamedRow, wordsIn } from './act-rows.js';
import type { ActPath } from './act-table.js';

/** What the page of an act says around its fields. */
export interface FormWords {
  title: string;
  text: readonly string[];
  warning: string;
  press: string;
  tone: string;
}

const toneOf = (tone: string | undefined): string => (tone === undefined || tone === 'solid' ? '' : tone);

export const stepWords = ({ label, hint, confirm, tone }: OpenStep): FormWords => ({
  ...{ title: label, press: label, warning: confirm ?? '', tone: toneOf(tone) },
  text: hint === '' ? [] : [hint],
});

export function helpWords<Facts extends RecordFacts>(help: NamedRow<Facts>['help'], facts: Facts): FormWords {
  if (help === null) throw new TypeError('An act is either a step or a help.');
  const label = wordsIn(help.label, facts);
  const tone = help.tone === 'quiet' ? '' : toneOf(help.tone);
  return { title: label, text: help.text ?? [], warning: help.confirm ?? '', press: help.press ?? label, tone };
}

/** Where the person came from and goes on, if it is a page of this site: a wizard asks an act on its way. */
export const onward = ({ next }: ActPath): string | null => localPath(next);
