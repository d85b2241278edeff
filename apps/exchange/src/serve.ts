import { ClockTimer, ConfigError, Templates, readConfig } from '#platform';
import { startDatabase } from './database-server.js';

/** The server, from its settings to the line that tells where it answers. */
export async function serve(): Promise<void> {
  await open().catch((error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  });
}

async function open(): Promise<void> {
  const config = readConfig(process.env);
  // PostgreSQL starts, or is made, in processes of its own while the rest of the program loads.
  const starting = startDatabase(config);
  starting.catch(() => undefined); // Told by whoever waits for it.
  const { openExchange } = await import('./open-exchange.js');
  const { firstStart, trainingWords } = await import('./first-start.js');
  const { playOnce } = await import('./training/play-once.js');
  const exchange = await openExchange(config, ['error', 'warn'], starting);
  await firstStart(exchange.app, config);
  await playOnce(exchange.app, config, exchange.clock, exchange.databaseUrl);
  if (config.clockInside) exchange.app.get(ClockTimer).start();
  await exchange.app.listen(config.port, config.host);
  const { AuctionTicker } = await import('#auctions');
  exchange.app.get(AuctionTicker).start();
  console.log(exchange.app.get(Templates).text('terminal/opened', { publicUrl: config.publicUrl }));
  if (config.mode === 'training') console.log(await trainingWords(exchange.app));
  void exchange.lost.then((reason) => {
    console.error(reason);
    process.exit(1);
  });
  const leave = (): void => void exchange.close().then(() => process.exit(0));
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
}
