import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { placesOf, sourcesUnder } from './support/sources.js';

/** What runs: libs and apps without their specs. */
const running = sourcesUnder(['libs', 'apps'], /\.ts$/).filter((source) => !source.path.endsWith('.spec.ts'));
const templates = sourcesUnder(['templates'], /\.hbs$/);

describe('A template', () => {
  it('escapes everything but the body inside the layout', () => {
    const open = templates.flatMap((source) => placesOf(source, /\{\{\{|\{\{&/));
    expect(open.filter((place) => !/^templates\/layout\.hbs:\d+ \{\{\{body\}\}\}$/.test(place))).toEqual([]);
  });

  it('holds no style and no script of its own', () => {
    expect(
      templates.flatMap((source) =>
        placesOf(
          source,
          /\sstyle\s*=|<style\b|<script\b(?! type="module" src="\{\{asset )|\son[a-z]+\s*=\s*["']|javascript:/i,
        ),
      ),
    ).toEqual([]);
  });
});

describe('What the exchange says', () => {
  // 登记是不动产登记机构的事（自然资发〔2022〕157号）；交易所审核、公示、记台账。
  const claimed =
    /准予登记|登记权利|(?<!产)权利(?:已经?|暂不|还没有|待)?登记|待登记|登记抵押|抵押登记|经营权(?:还没有|已经?)登记/;
  it('claims nowhere that it registers a right', () => {
    const now = [...running, ...templates].filter(({ path }) => !path.startsWith('templates/papers/before/'));
    expect(now.flatMap((source) => placesOf(source, claimed))).toEqual([]);
  });
});

describe('The loss of priority', () => {
  // 过期不再保护出自承包纠纷解释第十一条第一项；承包法第三十八条第五项是给优先权的。
  it('is cited to the interpretation that takes it, not to the law that gives it', () => {
    const now = [...running, ...templates].filter(({ path }) => !path.startsWith('templates/papers/before/'));
    const lost = now.flatMap((source) =>
      [...source.text.matchAll(/(?:不能再(?:主张|说)|不再保护)[^。'`]{0,80}/g)].map(([said]) => ({
        path: source.path,
        said,
      })),
    );
    expect(lost.length).toBeGreaterThan(5);
    expect(lost.filter(({ said }) => !/承包纠纷解释第十一条第一项|优先权$/.test(said))).toEqual([]);
  });
});

describe('A due moment', () => {
  // 到期的时刻是最后一天的 24:00（民法典第二百零三条）；照它的日期印，就晚了一天。
  const aDayLate =
    /dayOf\((?:\w+[.?]+)*(?:dueAt|due)\)|due_at AT TIME ZONE|due_at::date|\{\{(?:moment|day|dayOfMoment|dayAndTime) [\w./]*dueAt|column\.(?:moment|day)\('[\w.]*due_at'\)/;
  it('is never taken for its day: everybody asks for its last day', () => {
    const places = [...running, ...templates]
      .filter(({ path }) => !path.includes('/migrations/'))
      .flatMap((source) => placesOf(source, aDayLate));
    // The two that know: where midnight is told from an hour.
    const known = places.filter((place) => /^libs\/(?:kernel\/src\/day|platform\/src\/period\.view)\.ts/.test(place));
    expect(places.filter((place) => !known.includes(place))).toEqual([]);
    expect(known).toHaveLength(2);
  });
});

describe('CONTRIBUTING', () => {
  it('names no file to read that is not there', () => {
    const text = readFileSync('CONTRIBUTING.md', 'utf8');
    const named = [...text.matchAll(/^\d+\. `((?:libs|templates)\/[\w./-]+\.\w+)`:/gm)].map(([, file]) => file ?? '');
    expect(named).toHaveLength(14);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('A decision', () => {
  it('has a number of its own', () => {
    const numbers = sourcesUnder(['docs/decisions'], /\/\d{4}-[a-z0-9-]+\.md$/).map((source) =>
      source.path.slice(15, 19),
    );
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  });
});

describe('A pattern', () => {
  const literal = /(?<![\w)\]/*$])\/(?![*/])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\])+)\/[dgimsuvy]*(?=[\s.,;)\]:?]|$)/g;
  /** Without its classes and escapes, so that only groups and repetitions are left. */
  const bones = (pattern: string): string => pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  it('repeats nothing that repeats itself: no text makes it run for ever', () => {
    const nested = running.flatMap((source) =>
      [...source.text.matchAll(literal)]
        .map((found) => found[1] ?? '')
        .filter((pattern) => /\((?:[^()]*[+*]|[^()]*\{\d+,\d*\})[^()]*\)(?:[+*]|\{\d+,\d*\})/.test(bones(pattern)))
        .map((pattern) => `${source.path} /${pattern}/`),
    );
    expect(nested).toEqual([]);
  });

  it('that nests is seen by this test', () => {
    for (const pattern of ['(a+)+', '(?:\\d*x?)*', '^(\\w+\\s?){2,}$'])
      expect(/\((?:[^()]*[+*]|[^()]*\{\d+,\d*\})[^()]*\)(?:[+*]|\{\d+,\d*\})/.test(bones(pattern))).toBe(true);
  });
});
