import type { Exchange } from '../open-exchange.js';

/** What `npm run county -- NAME …` was given: words in their order, and `--name value` pairs. */
export interface Words {
  words: readonly string[];
  options: Readonly<Record<string, string>>;
}

/** One command of the county's IT officer. It works on an opened exchange and prints what it did. */
export interface Command {
  usage: string;
  run(exchange: Exchange, given: Words): Promise<void>;
}

/** A refusal to be printed without a stack. */
export class CommandError extends Error {}

/** Reads `load FILE --on 2019-01-01`. */
export function readWords(args: readonly string[]): Words {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (!word.startsWith('--')) words.push(word);
    else {
      const next = args[index + 1];
      const hasValue = next !== undefined && !next.startsWith('--');
      options[word.slice(2)] = hasValue ? next : 'yes';
      if (hasValue) index += 1;
    }
  }
  return { words, options };
}
