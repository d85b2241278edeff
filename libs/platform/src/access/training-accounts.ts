import { type Day, type Post, posts } from '#kernel';
import type { ReadyAccount } from './accounts.service.js';
import { givenNames, surnames, trainingParties } from './training-accounts.words.js';

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
  const parties = Object.entries(trainingParties).map(([login, name]) => party(login, name));
  return [...accounts.map((account, index) => ({ ...account, name: nameOf(index) })), ...parties];
}

/** A made-up name that is not repeated in a county of 150 training accounts. */
function nameOf(index: number): string {
  const given = givenNames[Math.floor(index / surnames.length) % givenNames.length] ?? '';
  return `${surnames[index % surnames.length] ?? ''}${given}`;
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
