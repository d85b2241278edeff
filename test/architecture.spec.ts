import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Source, codeOf, importsOf, placesOf, sourcesUnder } from './support/sources.js';

const order = [...readFileSync('libs/README.md', 'utf8').matchAll(/^\| \d+ \| `([a-z-]+)` \|/gm)].map(
  (row) => row[1] ?? '',
);
const libs = sourcesUnder(['libs'], /\.ts$/);
const ours = sourcesUnder(['apps', 'libs', 'test', 'bench', 'scripts'], /\.(ts|mjs)$/);

const libOf = (path: string): string => path.split('/')[1] ?? '';
const isSpec = (source: Source): boolean => source.path.endsWith('.spec.ts');
/** What runs: libs and apps without their specs. */
const running = [...libs, ...sourcesUnder(['apps'], /\.ts$/)].filter((source) => !isSpec(source));

/** An import written inside a file, as a path of the checkout. */
const target = (source: Source, written: string): string =>
  posix.join(posix.dirname(source.path), written).replace(/\.js$/, '.ts');

/** The names in braces of imports and exports: `type`, `as` and line breaks aside. */
const namesBetween = (code: string, braces: RegExp): string[] =>
  [...code.matchAll(braces)].flatMap((found) =>
    (found[1] ?? '').split(',').flatMap((part) => /^\s*(?:type\s+)?(\w+)/.exec(part)?.[1] ?? []),
  );

