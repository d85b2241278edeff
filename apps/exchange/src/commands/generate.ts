import { readFileSync } from 'node:fs';
import { readConfig } from '#platform';
import { type Generated, TrainingRegister, type VillagePlace } from '#rights';
import { Database } from '#platform';
import { openExchange } from '../open-exchange.js';

const usage = 'npm run county -- generate [--households N] [--village CODE] [--seed WORD] [--divisions FILE]';

/** Fills the training register: so many households, in one village or spread over all of them. */
export async function generate(words: readonly string[]): Promise<void> {
  const wish = readWords(words);
  const places = villagesOf(wish.divisions).filter((place) => wish.village === null || place.code === wish.village);
  if (places.length === 0) throw new TypeError(`No such village. ${usage}`);
  const exchange = await openExchange(readConfig(process.env));
  try {
    const started = performance.now();
    const done = await exchange.app.get(TrainingRegister).fill(places, wish.households, wish.seed, (so) => tell(so));
    const database = exchange.app.get(Database);
    await database.transaction((tx) => exchange.app.get(TrainingRegister).addOperators(tx, 24, wish.seed));
    await database
      .ask('ANALYZE party, person, household, member, contract, parcel, parcel_shape')
      .catch(() => undefined);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`\r${line(done)}，用时 ${seconds} 秒\n`);
  } finally {
    await exchange.close();
  }
}

interface Wish {
  households: number;
  village: string | null;
  seed: string;
  divisions: string;
}

function readWords(words: readonly string[]): Wish {
  const wish: Wish = { households: 600, village: null, seed: 'training', divisions: 'data/divisions/370126-2019.csv' };
  for (let i = 0; i < words.length; i += 2) {
    const [name, value] = [words[i], words[i + 1]];
    if (value === undefined) throw new TypeError(usage);
    if (name === '--households' && /^\d{1,6}$/.test(value)) wish.households = Number(value);
    else if (name === '--village') wish.village = value;
    else if (name === '--seed') wish.seed = value;
    else if (name === '--divisions') wish.divisions = value;
    else throw new TypeError(usage);
  }
  return wish;
}

/** Villages of a division file: code, name, parent; towns end in 000. */
function villagesOf(file: string): VillagePlace[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','))
    .filter(([code]) => code !== undefined && /^\d{12}$/.test(code) && !code.endsWith('000'))
    .map(([code, name]) => ({
      code: code!,
      name: (name ?? '').replace(/(村委会|村民委员会|居委会|社区居委会)$/, (end) =>
        end.startsWith('村') ? '村' : '社区',
      ),
    }));
}

function line(so: Generated): string {
  return `${so.villages} 个村，${so.households} 户，${so.people} 人，${so.parcels} 块地`;
}

function tell(so: Generated): void {
  if (so.villages % 25 === 0) process.stdout.write(`\r${line(so)}`);
}
