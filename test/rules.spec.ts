import { describe, expect, it } from '@jest/globals';
import { codeOf, sourcesUnder } from './support/sources.js';

describe('A rule', () => {
  const rules = sourcesUnder(['libs'], /\.rules\.ts$/);
  const specs = new Map(sourcesUnder(['libs'], /\.rules\.spec\.ts$/).map((spec) => [spec.path, spec]));

  it.each(rules.map((source) => [source.path, source] as const))(
    'of %s is asked in the spec beside it',
    (path, source) => {
      const spec = specs.get(path.replace(/\.ts$/, '.spec.ts'));
      const asked = new Set(spec ? codeOf(spec).match(/\w+/g) : []);
      const claims = [...codeOf(source).matchAll(/^export (?:async )?(?:function\*?|const) (\w+)/gm)].map(
        ([, name = '']) => name,
      );
      expect(claims.filter((name) => !asked.has(name))).toEqual([]);
    },
  );

  it('is written where this test looks for it', () => {
    expect(rules.length).toBeGreaterThan(15);
    expect([...specs.keys()].filter((path) => !rules.some((each) => each.path === path.replace('.spec', '')))).toEqual(
      [],
    );
  });
});
