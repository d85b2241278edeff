import type { INestApplicationContext } from '@nestjs/common';
import { type Day, startOf, trainingRows } from '#kernel';
import { OfficesService } from '#offices';
import { PartiesService } from '#parties';
import { Acts, AccountsService, type Config, Database, ParameterStore } from '#platform';
import { TrainingRegister } from '#rights';

const opened = '2019-01-01' as Day;

/** Villages of each staffed town that get a register at the first start, the story's village among them. */
const villagesPerTown = 3;

/**
 * What a training county has beside its offices and staff: parameters a real county decides for itself, a made-up register,
 * and parties that can sign in. Everything here may be repeated and changes nothing the second time.
 */
export async function readyCounty(app: INestApplicationContext, config: Config): Promise<void> {
  if (await isReady(app)) return;
  await setTrainingParameters(app);
  await fillRegister(app, config.trainingHouseholds);
  await linkParties(app);
}

/** The last thing done to a county that is made ready: its cooperative's account speaks for a party. */
async function isReady(app: INestApplicationContext): Promise<boolean> {
  const asked = `SELECT FROM account WHERE login = 'cooperative' AND party_id IS NOT NULL`;
  return (await app.get(Database).ask(asked)).length > 0;
}

/** The training parameters count as set on the county's first day. */
const loadedAt = startOf(opened);

async function setTrainingParameters(app: INestApplicationContext): Promise<void> {
  const parameters = app.get(ParameterStore);
  if ((await parameters.rows()).length > 0) return;
  const rows = trainingRows(opened);
  await app.get(Acts).byClock(async (act) => {
    for (const row of rows) await parameters.set(act, { ...row, basis: '演练用' });
  }, loadedAt);
}

async function fillRegister(app: INestApplicationContext, households: number): Promise<void> {
  const offices = app.get(OfficesService);
  const staffed = await app
    .get(Database)
    .ask<{ code: string }>(`SELECT DISTINCT office_code AS code FROM post_held WHERE post = 'village_clerk'`);
  const names = await offices.names();
  const places = [];
  for (const { code } of staffed) {
    const villages = await offices.villages(`${code.slice(0, 9)}000`);
    const others = villages
      .filter((village) => village.code !== code && village.name.endsWith('村'))
      .slice(0, villagesPerTown - 1);
    places.push({ code, name: names.short(code) }, ...others);
  }
  const register = app.get(TrainingRegister);
  await register.fill(places, households, 'training');
  await app.get(Acts).byClock((act) => register.addOperators(act, 24, 'training'));
}

/** The training farmers and the training cooperative speak for people of the register. */
async function linkParties(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database);
  const wanted = [
    [
      'farmer',
      `SELECT h.representative_id AS id FROM household h WHERE h.office_code LIKE '370126101%' ORDER BY h.contractor_code LIMIT 1`,
    ],
    [
      'farmer-2',
      `SELECT h.representative_id AS id FROM household h WHERE h.office_code LIKE '370126101%' ORDER BY h.contractor_code OFFSET 1 LIMIT 1`,
    ],
    ['cooperative', `SELECT id FROM body WHERE kind = 'cooperative' ORDER BY credit_code LIMIT 1`],
  ] as const;
  for (const [login, sql] of wanted) {
    const account = await app.get(AccountsService).findByLogin(login);
    const [party] = await database.ask<{ id: string }>(sql);
    if (!account || !party) continue;
    await database.transaction(async (tx) => {
      await app.get(PartiesService).linkAccount(tx, party.id, account.id);
      await tx.query('UPDATE account SET party_id = $2 WHERE id = $1 AND party_id IS DISTINCT FROM $2', [
        account.id,
        party.id,
      ]);
    });
  }
}
