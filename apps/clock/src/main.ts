import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  ClockTimer,
  ConfigError,
  Database,
  MovableClock,
  SystemClock,
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
    throw new ConfigError('时钟单独运行要设置 DATABASE_URL：内置的 PostgreSQL 只跟着服务器走。见 docs/operations.md。');
  await awaitSchema(config.databaseUrl, migrations, patienceMinutes, () => console.log('等服务器把表建好…'));
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
  console.log('时钟已走动。');
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
