import { describe, expect, it } from '@jest/globals';
import { actorsOf } from '#kernel';
import { declaredActs, fieldsOfInput, formOf } from '#platform';
import '../apps/exchange/src/libs.js';

/** Steps that a person takes at another record: a notice is published and falls with its case, grows at its venues; a claim is chosen there. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  notices: ['approve', 'publish', 'withdraw', 'extend'],
  'priority-claims': ['choose', 'pass_over'],
  // The deal of a lot is found at its listing.
  transfers: ['notice_deal', 'review_deal'],
};

/** Kinds of record whose steps all have their row already. */
const things = [...new Set(declaredActs().map((table) => table.things))];

describe('The tables of acts', () => {
  it.each(things)('give every step that a person takes in %s its row', (name) => {
    const tables = declaredActs().filter((table) => table.things === name);
    const own = tables.flatMap((table) =>
      Object.entries(table.steps).flatMap(([action, { takes }]) => takes ?? [action]),
    );
    const rows = [...own, ...(elsewhere[name] ?? [])];
    const steps = tables[0]?.workflow?.steps.filter((step) => actorsOf(step).some((post) => post !== 'clock')) ?? [];
    expect([...new Set(steps.map((step) => step.on))].filter((action) => !rows.includes(action))).toEqual([]);
  });

  it('ask people for what their form draws, and programs for more', () => {
    const open = declaredActs()
      .flatMap((table) => Object.values(table.helps))
      .find(({ asks }) => asks?.name === 'AccountOpening');
    const names = formOf(open?.asks ?? Object).map(({ name }) => name);
    expect([names, fieldsOfInput(open?.asks ?? Object).map(({ name }) => name)]).toEqual([
      ['name', 'login', 'post', 'office'],
      ['name', 'login', 'post', 'office', 'reason'],
    ]);
  });

  it('name each class of input once, so that the document can be pointed into', () => {
    const inputs = new Set(
      declaredActs().flatMap((table) =>
        [...Object.values(table.steps), ...Object.values(table.helps)].flatMap(({ asks }) => (asks ? [asks] : [])),
      ),
    );
    const names = [...inputs].map((input) => input.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
