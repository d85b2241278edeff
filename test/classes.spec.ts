import { describe, expect, it } from '@jest/globals';
import { codeOf, sourcesUnder } from './support/sources.js';

describe('A class that is injected', () => {
  const classes = sourcesUnder(['libs', 'apps'], /(?<!\.spec)\.ts$/).flatMap((source) =>
    [...codeOf(source).matchAll(/@(?:Injectable|Controller)\([^)]*\)[\s\S]*?class (\w+)[^{]*\{([\s\S]*?)\n\}/g)].map(
      ([, name = '', body = '']) => ({ name, body, path: source.path }),
    ),
  );
  const argumentsOf = (body: string): number =>
    (/constructor\(([\s\S]*?)\)\s*\{/.exec(body)?.[1]?.match(/(?:private |protected |public |readonly )+\w+/g) ?? [])
      .length;

  it('does something: a bag of dependencies is none', () => {
    const idle = classes.filter(({ body }) => !/\n {2}(?!constructor)(?:[\w*]+ )*\*?\w+(?:<[^>]*>)?\(/.test(body));
    expect(idle.map(({ name, path }) => `${path} ${name}`)).toEqual([]);
  });

  it('asks for at most six others', () => {
    const many = classes.filter(({ body }) => argumentsOf(body) > 6);
    expect(many.map(({ name, path, body }) => `${path} ${name}: ${argumentsOf(body)}`)).toEqual([]);
  });
});
