import { Problem } from '#kernel';
import { ConfigError, readConfig } from '#platform';
import { type Command, CommandError, readWords } from './commands/command.js';
import { generateRegister } from './commands/generate.js';
import { loadCounty } from './commands/load-county.js';
import { playCases } from './commands/play.js';
import { makeAdministrator } from './commands/make-administrator.js';
import { openExchange } from './open-exchange.js';

/** `npm run county -- NAME …`: what the county's IT officer does from a terminal. */
const commands: Readonly<Record<string, Command>> = {
  load: loadCounty,
  generate: generateRegister,
  administrator: makeAdministrator,
  play: playCases,
};

async function main(): Promise<void> {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    const usages = Object.values(commands).map((each) => `  npm run county -- ${each.usage}`);
    throw new CommandError(`Commands:\n${usages.join('\n')}`);
  }
  const exchange = await openExchange(readConfig(process.env));
  try {
    await command.run(exchange, readWords(rest));
  } finally {
    await exchange.close();
  }
}

main().catch((error: unknown) => {
  const told = error instanceof CommandError || error instanceof ConfigError;
  console.error(
    told ? error.message : error instanceof Problem ? `${error.title} ${error.members.detail ?? ''}` : error,
  );
  process.exitCode = 1;
});
