import { type Day, type Post, posts } from '#kernel';
import type { ReadyAccount } from './accounts.service.js';

/** Password of every training account; live mode has none of them. */
export const trainingPassword = 'yanlian-2026';
/** Authenticator secret of every training account, so that a program may compute its codes. */
export const trainingTotpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A place of the training county that gets a full set of people. */
export interface TrainingPlace {
  code: string;
  name: string;
}

const from = '2019-01-01' as Day;
const townPosts = (Object.keys(posts) as Post[]).filter((post) => posts[post].level === 'town');
const countyPosts = (Object.keys(posts) as Post[]).filter((post) => posts[post].level === 'county');
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张';
const given = ['演一', '演二', '演三', '演四', '演五', '演六', '演七'];

/**
 * Made-up people: one account for each post of the county and of the given towns (two surveyors, since two must go), one for
 * each given station, and parties. Logins are the post's short name, with the digits of the place: `101-clerk`.
 */
export function trainingAccounts(
  county: TrainingPlace,
  towns: readonly (TrainingPlace & { stations: readonly TrainingPlace[] })[],
): ReadyAccount[] {
  const accounts: ReadyAccount[] = countyPosts.map((post) => staff(short(post), post, county));
  for (const town of towns) {
    const digits = town.code.slice(6, 9);
    for (const post of townPosts) accounts.push(staff(`${digits}-${short(post)}`, post, town));
    accounts.push(staff(`${digits}-surveyor-2`, 'town_surveyor', town));
    for (const station of town.stations)
      accounts.push(staff(`${digits}-village-${station.code.slice(9)}`, 'village_clerk', station));
  }
  return [
    ...accounts,
    party('farmer', '演练农户甲'),
    party('farmer-2', '演练农户乙'),
    party('cooperative', '演练合作社'),
  ].map((account, index) => (account.kind === 'staff' ? { ...account, name: nameOf(index) } : account));
}

/** A made-up name that is not repeated in a county of 150 training accounts. */
function nameOf(index: number): string {
  return `${surnames[index % surnames.length] ?? '赵'}${given[Math.floor(index / surnames.length) % given.length] ?? '演'}`;
}

function short(post: Post): string {
  return post.replace(/^(county|town)_/, '');
}

function staff(login: string, post: Post, place: TrainingPlace): ReadyAccount {
  const held = [{ post, officeCode: place.code }];
  const role = `${place.name} ${posts[post].label}`;
  return {
    login,
    name: '',
    kind: 'staff',
    posts: held,
    password: trainingPassword,
    totpSecret: trainingTotpSecret,
    from,
    role,
  };
}

function party(login: string, name: string): ReadyAccount {
  return { login, name, kind: 'party', posts: [], password: trainingPassword, totpSecret: null, from, role: name };
}
