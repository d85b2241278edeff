import { OfficesService } from '#offices';
import { Acts, Templates } from '#platform';
import { type Generated, TrainingRegister, type VillagePlace } from '#rights';
import type { Exchange } from '../open-exchange.js';
import { type Command, CommandError } from './command.js';

/** `generate`: a training register of any size, in one village or spread over all that have none yet. */
export const generateRegister: Command = {
  usage: 'generate [--households N] [--village CODE] [--seed WORD]',
  async run(exchange, { options }) {
    const households = Number(options['households'] ?? '600');
    if (!Number.isSafeInteger(households) || households < 1)
      throw new CommandError('--households must be a number such as 6000.');
    const places = await villagesOf(exchange, options['village']);
    if (places.length === 0)
      throw new CommandError('No such village. Load the county first: npm run county -- load FILE');
    const seed = options['seed'] ?? 'training';
    const register = exchange.app.get(TrainingRegister);
    const templates = exchange.app.get(Templates);
    const line = (so: Generated, seconds: string | null): string =>
      templates.text('terminal/generated', { ...so, seconds });
    const tell = (so: Generated): void => {
      if (so.villages % 50 === 0) process.stdout.write(`\r${line(so, null)}`);
    };
    const started = performance.now();
    const done = await register.fill(places, households, seed, tell);
    await exchange.app.get(Acts).byClock((act) => register.addOperators(act, 24, seed));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`\r${line(done, seconds)}\n`);
  },
};

/** Villages with an office today, under the codes their registers are numbered by. */
async function villagesOf({ app }: Exchange, code: string | undefined): Promise<VillagePlace[]> {
  const offices = app.get(OfficesService);
  const towns = code === undefined ? await offices.towns() : [{ code: `${code.slice(0, 9)}000` }];
  const villages = (await Promise.all(towns.map((town) => offices.villages(town.code)))).flat();
  return villages.filter((village) => code === undefined || village.code === code);
}
