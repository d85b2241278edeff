import '../../apps/exchange/src/libs.js';
import { wordOf } from '../../libs/platform/src/views/values.js';
import { sourcesUnder } from './sources.js';

/** The parts whose words some template asks for, and whether a view has words for it. */
export const wordsAsked = (): { path: string; part: string; known: boolean }[] =>
  sourcesUnder(['templates'], /\.hbs$/).flatMap(({ path, text }) =>
    [...text.matchAll(/wordOf "([\w.]+)"/g)].map(([, part = '']) => ({ path, part, known: isKnown(part) })),
  );

function isKnown(part: string): boolean {
  try {
    return wordOf(part, '') === '';
  } catch {
    return false;
  }
}
