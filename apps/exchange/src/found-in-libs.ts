import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getMetadataArgsStorage } from 'typeorm';

/** The migrations in the libs' `migrations` folders, oldest first. */
export function migrationsUnder(libs: URL): Promise<(new () => object)[]> {
  return classesUnder(libs, ({ parentPath, name }) => basename(parentPath) === 'migrations' && /\.[jt]s$/.test(name));
}

/** The entities, wherever they stand in the libs. */
export async function entitiesUnder(libs: URL): Promise<(new () => object)[]> {
  const found = await classesUnder(libs, ({ name }) => /\.entit(y|ies)\.[jt]s$/.test(name));
  const tables = new Set(getMetadataArgsStorage().tables.map(({ target }) => target));
  return found.filter((each) => tables.has(each));
}

async function classesUnder(libs: URL, wanted: (entry: Dirent) => boolean): Promise<(new () => object)[]> {
  const files = readdirSync(libs, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && wanted(entry))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href);
  const modules = (await Promise.all(files.map((file) => import(file)))) as Record<string, new () => object>[];
  return modules.flatMap((module) => Object.values(module));
}
