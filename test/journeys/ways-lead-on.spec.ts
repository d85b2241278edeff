import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Blocker } from '#kernel';
import { ActsWalked } from '../support/acts-walked.js';
import { Given } from '../support/given.js';

jest.setTimeout(240_000);

describe('What stands in the way of an act', () => {
  let given: Given;
  let acts: ActsWalked;
  beforeAll(async () => {
    given = await Given.open();
    acts = new ActsWalked(given);
    await acts.prepare();
  });
  afterAll(() => given.close());

  it('leads on: to an act that somebody can do as things stand, or to a page that is there', async () => {
    const all = acts.asked(12);
    const ways = new Map<string, { who: string; from: string }>();
    for (const { form, who } of all) {
      const answer = await given.as(who).ask(form);
      if (answer.statusCode !== 200) continue;
      for (const { rule, way } of answer.json<{ blockers?: Blocker[] }>().blockers ?? [])
        if (way) ways.set(way.href.replace(/#.*$/, ''), { who, from: `${rule} of ${form}` });
    }
    const dead: string[] = [];
    for (const [href, { who, from }] of ways) {
      // Whose act it is may be another's than whose way is barred.
      const people = [who, ...all.filter((each) => each.form === href).map((each) => each.who)];
      const answers = await Promise.all(people.map((each) => given.as(each).ask(href)));
      const codes = answers.map(({ statusCode }) => statusCode);
      if (!codes.includes(200)) dead.push(`${from} leads to ${href}: ${codes.join()}`);
    }
    process.stdout.write(`Ways out that were followed: ${ways.size}\n`);
    expect(dead).toEqual([]);
    expect(ways.size).toBeGreaterThan(8);
  });
});
