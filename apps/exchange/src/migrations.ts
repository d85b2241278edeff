import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The migrations in the libs' `migrations` folders, oldest first. */
export async function migrationsUnder(libs: URL): Promise<(new () => object)[]> {
  const files = readdirSync(libs, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && basename(entry.parentPath) === 'migrations' && /\.[jt]s$/.test(entry.name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href);
  const modules = (await Promise.all(files.map((file) => import(file)))) as Record<string, new () => object>[];
  return modules.flatMap((module) => Object.values(module));
}
