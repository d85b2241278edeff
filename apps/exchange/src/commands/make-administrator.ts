import { clockActor } from '#kernel';
import { OfficesService } from '#offices';
import { AccountsService, Templates } from '#platform';
import { type Command, CommandError } from './command.js';

/** `administrator`: the first account of a live county; the rest are opened by this person on the page. */
export const makeAdministrator: Command = {
  usage: 'administrator --login LOGIN --name NAME',
  async run({ app }, { options: { login, name } }) {
    if (login === undefined || name === undefined) throw new CommandError('Who? --login LOGIN --name NAME.');
    const county = (await app.get(OfficesService).exchanges()).find((each) => each.level === 'county');
    if (!county) throw new CommandError('Load the county first: npm run county -- load data/divisions/370126-2019.csv');
    const accounts = app.get(AccountsService);
    if (await accounts.findByLogin(login)) throw new CommandError(`${login} has an account already.`);
    const posts = [{ post: 'county_administrator' as const, officeCode: county.officeCode }];
    const { startPassword } = await accounts.open({ login, name, kind: 'staff', posts }, clockActor);
    console.log(app.get(Templates).text('terminal/administrator', { name, login, startPassword }));
  },
};
