import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { CaseStory } from '../../apps/exchange/src/training/case-story.js';
import type { Hand } from '../../apps/exchange/src/training/hand.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { type Day, clockActor, day, fen, term } from '#kernel';
import { AccountsService, hashPassword, trainingPassword, trainingTotpSecret } from '#platform';
import { EncumbrancesService } from '#rights';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';

interface CertificateJson {
  id: string;
  number: string;
  code: string;
  stateName: string;
  verdict: string;
  pdf: string;
  next: string;
  carried: { item: string }[];
  facts: { label: string; value: string }[];
  acts: { action: string; enabled: boolean; blockers: { rule: string }[] }[];
  changes: { kind: string; before: string; after: string; letter: string; file: string }[];
  stock: { serial: string; outcome: string }[];
}

interface VerdictJson {
  verdict: { state: string; heading: string; text: string; facts: { label: string; value: string }[]; timeline: { title: string }[]; parcels: { contractor: string }[] };
}

const basis = { reason: '权利人书面申请，附原件', rule: '农村土地经营权流转管理办法第十七条' };
const term6 = { start: '2026-11-10', end: '2032-11-09' };
let networks = 0;

describe('A certificate', () => {
  let exchange: TestExchange;
  let given: Given;
  let certifier: Hand;
  let director: Hand;
  let proof: Awaited<ReturnType<typeof scan>>;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
    [certifier, director] = [await given.hand('certifier'), await given.hand('director')];
    proof = await scan('a signed request');
    waiting = await recording(9);
    kept = await certified();
  });
  afterAll(() => exchange.close());

  const certificateOf = async (story: CaseStory): Promise<CertificateJson> => {
    const [row] = await exchange.database.ask<{ id: string }>('SELECT id FROM certificate WHERE transfer_id = $1 ORDER BY issued_at DESC, next_id NULLS FIRST LIMIT 1', [story.id]);
    return certifier.get(`/certificates/${row?.id}`);
  };
  const seen = (id: string): Promise<CertificateJson> => certifier.get(`/certificates/${id}`);
  /** A small case whose right is to be recorded next. */
  const next = (): CaseStory => waiting.pop()!;
  const story = async (): Promise<CaseStory> => {
    const one = next();
    await one.record();
    await one.certify();
    return one;
  };
  const certified = async (): Promise<CertificateJson> => certificateOf(await story());
  /** One certificate that nobody alters, for whoever only looks. */
  let kept: CertificateJson;
  let waiting: CaseStory[];
  const verify = async (code: string): Promise<VerdictJson['verdict']> => {
    networks += 1;
    const answer = await exchange.app.inject({ url: `/api/verify/${code}`, remoteAddress: `10.1.${networks >> 8}.${networks % 256}` });
    return answer.json<VerdictJson>().verdict;
  };
  const find = async (who: Hand, query: string): Promise<{ number: string }[]> => (await who.get<{ rows: { number: string }[] }>(`/certificates?${query}`)).rows;
  const upload = (id: string, noun: string, fields: Record<string, string>, who = certifier): Promise<string> => who.upload(`/certificates/${id}/${noun}`, fields, 'file', proof);

  it('is one, although two people press at once', async () => {
    const story = next();
    await story.record();
    const second = await someoneWith('probe-second', ['county_certifier']);
    const post = (who: Hand): Promise<unknown> => who.post(`/transfers/${story.id}/certificate`).catch((error: { status: number }) => error.status);
    const answers = await Promise.all([post(certifier), post(second), post(certifier), post(second)]);
    expect(answers.filter((each) => each === 409)).toHaveLength(3);
    const rows = await exchange.database.ask('SELECT 1 FROM certificate WHERE transfer_id = $1', [story.id]);
    expect(rows).toHaveLength(1);
  });

  it('is issued by the certifier alone, and only where its case stands', async () => {
    const story = next();
    expect((await refusal(certifier.post(`/transfers/${story.id}/certificate`))).type).toBe('step-not-open');
    await story.record();
    expect((await refusal((await given.hand('reviewer')).post(`/transfers/${story.id}/certificate`))).type).toBe('not-your-step');
    expect((await refusal((await given.hand('102-clerk')).post(`/transfers/${story.id}/certificate`))).status).toBe(404);
  });

  it('shows a stranger what the paper shows, people masked and organisations whole, and says from when', async () => {
    const certificate = kept;
    const back = exchange.clock.now();
    exchange.setDay('2026-11-09' as Day, '09:00');
    const shown = await verify(certificate.code);
    exchange.clock.set(back);
    expect([shown.state, shown.heading]).toEqual(['valid', '这本证书是真的，从2026年11月10日起生效']);
    expect(shown.text).toContain(certificate.number);
    const fact = (label: string): string => shown.facts.find((each) => each.label === label)?.value ?? '';
    expect(fact('权利人')).toBe(certificate.facts.find((each) => each.label === '权利人')?.value);
    expect(fact('转出方')).toMatch(/^.＊/);
    expect(shown.parcels.every((parcel) => parcel.contractor.includes('＊'))).toBe(true);
    expect(shown.timeline.map((line) => line.title)).toEqual(['签合同', '向发包方备案', '登记权利', '发证']);
    const people = await exchange.database.ask<{ name: string }>('SELECT DISTINCT g.display_name AS name FROM transfer_parcel tp JOIN party g ON g.id = tp.grantor_id JOIN certificate c ON c.transfer_id = tp.transfer_id WHERE c.id = $1', [certificate.id]);
    for (const { name } of people) expect(JSON.stringify(shown)).not.toContain(name.replace(/户$/, ''));
    const page = await exchange.app.inject({ url: `/verify/${certificate.code}`, headers: { accept: 'text/html' } });
    expect([page.statusCode, page.body.includes('<span class="stamp">有效</span>')]).toEqual([200, true]);
  });

  it('changes its holder’s name with a document, a letter and a line of the record; the web says the new name', async () => {
    const certificate = await certified();
    const wish = { ...basis, item: 'holder', after: '商河县演新名种植专业合作社' };
    expect((await refusal(certifier.post(`/certificates/${certificate.id}/change`, wish))).text).toContain('依据的文件');
    expect((await refusal(upload(certificate.id, 'change', wish, await given.hand('reviewer')))).type).toBe('not-your-step');
    expect((await refusal(upload(certificate.id, 'change', { ...wish, item: 'price' }))).text).toContain('选要变更哪一项');
    await upload(certificate.id, 'change', wish);
    expect((await refusal(upload(certificate.id, 'change', wish))).text).toContain('没有变');
    const now = await seen(certificate.id);
    expect([now.stateName, now.verdict, now.changes[0]?.after]).toEqual(['changed', 'changed', wish.after]);
    expect(now.changes[0]?.letter).toMatch(/^\/papers\//);
    const shown = await verify(certificate.code);
    expect([shown.state, shown.facts[0]?.value]).toEqual(['changed', wish.after]);
  });

  it('is reissued when lost, fifteen working days after the loss was announced; the old number is void for ever', async () => {
    const old = await certified();
    const wish = { ...basis, announcedOn: exchange.today as string, announcedAt: '商河县人民政府网站', collectedBy: '禾演领' };
    expect((await refusal(upload(old.id, 'reissue', wish))).text).toContain('才满 15 个工作日');
    await exchange.passWorkingDays(16);
    const fresh = await seen((await upload(old.id, 'reissue', wish)).replace('/certificates/', ''));
    expect(fresh.number).not.toBe(old.number);
    expect([(await verify(old.code)).state, (await verify(fresh.code)).state]).toEqual(['cancelled', 'valid']);
    const before = await seen(old.id);
    expect([before.stateName, before.next]).toEqual(['superseded', `/certificates/${fresh.id}`]);
    expect((await refusal(certifier.post(`${before.pdf}/prints`))).type).toBe('paper-void');
    expect((await refusal(upload(old.id, 'change', { ...basis, item: 'holder', after: '演第三社' }))).type).toBe('step-not-open');
    expect(fresh.carried[0]?.item).toBe(`遗失补发，原证 ${old.number} 作废`);
  });

  it('is exchanged once the old sheet is back, and carries its changes over', async () => {
    const old = await certified();
    await upload(old.id, 'change', { ...basis, item: 'realEstate', after: '鲁（2026）商河县不动产证明第0000000号' });
    const wish = { ...basis, collectedBy: '禾演领', stockNumber: 'SH-0004217' };
    expect((await refusal(upload(old.id, 'exchange', wish))).text).toContain('旧证要先收回');
    const fresh = await seen((await upload(old.id, 'exchange', { ...wish, returned: 'yes' })).replace('/certificates/', ''));
    expect([fresh.stateName, fresh.stock[0]?.serial]).toEqual(['valid', 'SH-0004217']);
    expect(fresh.facts.find((each) => each.label === '不动产登记')?.value).toContain('鲁（2026）');
    const again = { serial: 'SH-0004217', outcome: 'spoiled', reason: '打印机卡纸' };
    expect((await refusal(certifier.post(`/certificates/${fresh.id}/stock`, again))).type).toBe('certificate-stock-used');
    expect((await refusal(certifier.post(`/certificates/${fresh.id}/stock`, { ...again, serial: 'SH-0004218', reason: '' }))).text).toContain('怎么废的');
    await certifier.post(`/certificates/${fresh.id}/stock`, { ...again, serial: 'SH-0004218' });
    expect((await seen(fresh.id)).stock.map((sheet) => sheet.outcome)).toEqual(['第 1 份', '废了']);
  });

  it('is not cancelled while its right lives', async () => {
    const certificate = kept;
    const said = await refusal(upload(certificate.id, 'cancellation', basis));
    expect([said.type, said.text.includes('提前终止')]).toEqual(['step-blocked', true]);
    const act = certificate.acts.find((each) => each.action === 'cancel');
    expect([act?.enabled, act?.blockers[0]?.rule]).toEqual([false, 'right-over']);
  });

  it('goes with its case when the case is ended, but not while a bank holds a mortgage', async () => {
    const ended = await story();
    const certificate = await certificateOf(ended);
    const mortgage = await encumber(certificate.id);
    expect((await refusal(ended.terminate())).status).toBe(409);
    expect((await seen(certificate.id)).stateName).toBe('valid');
    expect((await verify(certificate.code)).facts.find((each) => each.label === '抵押')?.value).toContain('演练银行');
    await exchange.database.transaction((tx) => exchange.app.get(EncumbrancesService).close(tx, mortgage, 'released', exchange.today, null as never, clockActor));
    await ended.terminate();
    expect([(await seen(certificate.id)).stateName, (await verify(certificate.code)).state]).toEqual(['cancelled', 'cancelled']);
    const letters = await exchange.database.ask<{ kind: string }>(`SELECT kind FROM paper WHERE subject_id = ANY($1) AND kind IN ('termination', 'certificate_cancellation') ORDER BY kind`, [[ended.id, certificate.id]]);
    expect(letters.map((letter) => letter.kind)).toEqual(['certificate_cancellation', 'termination']);
  });

  it('is revoked by two people; the one who asked cannot decide', async () => {
    const doubted = await story();
    const certificate = await certificateOf(doubted);
    const both = await someoneWith('probe-both', ['county_certifier', 'county_director']);
    await upload(certificate.id, 'revocation-request', basis, both);
    expect((await verify(certificate.code)).state).toBe('valid');
    expect((await refusal(doubted.terminate())).type).toBe('certificate-under-review');
    expect((await refusal(both.post(`/certificates/${certificate.id}/revocation`, basis))).text).toContain('另一个人');
    expect((await refusal(certifier.post(`/certificates/${certificate.id}/revocation`, basis))).type).toBe('not-your-step');
    await director.post(`/certificates/${certificate.id}/revocation-refusal`, basis);
    expect((await seen(certificate.id)).stateName).toBe('valid');
    await upload(certificate.id, 'revocation-request', basis);
    await director.post(`/certificates/${certificate.id}/revocation`, basis);
    expect([(await seen(certificate.id)).stateName, (await verify(certificate.code)).state]).toEqual(['revoked', 'revoked']);
    expect((await refusal(director.post(`/certificates/${certificate.id}/revocation`, basis))).type).toBe('step-not-open');
  });

  it('expires with its term, whether or not any clock has run', async () => {
    const certificate = kept;
    const back = exchange.clock.now();
    exchange.setDay('2032-11-09' as Day, '23:59');
    expect((await verify(certificate.code)).state).toBe('valid');
    exchange.setDay('2032-11-10' as Day, '00:00');
    expect((await verify(certificate.code)).state).toBe('expired');
    exchange.clock.set(back);
  });

  it('is not opened by a code with one sign altered, and each guess costs a second and a half', async () => {
    const { code } = kept;
    const altered = [...code].map((sign, at) => code.slice(0, at) + (sign === '7' ? '8' : '7') + code.slice(at + 1));
    const begun = performance.now();
    const answers = await Promise.all([...altered, '不是码', `${code}2`].map((wrong) => verify(encodeURIComponent(wrong))));
    expect(performance.now() - begun).toBeGreaterThan(1450);
    expect(new Set(answers.map((answer) => answer.state))).toEqual(new Set(['unknown']));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await verify(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).state).toBe('valid');
  });

  it('makes a guesser wait after ten wrong codes, and nobody else', async () => {
    const { code } = kept;
    const ask = (text: string, from: string) => exchange.app.inject({ method: 'POST', url: '/api/verify', payload: { code: text }, remoteAddress: from });
    const tries = await Promise.all(Array.from({ length: 14 }, () => ask('222222222222', '10.9.9.9')));
    expect(tries.filter((each) => each.statusCode === 404)).toHaveLength(10);
    const refused = tries.find((each) => each.statusCode === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(500);
    expect((await ask(code, '10.9.9.10')).statusCode).toBe(200);
  });

  it('cannot be doubled, rewritten or deleted in the database either', async () => {
    const { id } = kept;
    const copy = `INSERT INTO certificate SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', c.number || '假', 'paper_id', (SELECT id FROM paper WHERE id NOT IN (SELECT paper_id FROM certificate) LIMIT 1)))).* FROM certificate c WHERE id = $1`;
    await expect(exchange.database.ask(copy, [id])).rejects.toMatchObject({ constraint: 'certificate_one_valid' });
    await expect(exchange.database.ask(`UPDATE certificate SET number = '假的' WHERE id = $1`, [id])).rejects.toThrow('stands as it is');
    await expect(exchange.database.ask('DELETE FROM certificate WHERE id = $1', [id])).rejects.toThrow('stands for ever');
    await expect(exchange.database.ask(`UPDATE certificate_change SET reason = '改'`)).rejects.toThrow();
  });

  it('is found by number, holder and village, at the same cost for every page, by those whose county it is', async () => {
    const certificate = kept;
    expect(await find(certifier, `q=${encodeURIComponent(certificate.number)}`)).toHaveLength(1);
    expect((await find(certifier, `q=${encodeURIComponent('李家桥')}`)).length).toBeGreaterThan(4);
    expect(await find(await given.hand('102-clerk'), '')).toEqual([]);
    const first = await certifier.get<{ rows: { number: string }[]; pager: { next: string } }>('/certificates?limit=3');
    const second = await certifier.get<{ rows: { number: string }[] }>(first.pager.next.replace('?', '?limit=3&'));
    expect(new Set([...first.rows, ...second.rows].map((row) => row.number)).size).toBe(6);
    expect((await refusal((await given.hand('farmer-2')).get(`/certificates/${certificate.id}`))).status).toBe(404);
  });

  it('is seen by its holder with the papers and without the office’s own notes', async () => {
    const [held] = await exchange.database.ask<{ holder: string; paper: string }>('SELECT holder_id AS holder, paper_id AS paper FROM certificate WHERE id = $1', [kept.id]);
    const [account] = await exchange.database.ask<{ id: string }>(`SELECT id FROM account WHERE login = 'cooperative'`);
    await exchange.database.transaction((tx) => exchange.app.get(AccountsService).tieToParty(tx, account!.id, held!.holder));
    const holder = await given.hand('cooperative');
    expect((await find(holder, '')).map((row) => row.number)).toContain(kept.number);
    const mine = await holder.get<CertificateJson & { register: string }>(`/certificates/papers/${held?.paper}`);
    expect([mine.id, mine.acts, mine.register, mine.stock]).toEqual([kept.id, [], '', []]);
    expect((await refusal(holder.post(`/certificates/${kept.id}/stock`, { serial: 'SH-0009999', outcome: 'used' }))).type).toBe('not-your-step');
  });

  it('that somebody alters behind the exchange’s back is not called valid any more', async () => {
    const certificate = await certified();
    const owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    await owner.query('ALTER TABLE paper DISABLE TRIGGER paper_stands');
    await owner.query(`UPDATE paper SET view = jsonb_set(view, '{holder}', '"别的合作社"') WHERE code = $1`, [certificate.code]);
    await owner.query('ALTER TABLE paper ENABLE TRIGGER paper_stands');
    await owner.end();
    expect((await verify(certificate.code)).heading).toContain('已经停用');
  });

  it('lets other papers of the exchange be checked the same way', async () => {
    const [paper] = await exchange.database.ask<{ code: string; number: string }>(`SELECT code, number FROM paper WHERE kind = 'attestation' LIMIT 1`);
    const shown = await verify(paper?.code ?? '');
    expect([shown.state, shown.heading, shown.facts[1]?.value]).toEqual(['valid', '这份《农村产权交易鉴证书》是真的', paper?.number]);
  });

  /** Cases that have come as far as the record, all on the same days. */
  async function recording(count: number): Promise<CaseStory[]> {
    const cases: CaseStory[] = [];
    while (cases.length < count) cases.push(await given.transfer({ state: 'noticed', term: term6, parcels: await given.land('1.50') }));
    for (const one of cases) await one.proveScreens();
    for (const one of cases) await one.proveBoard();
    await given.pass(8);
    for (const one of cases) for (const act of [one.scan, one.sign, one.file, one.pay]) await act.call(one);
    return cases;
  }

  async function encumber(id: string): Promise<string> {
    const [row] = await exchange.database.ask<{ right: string; holder: string }>('SELECT right_id AS right, holder_id AS holder FROM certificate WHERE id = $1', [id]);
    const wish = { contractId: null, rightId: row!.right, mortgageeName: '演练银行', mortgagorId: row!.holder, claim: 'ordinary' as const, principalFen: fen(30_000_000), contractNumber: '演押-1' };
    const span = term(day('2026-11-10'), day('2028-11-09'));
    return exchange.database.transaction(async (tx) => (await exchange.app.get(EncumbrancesService).note(tx, { ...wish, term: span, registered: { number: '演登-1', on: exchange.today } }, clockActor)).id);
  }

  async function someoneWith(login: string, posts: ('county_certifier' | 'county_director')[]): Promise<Hand> {
    const held = posts.map((post) => ({ post, officeCode: '370126000000' }));
    const account = { login, name: '演双岗', kind: 'staff' as const, posts: held, password: trainingPassword, totpSecret: trainingTotpSecret, from: '2019-01-01' as Day, role: '演练' };
    const hash = await hashPassword(trainingPassword);
    await exchange.database.transaction((tx) => exchange.app.get(AccountsService).openReady(tx, account, hash, clockActor));
    return given.hand(login);
  }
});
