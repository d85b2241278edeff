import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { clockActor, isDay, textOf } from '#kernel';
import { CountyService, TrainingStaff } from '#offices';
import { CONFIG, type Config, Templates } from '#platform';
import { type Command, CommandError } from './command.js';

/** `load FILE`: the county at the first time, a change of divisions later. */
export const loadCounty: Command = {
  usage: 'load FILE [--on YYYY-MM-DD] [--successors FILE] [--rehearse]',
  async run({ app, clock }, { words: [path], options }) {
    if (path === undefined) throw new CommandError('Which file? A CSV with the columns code,name,parent.');
    const county = app.get(CountyService);
    const on = options['on'] ?? ((await county.isLoaded()) ? clock.today() : '2019-01-01');
    if (!isDay(on)) throw new CommandError(`--on must be a day such as 2023-06-01, not ${on}.`);
    const successors = options['successors'] === undefined ? '' : contentOf(options['successors']);
    const file = { fileName: basename(path), text: contentOf(path), successors, on };
    const rehearsed = options['rehearse'] !== undefined;
    const counts = rehearsed ? (await county.rehearse(file)).counts : await county.load(file, clockActor);
    console.log(app.get(Templates).text('terminal/loaded', { ...counts, rehearsed }));
    if (!rehearsed && app.get<Config>(CONFIG).mode === 'training') await app.get(TrainingStaff).seed();
  },
};

function contentOf(path: string): string {
  if (!existsSync(path)) throw new CommandError(`There is no file ${path}.`);
  const read = textOf(readFileSync(path));
  if ('line' in read)
    throw new CommandError(`${path} does not read as Chinese from line ${read.line} on: save it as UTF-8.`);
  return read.text;
}
