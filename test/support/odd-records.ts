import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { addDays, identityCheck } from '#kernel';
import { type Given, village } from './given.js';
import { photoOf, scanOf } from './made-up-files.js';
import { GivenBars } from './bars.js';
import { GivenLots } from './lots.js';
import { csvOf, registerFiles } from './register-files.js';
import { linkRow, otherContract, takeIn } from './register-rows.js';

const program = {
  ...{ bodyName: '商河演练农村商业银行股份有限公司', creditCode: '91370126MA3C00003D', post: 'town_clerk' },
  ...{ office: '殷巷镇', access: 'read', reason: '贷前核对经营权' },
};

/** Records beside the cases, one of each kind that acts are done to: a seal, a start, a rehearsal, a mortgage, a claim, a file, a program. */
export async function oddRecords(given: Given): Promise<void> {
  const { database } = given.exchange;
  const administrator = given.as('administrator');
  const idOf = async (sql: string): Promise<string> => (await database.ask<{ id: string }>(sql))[0]?.id ?? '';
  const sent = [
    await administrator.send('/seals', {
      ...{
        officeCode: '370126000000',
        officeName: '商河县农村产权交易中心',
        foot: '业务专用章',
        validFrom: '2026-10-01',
      },
    }),
    await administrator.send('/accounts', {
      ...{ login: 'walked', name: '王新', post: 'county_certifier', office: '商河县' },
    }),
    await administrator.send('/county/rehearsals', {
      ...{ on: '2030-01-01', file: readFileSync('data/divisions/370126-2019.csv', 'utf8') },
    }),
    await administrator.send('/clients', { ...program, name: '等确认的系统' }),
    await administrator.send('/clients', { ...program, name: '在用的系统' }),
    await administrator.send('/register/imports', {
      file: new File([csvOf(registerFiles(1, 'walked').FBF)], 'FBF.csv'),
    }),
    await given.as('101-finance').send('/encumbrances', {
      contractId: await idOf(`SELECT c.id FROM contract c JOIN issuer i ON i.code = c.issuer_code
        WHERE i.office_code LIKE '370126101%' AND NOT EXISTS (SELECT FROM parcel p WHERE p.contract_id = c.id AND p.category = '21') LIMIT 1`),
      ...{ mortgagee: '商河演练农商行', claim: 'ordinary', amount: '1000.00', startsOn: '2026-09-01' },
      ...{ endsOn: '2027-08-31', contractNumber: '农抵2026-99', file: scanOf('walked deed') },
    }),
    await given
      .as('101-village-226')
      .send(
        `/notices/${await idOf(`SELECT id FROM notice WHERE subject = 'transfer' AND state IN ('awaiting_proof', 'running') LIMIT 1`)}/priority-claims`,
        {
          ...{ accepts: 'yes', name: '李演禾', proof: photoOf('walked member') },
          idNumber: `99999919700101009${identityCheck('99999919700101009')}`,
        },
      ),
  ];
  const list = { title: '合同履行情况抽查', labels: 'HT-1\nHT-2\nHT-3', wanted: 1 };
  const [frozen, shown] = [
    await given.as('reviewer').send('/draws', list),
    await given.as('reviewer').send('/draws', list),
  ];
  sent.push(frozen, shown, await given.as('reviewer').send(`/draws/${shown.json<{ id: string }>().id}/publication`));
  const open = await idOf(`SELECT id FROM api_client WHERE name = '在用的系统'`);
  sent.push(await given.as('director').send(`/clients/${open}/confirmation`));
  sent.push(await administrator.send(`/clients/${open}/keys`));
  expect(sent.map((answer) => (answer.statusCode < 300 ? '' : answer.body))).toEqual(sent.map(() => ''));
}

/** A lot in writing, one that asks its households, one on offer with somebody who asks about it and wants it, and land that the register moves under a right. */
export async function lotsAndGround(given: Given): Promise<void> {
  const lots = new GivenLots(given, scanOf('walked consent'));
  const [written, asked, offered] = await lots.households(3);
  const term = { startsOn: '2027-03-01', endsOn: '2032-11-09' };
  await lots.entered({ ...term, household: written?.code });
  const { id } = await lots.entered({ ...term, household: asked?.code });
  await lots.station.post(`/listings/${id}/gathering`);
  await lots.letter(id);
  const sheet = '地块代码,从哪天,到哪天,每亩每年多少元,用途\n3701261012260100099,2027-03-01,2032-11-09,900,种粮\n';
  await lots.station.post('/listings/workbooks', { village, file: new File([sheet], '挂牌表.csv') });
  const lot = await lots.listed({ ...term, household: offered?.code });
  await lots.interested(lot.id, given.as('cooperative'));
  await given.as('cooperative').post(`/listings/${lot.id}/questions`, { question: '机井通电吗？' });
  await given.as('cooperative').post(`/listings/${lot.id}/questions`, { question: '路通吗？' });
  const questions = await given.exchange.database.ask<{ id: string }>(
    `SELECT id FROM question WHERE state = 'asked' LIMIT 1`,
  );
  await lots.station.post(`/questions/${questions[0]?.id}/answer`, { answer: '通。' });
  await wishes(given);
  await barred(given);

  const [taken] = await given.exchange.database.ask<{ code: string }>(
    `SELECT p.code FROM right_portion r JOIN parcel p ON p.id = r.parcel_id WHERE r.status = 'active' AND p.office_code = $1 ORDER BY 1 LIMIT 1`,
    [village],
  );
  const code = taken?.code ?? '';
  expect(await takeIn(given, [await linkRow(given, code, await otherContract(given, code))])).toMatchObject({
    held: 1,
  });
}

/** Two who backed out: one was told, one is barred. */
async function barred(given: Given): Promise<void> {
  const bars = await GivenBars.of(given);
  const [told, decided] = [given.as('farmer'), given.as('farmer-2')];
  const untilDay = addDays(given.exchange.today, 90);
  await bars.proposed(await bars.defaulted(told), { untilDay });
  const id = await bars.proposed(await bars.defaulted(decided), { untilDay });
  await bars.answered(id, decided);
  await bars.decided(id, { untilDay });
}

/** Land that is wanted: in writing, before the town, and on the board. */
async function wishes(given: Given): Promise<void> {
  const who = given.as('cooperative');
  await who.post('/searches', { name: '种粮的地', query: 'use=grain' });
  const wish = { kind: 'contracted', town: village.slice(0, 9), areaFrom: '1', priceYuan: '950' };
  const [, asked, shown] = [
    await who.post('/wanted', wish),
    await who.post('/wanted', wish),
    await who.post('/wanted', wish),
  ];
  for (const each of [asked, shown]) await who.post(`${each}/submission`);
  await given.as('101-trade').post(`${shown}/publication`);
}
