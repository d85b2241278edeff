import { describe, expect, it } from '@jest/globals';
import { type Source, codeOf, placesOf, sourcesUnder } from './support/sources.js';

const libs = sourcesUnder(['libs'], /\.ts$/);
const ours = sourcesUnder(['apps', 'libs', 'test', 'bench', 'scripts'], /\.(ts|mjs)$/);

const libOf = (path: string): string => path.split('/')[1] ?? '';
const isSpec = (source: Source): boolean => source.path.endsWith('.spec.ts');
/** What runs: libs and apps without their specs. */
const running = [...libs, ...sourcesUnder(['apps'], /\.ts$/)].filter((source) => !isSpec(source));

describe('A state', () => {
  const subjects = libs.flatMap((source) =>
    [...codeOf(source).matchAll(/\bworkflow\(\s*'([a-z_]+)'/g)].map((found) => found[1] ?? ''),
  );
  const withWorkflow = new Set(
    libs.filter((source) => /\.workflow\.ts$/.test(source.path)).map((source) => libOf(source.path)),
  );
  const code = libs.filter((source) => !isSpec(source) && source.path !== 'libs/platform/src/acts/step-gate.ts');

  it('is assigned by the gate and by nothing else', () => {
    const assigned = code
      .filter((source) => withWorkflow.has(libOf(source.path)))
      .flatMap((source) => placesOf(source, /(?<!\b[a-z])\.(state|stateSince)\s*=(?![=>])/));
    expect(assigned).toEqual([]);
  });

  it('is written to the table by the gate and by nothing else', () => {
    const tables = subjects.join('|') || 'none';
    const update = new RegExp(
      `UPDATE\\s+"?(?:${tables})"?\\s+(?:\\w+\\s+)?SET\\s+(?:(?!WHERE|\`)[\\s\\S])*?\\bstate(?:_since)?\\s*=`,
      'i',
    );
    const saved = /\.update\((?:(?!\);)[\s\S])*?\bstate(Since)?:/;
    const written = code
      // A migration gives a state its new name.
      .filter((source) => !source.path.includes('/migrations/'))
      .filter(
        (source) => update.test(codeOf(source)) || (withWorkflow.has(libOf(source.path)) && saved.test(codeOf(source))),
      )
      .map((source) => source.path);
    expect(written).toEqual([]);
  });
});

describe('A write outside a transaction', () => {
  /** What may be written by a statement alone: it belongs to no act and leaves no history. */
  const housekeeping = [
    'session', 'sign_in_failure', 'page_memory', 'code_guess', 'clock_trouble', 'clock_round', 'idempotency_key', 'ledger_check', 'quarantined_row', 'api_key', 'bid_process', 'bid_watch',
    // What is typed is kept even if the act is refused.
    'application_draft',
    // From where a number bids is kept also where its bid is refused.
    'auction_trace',
  ]; // prettier-ignore
  const statements = (source: Source, call: string): string[] =>
    [
      ...codeOf(source).matchAll(
        new RegExp(
          `(?:${call})(?:<[^;()]*>)?\\(\\s*(?:'[^'\\n]*',\\s*)?[\`'](?:WITH \\w+ AS \\()?\\s*(INSERT|UPDATE|DELETE|TRUNCATE|MERGE)\\b(?:\\s+(?:INTO|FROM|ONLY))*\\s+"?(\\w+)`,
          'g',
        ),
      ),
    ].map((found) => `${found[2] ?? ''}`);
  it('goes through Database.write, in tests as well: ask, rows and the reader read', () => {
    const wrong = ours.flatMap((source) =>
      statements(source, '\\.ask|\\.rows|\\breader\\.query').map((table) => `${source.path} writes ${table}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps house and nothing else', () => {
    // A statement that has a name instead of a text would hide its table.
    const named = running.flatMap((source) => placesOf(source, /database\.write\((?!\s*$|['`<]|keepAnswerSql,)/));
    expect(named).toEqual([]);
    const written = running.flatMap((source) => statements(source, 'database\\s*\\.write'));
    expect(written.length).toBeGreaterThan(8);
    expect(written.filter((table) => !housekeeping.includes(table))).toEqual([]);
  });
});
