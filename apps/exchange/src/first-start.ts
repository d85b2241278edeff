import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { calendarYearFromHoliday, clockActor, day } from '#kernel';
import { EscrowAccounts } from '#ledger';
import { CountyService, TrainingStaff } from '#offices';
import { readyCounty } from './training/ready-county.js';
import {
  Acts,
  AccountsService,
  Calendars,
  type Config,
  ConfigError,
  Database,
  Templates,
  trainingPassword,
} from '#platform';

/** The day from which the first division file counts. */
const firstDay = day('2019-01-01');

/**
 * What an empty database needs before anybody can work: the State Council's calendar and, in training, the county and its
 * made-up staff. A live county is loaded and given its administrator by hand; without one the server does not open.
 */
export async function firstStart(app: INestApplicationContext, config: Config): Promise<void> {
  await loadCalendars(app);
  if (config.mode === 'live') return checkAdministrator(app, config);
  await loadCounty(app, config);
  await app.get(TrainingStaff).seed();
  await app.get(EscrowAccounts).seedTraining(firstDay);
  await readyCounty(app, config);
}

/** What a training county prints when it opens. */
export async function trainingWords(app: INestApplicationContext): Promise<string> {
  const accounts = await app.get(AccountsService).trainingAccounts();
  const wide = accounts.map((account) => ({ ...account, login: account.login.padEnd(22) }));
  return app.get(Templates).text('terminal/training-accounts', { password: trainingPassword, accounts: wide });
}

async function loadCalendars(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database);
  if ((await database.ask('SELECT 1 FROM calendar_year LIMIT 1')).length > 0) return;
  const folder = join(process.cwd(), 'data', 'holidays');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const years = files.map((name) => calendarYearFromHoliday(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  await app.get(Acts).byClock(async (act) => {
    for (const year of years) await app.get(Calendars).loadYear(act, year);
  });
}

async function loadCounty(app: INestApplicationContext, config: Config): Promise<void> {
  const county = app.get(CountyService);
  if (await county.isLoaded()) return;
  const folder = join(process.cwd(), 'data', 'divisions');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(`${config.county.code}-`))
    : [];
  const [fileName] = files.toSorted();
  if (fileName === undefined) {
    console.warn(app.get(Templates).text('terminal/no-divisions', { code: config.county.code }));
    return;
  }
  const text = readFileSync(join(folder, fileName), 'utf8');
  await county.load({ fileName, text, successors: '', on: firstDay }, clockActor);
}

async function checkAdministrator(app: INestApplicationContext, config: Config): Promise<void> {
  const account = await app.get(AccountsService).findByLogin(config.administrator);
  const holds = account?.posts.some((held) => held.post === 'county_administrator' && held.validTo === null);
  if (account && holds && account.disabledAt === null) return;
  throw new ConfigError(
    `MODE=live needs an administrator, and ADMINISTRATOR=${config.administrator} is none yet. Run:\n` +
      `  npm run county -- load FILE\n  npm run county -- administrator --login ${config.administrator} --name NAME`,
  );
}
