import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';
import { ActsWalked, problemOf } from '../support/acts-walked.js';
import { Given } from '../support/given.js';
import { Bodies, Dice, type Schema } from '../support/odd-values.js';

jest.setTimeout(300_000);

/** Two who own nothing of a record, two of the sister town, and who watches. */
const others = ['farmer', 'farmer-2', '102-clerk', '102-coordination', 'supervisor'];
/** What would end the walk rather than the request. */
const spared = /^\/(clock|account\b|accounts\/[^/]+\/closure|assisted)/;
/** Who a record is not for; what a body or the end of an address names has words of its own where it is not there. */
const isClosed = (answer: Answer): boolean =>
  [401, 403].includes(answer.statusCode) || (answer.statusCode === 404 && problemOf(answer).type === generalNotFound);
const generalNotFound = '/problems/not-found';

describe('The form of an act', () => {
  let given: Given;
  let acts: ActsWalked;
  let bodies: Bodies;
  const dice = new Dice(2303);
  beforeAll(async () => {
    given = await Given.open();
    acts = new ActsWalked(given);
    await acts.prepare();
    bodies = new Bodies(acts.document.components.schemas as Record<string, Schema>, Object.values(acts.ids).flat());
  });
  afterAll(() => given.close());

  it('opens to who may send it, and to nobody else', async () => {
    const rows = acts.asked(1).filter(({ path }) => !spared.test(path));
    const all = new Map(
      rows.flatMap((row) => [row.who, ...others].map((who) => [`${who} ${row.path}`, { ...row, who }] as const)),
    );
    const wrong: string[] = [];
    const seen = { open: 0, closed: 0 };
    for (const { who, form, path, row } of all.values()) {
      const asked = await given.as(who).ask(form);
      const opens = asked.statusCode === 200 && asked.json<{ blockers?: unknown[] }>().blockers?.length === 0;
      const name = row.asks?.name;
      const body = name === undefined ? {} : bodies.of({ $ref: `#/components/schemas/${name}` }, dice, 0);
      const sent = await acts.post(path, body as object, who);
      const told = `${who}: form ${form} ${asked.statusCode}, sent ${path} ${sent.statusCode} ${problemOf(sent).type}`;
      if (opens && isClosed(sent)) wrong.push(told);
      if (isClosed(asked) && sent.statusCode < 400) wrong.push(told);
      seen[opens ? 'open' : 'closed'] += 1;
    }
    process.stdout.write(`Forms that stood open: ${seen.open}, closed: ${seen.closed}\n`);
    expect(wrong).toEqual([]);
    expect(seen.open).toBeGreaterThan(50);
    expect(seen.closed).toBeGreaterThan(200);
  });
});
