import { ConfigError, readConfig } from '#platform';
import { openExchange } from './open-exchange.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const exchange = await openExchange(config);
  await exchange.app.listen(config.port, config.host);
  console.log(`农村产权流转交易平台已打开：${config.publicUrl}`);
  const leave = (): void => void exchange.close().then(() => process.exit(0));
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
