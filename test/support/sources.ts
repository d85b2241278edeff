import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the checkout as the tests of the house read it. */
export interface Source {
  /** Path from the checkout, with slashes. */
  path: string;
  text: string;
}

const root = process.cwd();

/** Files under some folders whose path fits. */
export function sourcesUnder(folders: readonly string[], fits: RegExp): Source[] {
  return folders.flatMap((folder) => filesUnder(join(root, folder)).filter((source) => fits.test(source.path)));
}

function filesUnder(folder: string): Source[] {
  // Git keeps no empty folder: a fresh clone may lack one.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** The same text, lines kept, without comments: a rule about code must not trip over a sentence about it. */
export function codeOf(source: Source): string {
  return source.text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');
}

/** `path:line text` of every place in the code that fits. */
export function placesOf(source: Source, pattern: RegExp): string[] {
  return codeOf(source)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${source.path}:${index + 1} ${line.trim()}`] : []));
}

/** What a file imports: static, dynamic and for its effect. */
export function importsOf(source: Source): string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)['"]([^'"]+)['"]/g;
  return [...codeOf(source).matchAll(pattern)].map((found) => found[1] ?? '');
}