describe('The order of libs', () => {
  it('names every lib there is, once', () => {
    expect(new Set(order).size).toBe(order.length);
    expect(order).toEqual(expect.arrayContaining([...new Set(libs.map((source) => libOf(source.path)))]));
  });

  it('lets a lib import only what stands above it', () => {
    const wrong = libs.flatMap((source) =>
      importsOf(source)
        .filter((written) => written.startsWith('#'))
        .filter((written) => {
          const above = order.indexOf(written.slice(1).split('/')[0] ?? '');
          return above < 0 || above >= order.indexOf(libOf(source.path));
        })
        .map((written) => `${source.path} imports ${written}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows no way past the door of a lib', () => {
    const deep = ours.flatMap((source) =>
      importsOf(source)
        .filter((written) => {
          if (/^#.*\//.test(written)) return true;
          if (!written.startsWith('.')) return false;
          const reached = target(source, written);
          return (
            reached.startsWith('libs/') && libOf(reached) !== libOf(source.path) && source.path.startsWith('libs/')
          );
        })
        .map((written) => `${source.path} imports ${written}`),
    );
    const around = ours
      .filter((source) => !source.path.startsWith('libs/') && !source.path.startsWith('test/support/'))
      .flatMap((source) =>
        importsOf(source)
          .filter((written) => written.startsWith('.') && /^(dist\/)?libs\//.test(target(source, written)))
          .map((written) => `${source.path} imports ${written}`),
      );
    expect([...deep, ...around]).toEqual([]);
  });

  it('keeps the door for visitors: no file imports the index of its own lib', () => {
    const own = libs.flatMap((source) =>
      importsOf(source)
        .filter(
          (written) => written.startsWith('.') && target(source, written) === `libs/${libOf(source.path)}/src/index.ts`,
        )
        .map((written) => `${source.path} imports ${written}`),
    );
    expect(own).toEqual([]);
  });

  // The kernel is the common tongue, and shows all its words.
  it.each(order.filter((lib) => lib !== 'kernel' && libs.some((source) => libOf(source.path) === lib)))(
    'shows at the door of %s only what somebody outside asks for',
    (lib) => {
      const door = libs.find((source) => source.path === `libs/${lib}/src/index.ts`);
      const shown = namesBetween(door === undefined ? '' : codeOf(door), /export (?:type )?\{([^}]*)\}/g);
      const visitors = ours.filter(
        (source) => !source.path.startsWith(`libs/${lib}/`) && source.text.includes(`#${lib}'`),
      );
      const asked = visitors.flatMap((source) =>
        namesBetween(codeOf(source), new RegExp(`\\{([^{}]*)\\}\\s*(?:from|= await import\\()\\s*'#${lib}'`, 'g')),
      );
      expect(shown.filter((name) => !asked.includes(name))).toEqual([]);
    },
  );

  it('leaves the kernel free of every package', () => {
    const kernel = libs.filter((source) => libOf(source.path) === 'kernel' && !isSpec(source));
    expect(kernel.flatMap((source) => importsOf(source).filter((written) => !written.startsWith('./')))).toEqual([]);
  });
});

describe('The order inside transfers', () => {
  const folder = 'libs/transfers/src/';
  const [, after = ''] = readFileSync('libs/README.md', 'utf8').split('## Inside `transfers`');
  const [table = ''] = after.split('\n## ');
  /** The names in the first cell of each row: folders, or files of the root; the first row is the rest of the root. */
  const rows = [...table.matchAll(/^\| (the root|`[^|]*`) \|/gm)].map((row) =>
    [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
  );
  const named = new Map(rows.flatMap((names, at) => names.map((name) => [name, at] as const)));
  const inside = libs.filter((source) => source.path.startsWith(folder) && !isSpec(source));
  const rowOf = (path: string): number => {
    const [place = '', ...rest] = path.slice(folder.length).replace(/\.ts$/, '').split('/');
    return named.get(place) ?? (rest.length > 0 ? -1 : 0);
  };

  it('names every folder there is, and nothing else', () => {
    const places = new Set(inside.map(({ path }) => path.slice(folder.length).replace(/\.ts$|\/.*$/g, '')));
    expect([...named.keys()].filter((name) => !places.has(name))).toEqual([]);
    expect(inside.filter(({ path }) => rowOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  it('lets a file import only what stands in its own row or above', () => {
    const wrong = inside.flatMap((source) =>
      importsOf(source)
        .filter((written) => written.startsWith('.') && rowOf(target(source, written)) > rowOf(source.path))
        .map((written) => `${source.path} imports ${written}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('The folders of a lib', () => {
  /** What stands at the root of a lib, and its migrations, are its common ground. */
  const folderOf = (path: string): string => /^libs\/[^/]+\/src\/([^/]+)\//.exec(path)?.[1] ?? '';
  it.each(order)('import each other in no circle: %s', (lib) => {
    const ways = new Map<string, Set<string>>();
    for (const source of libs.filter(
      ({ path }) => libOf(path) === lib && folderOf(path) !== '' && !path.endsWith('.spec.ts'),
    ))
      for (const written of importsOf(source)) {
        const [from, to] = [folderOf(source.path), written.startsWith('.') ? folderOf(target(source, written)) : ''];
        if (to !== '' && to !== from) ways.set(from, (ways.get(from) ?? new Set()).add(to));
      }
    const below = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of ways.get(from) ?? []) if (!seen.has(to)) below(to, seen.add(to));
      return seen;
    };
    expect([...ways.keys()].filter((folder) => below(folder).has(folder))).toEqual([]);
  });
});

describe('Now', () => {
  /** Where the machine may be asked for its time, and why. */
  const askers: Readonly<Record<string, string>> = {
    'libs/platform/src/system-clock.ts': 'the one place that asks',
  };
  /** Where a Date may be made of something that is given: a text, a number. It asks nobody for the time. */
  const makers: Readonly<Record<string, string>> = {
    'libs/kernel/src/day.ts': 'the one place that turns texts and numbers into instants',
  };
  it('is asked of the clock, never of the machine', () => {
    const asked = running
      .filter((source) => askers[source.path] === undefined)
      .flatMap((source) => placesOf(source, /new Date\(\s*\)|\bDate\.now\(|(?<!new )\bDate\(\s*\)/));
    expect(asked).toEqual([]);
  });

  it('is made of a text or a number in one file only', () => {
    const made = running
      .filter((source) => askers[source.path] === undefined && makers[source.path] === undefined)
      .flatMap((source) => placesOf(source, /new Date\(\s*[^)\s]/));
    expect(made).toEqual([]);
  });

  /** What measures real time between machines, by the one clock that they share; no moment of a bid is taken from it unmoved. */
  const shared = ['bids/entry-clock.ts', 'bids/bid-processes.ts', 'auction-outages.service.ts'];

  it('is never the database’s, which no test can move', () => {
    const sql = running
      .filter(({ path }) => !shared.some((each) => path === `libs/auctions/src/${each}`))
      .flatMap((source) =>
        placesOf(
          source,
          /(?<![.\w])now\(\)|\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\b(statement|transaction|clock)_timestamp\(/i,
        ),
      );
    expect(sql.filter((place) => !/\bnow\(\)\s*(:|\{)/.test(place))).toEqual([]);
  });
});

describe('What an office covers', () => {
  it('is said in the kernel and nowhere else', () => {
    // 000 cut off a code, the beginning of an office’s own code, or posts searched by hand: `scopesOf` and `reaches` say it.
    const said = running
      .filter((source) => libOf(source.path) !== 'kernel')
      .flatMap((source) =>
        placesOf(source, /\(000\)|\.startsWith\(prefixOf\(|\bcovers\(held\.|prefixOf\((held|post|each)\.officeCode/),
      );
    expect(said).toEqual([]);
  });
});

describe('A file', () => {
  it('has at most 250 lines', () => {
    const long = ours
      .map((source) => ({ path: source.path, lines: source.text.split('\n').length - 1 }))
      .filter((each) => each.lines > 250);
    expect(long).toEqual([]);
  });

  it('is named for what it is about', () => {
    const empty = /^(utils?|helpers?|common|managers?|data|info|base)$/;
    const named = ours.filter((source) => {
      const own = source.path.split('/').slice(source.path.startsWith('libs/') ? 3 : 1);
      return own.some((part) => part.split(/[.-]/).some((word) => empty.test(word)));
    });
    // What TypeORM and Handlebars themselves call these things.
    const given = ['libs/platform/src/data-source.ts', 'libs/platform/src/template-helpers.ts'];
    expect(named.map((source) => source.path).filter((path) => !given.includes(path))).toEqual([]);
  });

  it('has no kind but those that libs/README.md names', () => {
    const inside = /## Inside a lib\n([\s\S]*?)\n## /.exec(readFileSync('libs/README.md', 'utf8'))?.[1] ?? '';
    const kinds = [...inside.matchAll(/`(?:nouns?\.)?([a-z]+)(?:\.ts)?`/g)].map((row) => row[1] ?? '');
    const other = running.filter(({ path }) => {
      const kind = /\/[^/.]+\.([a-z.]+)\.ts$/.exec(path)?.[1] ?? '';
      return path.startsWith('libs/') && kind !== '' && !kinds.includes(kind.split('.').at(-1) ?? '');
    });
    expect(other.map(({ path }) => path)).toEqual([]);
  });

  it('knows its types: no any', () => {
    // The workflow of an unknown record: its rules take facts only they know.
    const allowed = /libs\/kernel\/src\/workflow\.ts:\d+ export type AnyWorkflow/;
    const found = ours
      .filter((source) => source.path.endsWith('.ts') && source.path !== 'test/architecture.spec.ts')
      .flatMap((source) => placesOf(source, /(:\s*any\b(?!['\w])|\bas any\b|<any>|<any,|,\s*any>|\bany\[\])/));
    expect(found.filter((place) => !allowed.test(place))).toEqual([]);
  });

  it('has a timestamp of its own if it is a migration', () => {
    const stamps = libs.flatMap((source) => /\/migrations\/(\d{13})-[a-z-]+\.ts$/.exec(source.path)?.[1] ?? []);
    expect(stamps.length).toBe(libs.filter((source) => source.path.includes('/migrations/')).length);
    expect(stamps.filter((stamp, index) => stamps.indexOf(stamp) !== index)).toEqual([]);
  });
});
