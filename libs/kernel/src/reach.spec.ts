import { describe, expect, it } from '@jest/globals';
import { type Actor, type Post, publicActor } from './post.js';
import { reaches, scopesOf } from './reach.js';

const staff = (...offices: [Post, string][]): Actor => ({
  ...publicActor,
  kind: 'staff',
  posts: offices.map(([post, officeCode]) => ({ post, officeCode })),
});
const county = staff(['county_reviewer', '370126000000']);
const town = staff(
  ['town_clerk', '370126101000'],
  ['town_reviewer', '370126101000'],
  ['village_clerk', '370126101201'],
);
const party: Actor = { ...publicActor, kind: 'party', posts: [{ post: 'applicant', officeCode: '' }], partyId: 'one' };

describe('What an office answers for', () => {
  it('is told by the beginnings of codes, none within another', () => {
    expect(scopesOf(county)).toEqual(['370126']);
    expect(scopesOf(town)).toEqual(['370126101']);
    const two = staff(
      ['village_clerk', '370126102301'],
      ['town_clerk', '370126101000'],
      ['town_trade', '370126101000'],
    );
    expect(scopesOf(two)).toEqual(['370126102301', '370126101']);
  });

  it('is nothing for a party, a stranger, and a post in no office', () => {
    expect(scopesOf(party)).toEqual([]);
    expect(scopesOf(publicActor)).toEqual([]);
    expect(scopesOf(staff(['county_reviewer', '']))).toEqual([]);
  });

  it.each([
    [county, '370126101201', [], true],
    [county, '370127101201', [], false],
    [town, '370126101305', [], true],
    [town, '370126102201', [], false],
    [town, '370126000000', [], false],
    [town, '370126101305', ['town_clerk'], true],
    [town, '370126101305', ['village_clerk'], false],
    [town, '370126101201', ['village_clerk'], true],
    [town, null, [], false],
    [party, '370126101201', [], false],
    [staff(['town_clerk', '']), '370126101201', [], false],
    [{ ...county, kind: 'party' }, '370126101201', [], false],
  ] as [Actor, string | null, Post[], boolean][])('answers for a place or does not: %#', (who, code, wanted, yes) => {
    expect(reaches(who, code, ...wanted)).toBe(yes);
  });
});
