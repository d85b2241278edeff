import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredProblems } from '#kernel';
import { TestExchange } from './support/exchange.js';
import { codeOf, sourcesUnder } from './support/sources.js';

/** Refusals of an input that speak of no one field of one form, with the reason. */
const ofNoField: Readonly<Record<string, string>> = {
  'invalid-input': 'names its fields itself',
  'too-many-fields': 'speaks of the whole request',
  'field-twice': 'names its field itself',
  'find-unknown': 'names its field itself',
  'find-too-many': 'is asked of a finder',
  'idempotency-other-body': 'speaks of the key of the whole request',
  'bid-key-used': 'speaks of the key of the whole request',
  'act-of-another-kind': 'speaks of what was ticked in a list',
  'calendar-question': 'is asked by an address',
  'calendar-notice': 'speaks of lines of an uploaded file',
  'clock-backwards': 'is asked by days, by working days or by a moment',
  'clock-too-far': 'is asked by days, by working days or by a moment',
  'parameter-refused': 'speaks of value, day or basis, each by a field of its own',
  'inspection-other-parcel': 'speaks of the address of the form',
  'decision-missing': 'speaks of what has to be recorded before',
  'personal-data-in-text': 'speaks of a text that is composed of many fields',
  'interest-nobody': 'speaks of who is signed in',
  'right-same-parties': 'speaks of both sides of a case',
  ...Object.fromEntries(
    ['party-name-wrong', 'identity-wrong', 'credit-code-wrong', 'phone-wrong'].map((type) => [
      type,
      'is said by the field of each form, and again where it is kept',
    ]),
  ),
  ...Object.fromEntries(
    ['file-wrong-type', 'file-empty', 'file-unsafe'].map((type) => [type, 'names the file in its words']),
  ),
  ...Object.fromEntries(['list-filter', 'list-sort', 'list-cursor'].map((type) => [type, 'is asked of a list'])),
};

describe('A refusal of what was filled in', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  const refused = () => declaredProblems().filter(({ status }) => status === 422);

  it('names the field that it speaks about', () => {
    const silent = refused().filter(({ type, at }) => at === undefined && ofNoField[type] === undefined);
    expect(silent.map(({ type }) => type)).toEqual([]);
    const said = refused().map(({ type }) => type);
    expect(Object.keys(ofNoField).filter((type) => !said.includes(type))).toEqual([]);
  });

  it('names one that some form has, and says the title there or what stands against it', () => {
    const fields = new Set(
      sourcesUnder(['libs'], /\.input\.ts$/).flatMap((source) =>
        [...codeOf(source).matchAll(/\b(\w+)[?!]?(?::| = )/g)].map(([, name]) => name),
      ),
    );
    const named = refused().filter(({ at }) => at !== undefined);
    expect(named.filter(({ at }) => !fields.has(at!)).map(({ type, at }) => [type, at])).toEqual([]);
    for (const kind of named) {
      expect(kind().members.errors).toEqual([{ pointer: `#/${kind.at}`, detail: kind.title }]);
      expect(kind({ detail: '这里不对' }).members.errors).toEqual([{ pointer: `#/${kind.at}`, detail: '这里不对' }]);
    }
  });
});
