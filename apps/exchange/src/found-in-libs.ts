import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getMetadataArgsStorage } from 'typeorm';
import type { Migration } from '#platform';

type Class = new () => object;

const files = readdirSync(fileURLToPath(new URL('../../../libs/', import.meta.url)), {
  withFileTypes: true,
  recursive: true,
})
  .filter((entry) => entry.isFile())
  .toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** The migrations in the libs' `migrations` folders, oldest first; none is read before it must run. */
export function foundMigrations(): Migration[] {
  return files
    .filter(({ parentPath, name }) => basename(parentPath) === 'migrations' && /^\d{13}-.*\.[jt]s$/.test(name))
    .map((file) => ({
      stamp: Number(file.name.slice(0, 13)),
      name: file.name.slice(14, -3),
      load: async () => (await classesIn(file))[0]!,
    }));
}

/** The entities, wherever they stand in the libs. */
export async function foundEntities(): Promise<Class[]> {
  const wanted = files.filter(({ name }) => /\.entit(y|ies)\.[jt]s$/.test(name));
  const found = (await Promise.all(wanted.map(classesIn))).flat();
  const tables = new Set(getMetadataArgsStorage().tables.map(({ target }) => target));
  return found.filter((each) => tables.has(each));
}

async function classesIn({ parentPath, name }: Dirent): Promise<Class[]> {
  return Object.values((await import(pathToFileURL(join(parentPath, name)).href)) as Record<string, Class>);
}
