import type { Problem } from '#kernel';
import { inputFaults, inputProblems } from './validation.problems.js';

/** Names and entries of one body together; an application for 400 parcels has some 2,000. */
export const mostParts = 4000;
/** Names of one object; no input has a third of them. */
export const mostNames = 200;

/** The refusal of a body of more than anybody asks for: before it is looked at, and without saying it back. */
export const tooManyParts = (): Problem => inputProblems.tooMany({ detail: inputFaults.tooMany(mostParts) });
export const tooManyNames = (): Problem => inputProblems.tooMany({ detail: inputFaults.tooManyNames(mostNames) });

const marks = /["[{,]/g;

/** Whether a JSON text has more brackets and commas outside its texts than the bound; it is read no further than that. */
export function exceedsParts(json: string): boolean {
  marks.lastIndex = 0;
  for (let [many, found] = [0, marks.exec(json)]; found !== null; found = marks.exec(json)) {
    if (found[0] === '"') marks.lastIndex = endOfText(json, found.index);
    else if ((many += 1) > mostParts) return true;
  }
  return false;
}

/** Where the text that begins at a quote is over; each character is looked at once, whatever is escaped in it. */
function endOfText(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let before = at - 1;
    while (json[before] === '\\') before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  return json.length;
}
