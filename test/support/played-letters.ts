import { addDays, clockActor, day, fen, identityCheck, term } from '#kernel';
import { Vault } from '#parties';
import { EncumbrancesService } from '#rights';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { TransferRequest } from '../../apps/exchange/src/training/made-up-wishes.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { type Given, village } from './given.js';
import { GivenAuctions } from './auctions.js';
import { sold } from './sold-letters.js';
import { GivenBars } from './bars.js';
import { photoOf } from './made-up-files.js';
import { GivenRights } from './rights.js';
import { linkRow, takeIn } from './register-rows.js';
import { Walker } from './walker.js';

/** A deposit is owed for so much land. */
const large = '12.00';
const small = '1.50';
const yearLong = { start: '2025-11-10', end: '2026-11-30' };
const basis = { reason: '权利人书面申请，附原件', rule: '农村土地经营权流转管理办法第十七条' };

/** Plays a county in which every letter is written; it opens on 2025-09-23. */
export async function playLetters(given: Given): Promise<void> {
  const drafted = async (area: string, changes: Partial<TransferRequest> = {}): Promise<TransferStory> => {
    const story = await given.story({ term: yearLong, parcels: await given.land(area), ...changes });
    await story.draft();
    return story;
  };
  const lease = await drafted(large);
  await sheets(given, lease);
  await receipt(given, lease);
  const [ended, unpaid, certified] = [await drafted(large), await drafted(large), await drafted(small)];
  const open = [lease, ended, unpaid, certified];
  for (const story of open) await story.consents().then(() => story.submit());
  await stops(given);
  const { rights, lot, bidden } = await otherRight(given);
  await barred(given, rights);
  await correct(lease);
  for (const story of open) await given.go(story, 'on_notice', 'town_review');
  for (const story of open) await story.proveScreens().then(() => story.proveBoard());
  await answers(given, lease);
  await given.pass(8);
  await given.as('reviewer').post(`/listings/${lot}/agreement`);
  await rights.proven(await rights.dealOf(lot));
  for (const story of open) for (const act of [story.scan, story.sign, story.file]) await act.call(story);
  for (const story of [lease, ended, certified])
    for (const act of [story.pay, story.record, story.certify]) await act.call(story);
  await payBack(given, ended);
  await given.pass(7);
  await certificates(given, certified);
  await endings(given, lease);
  await sold(GivenAuctions.with(given, rights), bidden);
}

/** A forest that is on offer, and wanted by one; a waterwork that two want. */
async function otherRight(given: Given): Promise<{ rights: GivenRights; lot: string; bidden: string }> {
  const rights = await GivenRights.of(given);
  const { id: lot } = await rights.listedRight('forest');
  await rights.wanted(lot, given.as('cooperative'), '300');
  const { id: bidden } = await rights.listedRight('waterworks', { priceYuan: '800' });
  for (const who of ['cooperative', 'farmer-2']) await rights.wanted(bidden, given.as(who), '800');
  return { rights, lot, bidden };
}

/** Somebody is barred, appeals in vain, and is let in again. */
async function barred(given: Given, rights: GivenRights): Promise<void> {
  const [bars, who] = [new GivenBars(given, rights), given.as('farmer')];
  const id = await bars.proposed(await bars.defaulted(who), { untilDay: '2026-09-22' });
  await bars.answered(id, who);
  await bars.decided(id, { untilDay: '2026-09-22' });
  await bars.appealed(id, who, 'bar_kept');
  await given.as('director').post(`/barrings/${id}/lifting`, { reason: '造成的损失已经补上' });
}

/** Sheets to be signed, of the first household. */
async function sheets(given: Given, { id }: TransferStory): Promise<void> {
  const [clerk, { id: householdId }] = [given.as('101-clerk'), await grantorOf(given, id)];
  await clerk.post(`/transfers/${id}/consent-sheets`, { householdId });
  await clerk.post(`/transfers/${id}/intent-sheets`, { householdId, validUntil: '2025-11-09', exclusive: 'yes' });
  const agent = { agentName: '谷演代', agentIdNumber: `99999919700101003${identityCheck('99999919700101003')}` };
  const powers = { householdId, ...agent, powers: 'negotiate_and_sign', validTo: '2025-12-31' };
  await clerk.post(`/transfers/${id}/power-of-attorney-sheets`, powers);
  await clerk.post(`/transfers/${id}/power-of-attorney-sheets`, { ...powers, witness: '禾演证', readAloud: 'yes' });
}

