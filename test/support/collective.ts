import { addDays, day } from '#kernel';
import { Vault } from '#parties';
import type { TransferStory, TransferRequest } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { type Given, type GivenState, village } from './given.js';

/** A member of a village's collective, as who takes land. */
export async function memberOf({ exchange }: Given, code = village): Promise<TransferRequest['transferee']> {
  const [row] = await exchange.database.ask<{ name: string; sealed: Buffer }>(
    `SELECT n.name, n.identity_sealed AS sealed FROM household h JOIN person n ON n.id = h.representative_id
     WHERE h.office_code = $1 AND n.born > '1962-01-01' ORDER BY h.contractor_code DESC LIMIT 1`,
    [code],
  );
  if (!row) throw new Error(`Nobody of ${code} is young enough.`);
  return { kind: 'member', name: row.name, number: exchange.app.get(Vault).open('identity', row.sealed) };
}

/** Land that a village has never contracted out. */
export function commonLand({ exchange }: Given, code = village): Promise<{ code: string }[]> {
  const sql = 'SELECT code FROM parcel WHERE office_code = $1 AND contract_id IS NULL ORDER BY code';
  return exchange.database.ask(sql, [code]);
}

/** The collective decides on a case, by default a week before today (承包法第52条). */
export async function decide(given: Given, story: TransferStory, on: string = addDays(given.exchange.today, -7)) {
  const counts = { electorate: '60', attended: '52', inFavour: '43', opposed: '6' };
  const days = { calledOn: addDays(day(on), -14), decidedOn: on };
  const fields = { ...counts, ...days, decidingBody: 'member_assembly', file: await scan(`minutes ${on}`) };
  await given.as('101-clerk').post(`/transfers/${story.id}/decision`, fields);
}

/** A collective's own land on its way to a member, decided on. */
export async function collectiveCase(
  given: Given,
  wanted: { state: GivenState } & Partial<TransferRequest>,
): Promise<TransferStory> {
  const { state, villageCode = village, ...changes } = wanted;
  const [parcels, transferee] = [await commonLand(given, villageCode), await memberOf(given, villageCode)];
  const story = await given.story({ villageCode, parcels, transferee, ...changes });
  await story.draft();
  await decide(given, story);
  if (state !== 'draft') await given.go(story, state, 'submitted');
  return story;
}
