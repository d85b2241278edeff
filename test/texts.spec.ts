import { describe, expect, it } from '@jest/globals';
import { placesOf, sourcesUnder } from './support/sources.js';

const templates = sourcesUnder(['templates'], /\.hbs$/);

describe('A template', () => {
  it('escapes everything but the body inside the layout', () => {
    const open = templates.flatMap((source) => placesOf(source, /\{\{\{|\{\{&/));
    expect(open.filter((place) => !/^templates\/layout\.hbs:\d+ \{\{\{body\}\}\}$/.test(place))).toEqual([]);
  });

  it('holds no style and no script of its own', () => {
    expect(
      templates.flatMap((source) =>
        placesOf(source, /\sstyle\s*=|<style\b|<script\b|\son[a-z]+\s*=\s*["']|javascript:/i),
      ),
    ).toEqual([]);
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