/** Who stands at the station gets a receipt of what was done. */
async function receipt(given: Given, { id }: TransferStory): Promise<void> {
  const { name, sealed } = await grantorOf(given, id);
  const station = await Walker.signIn(given.exchange, `101-village-${village.slice(9)}`);
  const identityNumber = given.exchange.app.get(Vault).open('identity', sealed);
  const heard = { identityRead: 'card_reader', witness: '禾演证', readAloud: '念了全部内容，本人点头' };
  await station.send('/assisted', { ...heard, identityNumber, name });
  await station.upload(`/transfers/${id}/files`, { kind: 'other', file: photoOf('brought along') });
  const [session] = await given.exchange.database.ask<{ id: string }>(
    'SELECT id FROM assisted_session WHERE ended_at IS NULL',
  );
  await station.open(`/assisted/${session?.id}/receipt`);
  await station.send('/assisted/end');
}

async function grantorOf(given: Given, transferId: string) {
  const [row] = await given.exchange.database.ask<{ id: string; name: string; sealed: Buffer }>(
    `SELECT h.id, n.name, n.identity_sealed AS sealed FROM transfer_parcel tp JOIN household h ON h.id = tp.grantor_id
     JOIN person n ON n.id = h.representative_id WHERE tp.transfer_id = $1 ORDER BY tp.seq LIMIT 1`,
    [transferId],
  );
  if (!row) throw new Error(`Nobody lets the land of ${transferId}.`);
  return row;
}

/** One case is suspended and withdrawn, one refused by the county. */
async function stops(given: Given): Promise<void> {
  const stopped = await given.transfer({ state: 'submitted', term: yearLong, parcels: await given.land(small) });
  await stopped.suspend();
  await given.as('director').post(`/transfers/${stopped.id}/resumption`);
  await stopped.withdraw();
  const plot = { term: yearLong, parcels: await given.land(small) };
  const refused = await given.transfer({ state: 'county_review', ...plot });
  await refused.review();
  await refused.reject();
}

async function correct(story: TransferStory): Promise<void> {
  await story.accept();
  await story.returnForCorrection('materials', '补交承包经营权证书复印件');
  await story.resubmit();
}

/** A neighbour objects and a member claims; both are answered while the notice runs. */
async function answers(given: Given, story: TransferStory): Promise<void> {
  const desk = given.as('101-coordination');
  const objection = await story.object();
  await desk.post(`/cases/${objection}/acceptance`);
  const found = { findings: '会同双方到场丈量，界桩在原位。', reasons: '以确权界桩为准，没有多占。' };
  await desk.post(`/cases/${objection}/decision`, {
    outcome: 'rejected',
    ...found,
    rule: '农村土地承包法第二十四条',
  });
  await desk.post(`/cases/${objection}/service`, { way: 'in_person' });
  const { noticeId } = await story.view();
  const card = { name: '赵演种', idNumber: `99999919700101001${identityCheck('99999919700101001')}` };
  const said = { accepts: 'yes', ...card, phone: '10000000002', level: 'member', statement: '种了二十年地' };
  const village226 = given.as(`101-village-${village.slice(9)}`);
  const claim = await village226.send(`/notices/${noticeId}/priority-claims`, { ...said, proof: photoOf('member') });
  const at = `/cases/${claim.json<{ id: string }>().id}`;
  await desk.post(`${at}/verification`);
  const answer = { ground: 'terms_differ', reasons: '主张人不能按期付款，条件不相同。' };
  await desk.post(`${at}/decline`, { ...answer, statement: photoOf('signed') });
}

