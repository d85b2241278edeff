import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole } from './arrows-compared.mjs';

/** What no test has seen and why that is so: `reason: what`, one a line. The list only grows shorter. */
const named = 'test/unseen-answers.txt';

/** Which records of a list are read hangs on their ids, made by chance: between two whole runs five lines came or went. */
const forgiven = 12;

/** What of the document no answer of a whole run has shown and no line names, and lines that name what was shown. */
export function unseenAnswers(globalConfig) {
  const document = join(process.env.TEST_FOLDER, 'openapi.json');
  if (!isWhole(globalConfig) || !existsSync(document)) return [];
  const seen = new Set(linesOf(join(process.env.TEST_FOLDER, 'answers.txt')));
  const unseen = toBeSeen(JSON.parse(readFileSync(document, 'utf8'))).filter((each) => !seen.has(each));
  mkdirSync('var', { recursive: true });
  writeFileSync(join('var', 'unseen-answers.txt'), `${unseen.join('\n')}\n`);
  if (!existsSync(named)) return [];
  const known = linesOf(named).map((line) => line.slice(line.indexOf(': ') + 2));
  const over = known.filter((each) => !unseen.includes(each));
  if (over.length > 0) process.stdout.write(`${named} names what was seen, or is gone: ${over.join(', ')}\n`);
  const unnamed = unseen.filter((each) => !known.includes(each));
  if (unnamed.length > forgiven) return unnamed;
  if (unnamed.length > 0)
    process.stdout.write(
      `No test saw these ${unnamed.length} parts of the document this time: ${unnamed.join(', ')}\n`,
    );
  return [];
}

/** Refusals that an answer of the run showed and the operation does not name. */
export function unnamedRefusals() {
  const file = join(process.env.TEST_FOLDER, 'openapi.json');
  if (!existsSync(file)) return [];
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8'));
  const named = new Set();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(methods))
      for (const { $ref } of Object.values(responses))
        for (const { $ref: example } of examplesOf(components, $ref))
          named.add(`${method.toUpperCase()} ${path} /problems/${example.split('/').at(-1)}`);
  return linesOf(join(process.env.TEST_FOLDER, 'answers.txt'))
    .filter((line) => line.startsWith('refused ') && !befallsAny.test(line))
    .map((line) => line.slice('refused '.length))
    .filter((line) => !named.has(line));
}

/** What the server says of itself and of what never came to an operation: `default` in the document. */
const befallsAny = /\/(internal|busy|too-many-requests|method-not-allowed)$/;

const examplesOf = ({ responses }, $ref = '') =>
  Object.values(responses[$ref.split('/').at(-1)]?.content['application/problem+json'].examples ?? {});

/** Every operation, and of its answers every field and every code, as `answers-seen.ts` writes what was seen. */
function toBeSeen({ paths, components }) {
  const all = new Set();
  const views = new Set();
  const add = (schema, at) => {
    const view = schema.$ref?.split('/').at(-1);
    if (view !== undefined && !views.has(view)) {
      views.add(view);
      for (const code of components.schemas[view].enum ?? []) all.add(`${view}=${code}`);
      for (const [part, each] of Object.entries(components.schemas[view].properties ?? {})) {
        all.add(`${view}.${part}`);
        add(each, `${view}.${part}`);
      }
    }
    for (const code of schema.enum ?? []) all.add(`${at}=${code}`);
    for (const each of schema.anyOf ?? []) add(each, at);
    for (const each of [schema.items, schema.additionalProperties]) if (typeof each === 'object') add(each, at);
  };
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(methods)) {
      all.add(`${method.toUpperCase()} ${path}`);
      for (const [status, { content }] of Object.entries(responses)) {
        const schema = content?.['application/json']?.schema;
        if (status.startsWith('2') && schema) add(schema, path);
      }
    }
  return [...all].toSorted();
}

const linesOf = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
    : [];
