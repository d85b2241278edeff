import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, mu, term } from '#kernel';
import { GivenLand, sixYears, yinxiang } from '../../../test/support/land.js';
import { EncumbrancesService } from './encumbrances.service.js';
import type { LandRow } from './land.queries.js';
import * as rules from './land.rules.js';
import type { LandFacts } from './land.rules.js';
import type { ManagementRight } from './management-right.entity.js';
import type { PortionRequest } from './right.input.js';

let given: GivenLand;

beforeAll(async () => {
  given = await GivenLand.open(30, 'tree');
}, 60_000);

afterAll(() => given.exchange.close());

const against = (facts: LandFacts) => Object.values(rules).flatMap((rule) => rule(facts));

describe('A right carved from another', () => {
  async function parent(row: LandRow): Promise<ManagementRight> {
    const right = await given.reserve(await given.wish([{ parcelId: row.id, whole: true }]));
    return given.exchange.act(yinxiang, (act) => given.rights.activate(act, right.id));
  }
  const child = async (
    row: LandRow,
    from: ManagementRight,
    wish: PortionRequest = { parcelId: row.id, whole: true },
    span = sixYears,
  ) => given.wish([wish], span, { parentId: from.id, grantorId: given.operator, holderId: row.contractorId! });

  it('lies beside its brothers and never over them', async () => {
    const row = given.parcel();
    const above = await parent(row);
    await given.reserve(await child(row, above, given.part(row, 'east', 0.5)));
    await expect(given.reserve(await child(row, above))).rejects.toMatchObject({ type: 'parcel-taken' });
    await given.reserve(await child(row, above, given.part(row, 'west', 0.5)));
  });

  it('outlives its parent never, needs it active, and stays on its land', async () => {
    const row = given.parcel();
    const above = await parent(row);
    const tooLong = await child(
      row,
      above,
      { parcelId: row.id, whole: true },
      term(day('2030-01-01'), day('2032-11-01')),
    );
    await expect(given.reserve(tooLong)).rejects.toMatchObject({ type: 'beyond-parent' });
    const elsewhere = given.parcel();
    await expect(given.reserve(await child(row, above, { parcelId: elsewhere.id, whole: true }))).rejects.toMatchObject(
      {
        type: 'beyond-parent',
      },
    );
    const waiting = await given.reserve(await given.wish([{ parcelId: elsewhere.id, whole: true }]));
    await expect(given.reserve(await child(elsewhere, waiting))).rejects.toMatchObject({ type: 'beyond-parent' });
  });

  it('keeps its parent from ending under it', async () => {
    const row = given.parcel();
    const above = await parent(row);
    await given.reserve(await child(row, above));
    const ending = given.exchange.act(yinxiang, (act) =>
      given.rights.end(act, above.id, { reason: '协商解除', expired: false }),
    );
    await expect(ending).rejects.toMatchObject({ type: 'right-has-children' });
  });
});

describe('A mortgage', () => {
  it('blocks a transfer until the mortgagee agrees to this very case, and keeps the right from being given up', async () => {
    const row = given.parcel();
    const encumbrances = given.exchange.app.get(EncumbrancesService);
    const about = { subject: 'transfer', subjectId: randomUUID() };
    const noted = await given.exchange.act(yinxiang, (act) =>
      encumbrances.note(act, {
        contractId: row.contractId,
        rightId: null,
        mortgageeName: '禾田村镇银行',
        mortgagorId: row.contractorId!,
        claim: 'ordinary',
        principalFen: 5_000_000 as never,
        term: sixYears,
        contractNumber: '演练借字1号',
        registered: { number: '登1', on: day('2026-01-05') },
      }),
    );
    const blockers = async () =>
      against(
        await given.land.facts(given.exchange.database.reader, {
          ...about,
          term: sixYears,
          plannedUse: 'grain',
          parentId: null,
          portions: [{ parcelId: row.id, whole: true }],
          toleranceMu: mu('0.01'),
        }),
      );
    expect(await blockers()).toMatchObject([{ rule: 'mortgagees-consent', article: '民法典第四百零六条' }]);
    await given.exchange.act(yinxiang, (act) =>
      encumbrances.consent(act, noted.id, { ...about, evidenceFileId: randomUUID(), on: day('2026-09-22') }),
    );
    expect(await blockers()).toEqual([]);
  });
});
