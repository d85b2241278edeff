import { join } from 'node:path';
import { type Config, startEmbedded } from '#platform';

/** The PostgreSQL the exchange works on, and how to stop it if it is ours. */
export type DatabaseServer = Awaited<ReturnType<typeof startEmbedded>>;

/** Starts the embedded PostgreSQL, unless the settings name another one. */
export async function startDatabase({ databaseUrl, stateFolder }: Config): Promise<DatabaseServer> {
  if (databaseUrl === null) return startEmbedded(join(stateFolder, 'database'), 'exchange');
  return { url: databaseUrl, stop: () => Promise.resolve(), lost: new Promise(() => undefined) };
}
