import { dayOf, instant, timeOf } from '#kernel';
import { packChecks, verdictWords as words } from './pack.words.js';
import type { Verdict } from './verdict.js';

/** The verdict as lines: each check, then what the pack comes to. */
export function linesOf({ right, checks, said, kids, attempts }: Verdict): string[] {
  const told = checks.map(
    (each) => `${each.right ? '✓' : '✗'} ${packChecks[each.name]}${each.found && `：${each.found}`}`,
  );
  const price =
    said?.priceFen === null || said === null
      ? ''
      : `${Math.trunc(said.priceFen / 100)}.${String(said.priceFen % 100).padStart(2, '0')}`;
  const facts = said
    ? [
        [words.lot, said.listingNumber],
        [words.thing, said.thing],
        [words.winner, said.winner === null ? words.nobody : String(said.winner)],
        ...(price === '' ? [] : [[words.price, price]]),
        [words.endsAt, shanghai(said.endsAt)],
        [words.attempts, String(attempts)],
        ...kids.map((kid) => [words.kids, kid]),
      ]
    : [];
  return [right ? words.right : words.wrong, ...told, ...facts.map(([label, text]) => `${label}：${text}`)];
}

/** To the millisecond, as the rules decide by it. */
const shanghai = (text: string): string => `${dayOf(instant(text))} ${timeOf(instant(text))}${text.slice(16, 23)}`;