/** A case ends before its day: the land comes back, and the deposit after it. */
async function payBack(given: Given, story: TransferStory): Promise<void> {
  await story.terminate();
  await story.returnLand();
  const { depositId } = await story.view();
  const finance = given.as('101-finance');
  await finance.post(`/deposits/${depositId}/releases`, { reason: '土地交还，验收合格' });
  const [disbursement] = await given.exchange.database.ask<{ id: string }>(
    'SELECT id FROM disbursement WHERE subject_id = $1',
    [depositId],
  );
  await given.as('director').post(`/deposits/${depositId}/disbursements/${disbursement?.id}/approval`);
  await finance.post(`/transfers/${story.id}/release-notices`);
}

/** A certificate is changed, lost, revoked and issued anew. */
async function certificates(given: Given, { id }: TransferStory): Promise<void> {
  const [certifier, director] = [given.as('certifier'), given.as('director')];
  const [row] = await given.exchange.database.ask<{ id: string }>('SELECT id FROM certificate WHERE transfer_id = $1', [
    id,
  ]);
  const file = await scan('a signed request');
  const first = `/certificates/${row?.id}`;
  await certifier.post(`${first}/change`, { ...basis, file, item: 'holder', after: '商河县演新名种植专业合作社' });
  const announced = { announcedOn: given.exchange.today, announcedAt: '商河县人民政府网站', collectedBy: '禾演领' };
  await given.pass(16);
  const next = await certifier.post(`${first}/reissue`, { ...basis, file, ...announced });
  await certifier.post(`${next}/revocation-request`, { ...basis, file });
  await director.post(`${next}/revocation`, basis);
  await certifier.post(`${next}/new-certificate-request`, { ...basis, file });
  await director.post(`${next}/new-certificate`, basis);
}

/** A mortgaged right comes to its end while its renewal is asked for. */
async function endings(given: Given, lease: TransferStory): Promise<void> {
  const { exchange } = given;
  const [right] = await exchange.database.ask<{ id: string; holder: string }>(
    'SELECT id, holder_id AS holder FROM management_right WHERE subject_id = $1',
    [lease.id],
  );
  await given.on('2025-12-01');
  const mortgage = {
    ...{ contractId: null, rightId: right?.id ?? '', mortgageeName: '演练银行', mortgagorId: right?.holder ?? '' },
    ...{ claim: 'ordinary' as const, principalFen: fen(5_000_000), contractNumber: '演押-2' },
    term: term(day('2025-12-01'), day('2026-11-30')),
    registered: { number: '演登-2', on: day('2025-12-01') },
  };
  await exchange.act(clockActor, (act) => exchange.app.get(EncumbrancesService).note(act, mortgage));
  await remeasured(given, lease);
  await departed(given, lease);
  await given.on('2026-08-03');
  const renewal = await lease.renew('2028-11-30');
  await renewal.submit();
  await given.on(addDays(day(yearLong.end), 1), '00:10');
}

/** Somebody leaves a household whose land is let. */
async function departed(given: Given, { id }: TransferStory): Promise<void> {
  const [member] = await given.exchange.database.ask<{ id: string; household: string }>(
    `SELECT m.person_id AS id, h.id AS household FROM transfer_parcel tp JOIN household h ON h.id = tp.grantor_id
     JOIN member m ON m.household_id = h.id AND m.person_id <> h.representative_id WHERE tp.transfer_id = $1 AND m.co_right LIMIT 1`,
    [id],
  );
  const left = { why: 'another_household', on: given.exchange.today, reason: '分户，派出所证明' };
  const at = `/register/households/${member?.household}/members/${member?.id}/end`;
  await given.as('101-clerk').post(at, { ...left, file: await scan('household register') });
}

/** The register says another area of let land; it is decided that this is so. */
async function remeasured(given: Given, { wish }: TransferStory): Promise<void> {
  const code = wish.parcels[0]?.code ?? '';
  const { HTMJM = '' } = await linkRow(given, code);
  await takeIn(given, [await linkRow(given, code, { HTMJM: (Number(HTMJM) + 0.02).toFixed(4) })]);
  const [change] = await given.exchange.database.ask<{ id: string }>(`SELECT id FROM land_change WHERE state = 'open'`);
  await given.as('101-coordination').post(`/register/changes/${change?.id}/adoption`, { reason: '复测以后面积更正' });
  await given.on('2025-12-02');
}
