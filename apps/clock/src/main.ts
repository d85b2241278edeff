import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  ClockTimer,
  ConfigError,
  Database,
  MovableClock,
  SystemClock,
  Templates,
  awaitSchema,
  readConfig,
  refuseUnfitSession,
} from '#platform';
import { ExchangeModule } from '../../exchange/src/exchange.module.js';
import { migrations } from '../../exchange/src/libs.js';

/** Minutes for which a clock that was started first waits for the server to make the tables. */
const patienceMinutes = 5;

/** The clock as a process of its own, for installations that outgrow one process (CLOCK_INSIDE=no in the server). */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  // The embedded database lives and dies with the server, so a second process has none to work on.
  if (config.databaseUrl === null)
    throw new ConfigError(
      'A clock of its own needs DATABASE_URL: the embedded PostgreSQL goes with the server. See docs/operations.md.',
    );
  await awaitSchema(config.databaseUrl, migrations, patienceMinutes, () =>
    console.log('Waits for the server to make the tables.'),
  );
  const clock = config.mode === 'training' ? new MovableClock() : new SystemClock();
  const app = await NestFactory.createApplicationContext(ExchangeModule.with(config, clock, config.databaseUrl), {
    logger: ['error', 'warn'],
  });
  await refuseUnfitSession(app.get(Database), config.databaseRole);
  if (clock instanceof MovableClock) await clock.recall(app.get(Database));
  app.get(ClockTimer).start();
  const awake = setInterval(() => undefined, 3_600_000);
  const leave = (): void => {
    clearInterval(awake);
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  console.log(app.get(Templates).text('terminal/walking', {}));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
