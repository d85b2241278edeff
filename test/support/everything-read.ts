import { Walker } from './walker.js';
import type { Given } from './given.js';

/** Everybody whose pages differ: of each post one, two parties, and a stranger. */
const readers = [
  ...['101-clerk', '101-reviewer', '101-surveyor', '101-trade', '101-finance', '101-information', '101-coordination'],
  ...['101-village-226', 'reviewer', 'director', 'certifier', 'administrator', 'information', 'supervisor'],
  ...['cooperative', 'farmer', null],
] as const;

/** So many addresses of one kind by each reader, and by all of them. */
const [byEach, byAll] = [2, 6];

/** The kind of an address: the path of the document with its parts as names; null where no operation reads it. */
function kindsOf(
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): (address: string) => string | null {
  const read = Object.keys(paths)
    .filter((path) => paths[path]?.['get'] && !path.endsWith('/sheet'))
    .toSorted((one, other) => one.split('{').length - other.split('{').length)
    .map((path) => ({ path, fits: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
  return (address) => read.find(({ fits }) => fits.test(address))?.path ?? null;
}

/**
 * Follows the links of every page as everybody and as a program, some addresses of each kind that the document knows, so that
 * every answer is held against it. Answers with the pages that broke.
 */
export async function readEverything(given: Given): Promise<string[]> {
  const { paths } = (await given.stranger.ask('/openapi.json')).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  const kindOf = kindsOf(paths);
  const starts = Object.keys(paths).filter((path) => !path.includes('{'));
  const failures: string[] = [];
  const asked = new Map<string, number>();
  for (const login of readers) {
    const walker = login === null ? Walker.stranger(given.exchange) : await Walker.signIn(given.exchange, login);
    const own = new Map<string, number>();
    const met = new Set(starts);
    for (const address of met) {
      const kind = kindOf(address.replace(/[?#].*$/, ''));
      const [mine, all] = [own.get(kind ?? '') ?? 0, asked.get(kind ?? '') ?? 0];
      if (kind === null || mine >= byEach || (all >= byAll && kind.includes('{'))) continue;
      const page = await walker.open(address.replaceAll('&amp;', '&'));
      if (page.status >= 500) failures.push(`${login}: ${address} as a page answered ${page.status}`);
      if (page.status !== 200) continue;
      for (const [, link = ''] of page.body.matchAll(/(?:href|action|src)="(\/[^"#]*)/g)) met.add(link);
      own.set(kind, mine + 1);
      asked.set(kind, all + 1);
    }
  }
  return failures;
}
