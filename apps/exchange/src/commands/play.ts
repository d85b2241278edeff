import { MovableClock, Templates } from '#platform';
import { play } from '../training/play.js';
import { type Command, CommandError } from './command.js';

/** `play N`: more made-up cases, through the real services. */
export const playCases: Command = {
  usage: 'play N',
  async run({ app, clock }, { words: [many] }) {
    if (!(clock instanceof MovableClock)) throw new CommandError('Only a training county plays cases.');
    if (many === undefined || !/^\d{1,4}$/.test(many)) throw new CommandError('How many? npm run county -- play 20');
    const { played, stopped } = await play(app, clock, {
      ...{ cases: Number(many), lots: 0 },
      told: (done, of) => process.stdout.write(`\r${done} / ${of}`),
    });
    console.log(`\n${app.get(Templates).text('terminal/played', { played })}`);
    for (const reason of stopped) console.warn(`  ${reason}`);
  },
};
