import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '#kernel';
import {
  type Config,
  Database,
  MovableClock,
  SystemClock,
  configureWeb,
  migrate,
  refuseForeignKey,
  refuseUnfitSession,
  webAdapter,
} from '#platform';
import { type DatabaseServer, startDatabase } from './database-server.js';
import { ExchangeModule } from './exchange.module.js';
import { forgetting, migrations } from './libs.js';

/** A running exchange: its web application, its clock, and how to close both and the database. */
export interface Exchange {
  app: NestFastifyApplication;
  clock: Clock;
  databaseUrl: string;
  /** Told if the exchange's own PostgreSQL died for good: without it there is nothing to answer with. */
  lost: Promise<string>;
  close(): Promise<void>;
}

/** Opens the exchange on its database, which may be starting still. Migrates first. */
export async function openExchange(
  config: Config,
  logger: false | ['error', 'warn'] = ['error', 'warn'],
  starting: Promise<DatabaseServer> = startDatabase(config),
): Promise<Exchange> {
  const server = await starting;
  const databaseUrl = server.url;
  try {
    await migrate(config.migrationUrl ?? databaseUrl, config.databaseRole, migrations, forgetting);
    const clock = config.mode === 'training' ? new MovableClock() : new SystemClock();
    const app = await buildApp(config, clock, databaseUrl, logger);
    await fit(app, config, clock).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    const close = async (): Promise<void> => {
      await app.close();
      await server.stop();
    };
    return { app, clock, databaseUrl, lost: server.lost, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Whether the database is the one that belongs to these settings, and how its clock stands. */
async function fit(app: NestFastifyApplication, config: Config, clock: Clock): Promise<void> {
  const database = app.get(Database);
  await refuseUnfitSession(database, config.databaseRole);
  await refuseForeignKey(database, config);
  if (clock instanceof MovableClock) await clock.recall(database);
}

/** The web application on a migrated database, ready to answer but not yet listening. */
export async function buildApp(
  config: Config,
  clock: Clock,
  databaseUrl: string,
  logger: false | ['error', 'warn'],
  wall: Clock = new SystemClock(),
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ExchangeModule.with(config, clock, databaseUrl, wall),
    webAdapter(config),
    { logger, bodyParser: false },
  );
  await configureWeb(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
