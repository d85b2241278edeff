import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { clockActor, day, fen, term } from '#kernel';
import { AccountsService } from '#platform';
import { EncumbrancesService } from '#rights';
import { type CertificateJson, Certificates } from '../support/certificates.js';
import type { Wanted } from '../support/people.js';
import type { TestExchange } from '../support/exchange.js';
import { refusal } from '../support/given.js';

/** Somebody who holds two posts at once, which the county should not allow. */
const twoPosts: Wanted = {
  name: '演双岗',
  posts: [
    ['county_certifier', '370126000000'],
    ['county_director', '370126000000'],
  ],
};

const basis = { reason: '权利人书面申请，附原件', rule: '农村土地经营权流转管理办法第十七条' };

describe('A certificate', () => {
  let certificates: Certificates;
  let exchange: TestExchange;
  let certifier: ApiClient;
  let director: ApiClient;
  /** One certificate that nobody alters, for whoever only looks. */
  let kept: CertificateJson;
  let renamed: CertificateJson;

  beforeAll(async () => {
    certificates = await Certificates.prepare(5);
    ({ certifier } = certificates);
    ({ exchange } = certificates.given);
    director = certificates.given.as('director');
  }, 180_000);
  afterAll(() => exchange.close());

  /** In the state of its record, and as a stranger is told. */
  const states = async ({ id, code }: CertificateJson): Promise<string[]> =>
    (await Promise.all([certificates.seen(id), certificates.verify(code)])).map(({ state }) => state);

  it('is issued by the certifier alone, where its case stands, and once although four press at the same time', async () => {
    const story = certificates.next();
    const address = `/transfers/${story.id}/certificate`;
    expect((await refusal(certifier.post(address))).type).toBe('step-not-open');
    await story.record();
    expect((await refusal(certificates.given.as('reviewer').post(address))).type).toBe('not-your-step');
    expect((await refusal(certificates.given.as('102-clerk').post(address))).status).toBe(404);
    const second = await certificates.given.hire('second', ['county_certifier', '370126000000']);
    const press = (who: ApiClient): Promise<unknown> =>
      who.post(address).catch((error: { status: number }) => error.status);
    const answers = await Promise.all([press(certifier), press(second), press(certifier), press(second)]);
    expect(answers.filter((each) => each === 409)).toHaveLength(3);
    expect(await exchange.database.ask('SELECT 1 FROM certificate WHERE transfer_id = $1', [story.id])).toHaveLength(1);
    kept = await certificates.of(story);
  });

  it('changes its holder’s name with a document, a letter and a line of the record; the web says the new name', async () => {
    const certificate = await certificates.certified();
    const wish = { ...basis, item: 'holder', after: '商河县演新名种植专业合作社' };
    expect((await refusal(certifier.post(`/certificates/${certificate.id}/change`, wish))).text).toContain(
      '依据的文件',
    );
    expect(
      (await refusal(certificates.act(certificate.id, 'change', wish, certificates.given.as('reviewer')))).type,
    ).toBe('not-your-step');
    expect((await refusal(certificates.act(certificate.id, 'change', { ...wish, item: 'price' }))).text).toContain(
      '“变更哪一项”从列出来的里面选',
    );
    await certificates.act(certificate.id, 'change', wish);
    expect((await refusal(certificates.act(certificate.id, 'change', wish))).text).toContain('没有变');
    const now = await certificates.seen(certificate.id);
    expect([now.state, now.verdict, now.changes[0]?.after]).toEqual(['changed', 'changed', wish.after]);
    expect(now.changes[0]?.letter).toMatch(/^\/papers\//);
    const shown = await certificates.verify(certificate.code);
    expect([shown.state, shown.certificate?.holder]).toEqual(['changed', wish.after]);
    expect(await certificates.verified(certificate.code)).toContain('内容有变更');
    renamed = certificate;
  });

  it('is reissued when lost, fifteen working days after the loss was announced; the old number is void for ever', async () => {
    const old = await certificates.certified();
    const wish = {
      ...basis,
      announcedOn: exchange.today as string,
      announcedAt: '商河县人民政府网站',
      collectedBy: '禾演领',
    };
    expect((await refusal(certificates.act(old.id, 'reissue', wish))).text).toContain('才满 15 个工作日');
    await exchange.passWorkingDays(16);
    const fresh = await certificates.seen(
      (await certificates.act(old.id, 'reissue', wish)).replace('/certificates/', ''),
    );
    expect(fresh.number).not.toBe(old.number);
    expect([(await certificates.verify(old.code)).state, (await certificates.verify(fresh.code)).state]).toEqual([
      'superseded',
      'valid',
    ]);
    expect(await certificates.verified(old.code)).toContain(`请对方拿出新证（${fresh.number}）`);
    const before = await certificates.seen(old.id);
    expect([before.state, before.nextId]).toEqual(['superseded', fresh.id]);
    expect((await refusal(certifier.post(`/papers/${before.paperId}/prints`))).type).toBe('paper-void');
    expect(
      (await refusal(certificates.act(old.id, 'change', { ...basis, item: 'holder', after: '演第三社' }))).type,
    ).toBe('step-not-open');
    expect(fresh.carried).toMatchObject([{ kind: 'reissue', follows: old.number }]);
  });

  it('is exchanged once the old sheet is back, and carries its changes over', async () => {
    const old = renamed;
    await certificates.act(old.id, 'change', {
      ...basis,
      item: 'realEstate',
      after: '鲁（2026）商河县不动产证明第0000000号',
    });
    const wish = { ...basis, collectedBy: '禾演领', stockNumber: 'SH-0004217' };
    expect((await refusal(certificates.act(old.id, 'exchange', wish))).text).toContain('旧证要先收回');
    const fresh = await certificates.seen(
      (await certificates.act(old.id, 'exchange', { ...wish, returned: 'yes' })).replace('/certificates/', ''),
    );
    expect([fresh.state, fresh.sheets[0]?.serial]).toEqual(['valid', 'SH-0004217']);
    expect(fresh.realEstate).toContain('鲁（2026）');
    const again = { serial: 'SH-0004217', outcome: 'spoiled', reason: '打印机卡纸' };
    expect((await refusal(certifier.post(`/certificates/${fresh.id}/stock`, again))).type).toBe(
      'certificate-stock-used',
    );
    expect(
      (await refusal(certifier.post(`/certificates/${fresh.id}/stock`, { ...again, serial: 'SH-0004218', reason: '' })))
        .text,
    ).toContain('怎么废的');
    await certifier.post(`/certificates/${fresh.id}/stock`, { ...again, serial: 'SH-0004218' });
    expect((await certificates.seen(fresh.id)).sheets.map((sheet) => sheet.outcome)).toEqual(['used', 'spoiled']);
  });

  it('is not cancelled while its right lives', async () => {
    const certificate = kept;
    const said = await refusal(certificates.act(certificate.id, 'cancellation', basis));
    expect([said.type, said.text.includes('提前终止')]).toEqual(['step-blocked', true]);
    const act = certificate.acts.find((each) => each.action === 'cancel');
    expect([act?.enabled, act?.blockers[0]?.rule]).toEqual([false, 'right-over']);
  });

  it('goes with its case when the case is ended, but not while a bank holds a mortgage', async () => {
    const ended = await certificates.story();
    const certificate = await certificates.of(ended);
    const mortgage = await encumber(certificate.id);
    expect((await refusal(ended.terminate())).status).toBe(409);
    expect((await certificates.seen(certificate.id)).state).toBe('valid');
    expect((await certificates.verify(certificate.code)).certificate?.mortgages).toMatchObject([
      { mortgagee: '演练银行' },
    ]);
    await exchange.act(clockActor, (act) =>
      exchange.app.get(EncumbrancesService).close(act, mortgage, 'released', exchange.today, null as never),
    );
    await ended.terminate();
    expect(await states(certificate)).toEqual(['cancelled', 'cancelled']);
    const letters = await exchange.database.ask<{ kind: string }>(
      `SELECT kind FROM paper WHERE subject_id = ANY($1) AND kind IN ('termination', 'certificate_cancellation') ORDER BY kind`,
      [[ended.id, certificate.id]],
    );
    expect(letters.map((letter) => letter.kind)).toEqual(['certificate_cancellation', 'termination']);
  });

  it('is revoked by two people; the one who asked cannot decide', async () => {
    const doubted = await certificates.story();
    const certificate = await certificates.of(doubted);
    const both = await certificates.given.hire('both', twoPosts);
    await certificates.act(certificate.id, 'revocation-request', basis, both);
    expect(await certificates.verify(certificate.code)).toMatchObject({ state: 'valid', underReview: true });
    expect(await certificates.verified(certificate.code)).toContain('正在复核');
    expect((await refusal(doubted.terminate())).type).toBe('certificate-under-review');
    expect((await refusal(both.post(`/certificates/${certificate.id}/revocation`, basis))).text).toContain('另一个人');
    expect((await refusal(certifier.post(`/certificates/${certificate.id}/revocation`, basis))).type).toBe(
      'not-your-step',
    );
    await director.post(`/certificates/${certificate.id}/revocation-refusal`, basis);
    expect((await certificates.seen(certificate.id)).state).toBe('valid');
    await certificates.act(certificate.id, 'revocation-request', basis);
    await director.post(`/certificates/${certificate.id}/revocation`, basis);
    expect(await states(certificate)).toEqual(['revoked', 'revoked']);
    expect((await refusal(director.post(`/certificates/${certificate.id}/revocation`, basis))).type).toBe(
      'step-not-open',
    );
  });

  it('cannot be doubled, rewritten or deleted in the database either', async () => {
    const { id } = kept;
    const copy = `INSERT INTO certificate SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', c.number || '假', 'paper_id', (SELECT id FROM paper WHERE id NOT IN (SELECT paper_id FROM certificate) LIMIT 1)))).* FROM certificate c WHERE id = $1`;
    await expect(exchange.database.write(copy, [id])).rejects.toMatchObject({ constraint: 'certificate_one_valid' });
    await expect(exchange.database.write(`UPDATE certificate SET number = '假的' WHERE id = $1`, [id])).rejects.toThrow(
      'stands as it is',
    );
    await expect(exchange.database.write('DELETE FROM certificate WHERE id = $1', [id])).rejects.toThrow(
      'permission denied',
    );
    await expect(exchange.database.write(`UPDATE certificate_change SET reason = '改'`)).rejects.toThrow();
  });

  it('is found by number, holder and village, at the same cost for every page, by those whose county it is', async () => {
    const certificate = kept;
    expect(await certificates.find(certifier, `q=${encodeURIComponent(certificate.number)}`)).toHaveLength(1);
    expect((await certificates.find(certifier, `q=${encodeURIComponent('李家桥')}`)).length).toBeGreaterThan(4);
    expect(await certificates.find(certificates.given.as('102-clerk'), '')).toEqual([]);
    const first = await certifier.get<{ rows: { number: string }[]; next: string }>('/certificates?limit=3');
    const second = await certifier.get<{ rows: { number: string }[] }>(first.next);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.number)).size).toBe(6);
    expect((await refusal(certificates.given.as('farmer-2').get(`/certificates/${certificate.id}`))).status).toBe(404);
  });

  it('is seen by its holder with the papers and without the office’s own notes', async () => {
    const [held] = await exchange.database.ask<{ holder: string; paper: string }>(
      'SELECT holder_id AS holder, paper_id AS paper FROM certificate WHERE id = $1',
      [kept.id],
    );
    const [account] = await exchange.database.ask<{ id: string }>(`SELECT id FROM account WHERE login = 'cooperative'`);
    await exchange.database.transaction((tx) =>
      exchange.app.get(AccountsService).tieToParty(tx, account!.id, held!.holder),
    );
    const holder = certificates.given.as('cooperative');
    expect((await certificates.find(holder, '')).map((row) => row.number)).toContain(kept.number);
    const mine = await holder.get<CertificateJson>(`/certificates/papers/${held?.paper}`);
    expect([mine.id, mine.acts, mine.prints, mine.sheets]).toEqual([kept.id, [], [], []]);
    expect(
      (await refusal(holder.post(`/certificates/${kept.id}/stock`, { serial: 'SH-0009999', outcome: 'used' }))).type,
    ).toBe('not-your-post');
  });

  async function encumber(id: string): Promise<string> {
    const [row] = await exchange.database.ask<{ right: string; holder: string }>(
      'SELECT right_id AS right, holder_id AS holder FROM certificate WHERE id = $1',
      [id],
    );
    const wish = {
      contractId: null,
      rightId: row!.right,
      mortgageeName: '演练银行',
      mortgagorId: row!.holder,
      claim: 'ordinary' as const,
      principalFen: fen(30_000_000),
      contractNumber: '演押-1',
    };
    const span = term(day('2026-11-10'), day('2028-11-09'));
    const registered = { number: '演登-1', on: exchange.today };
    const noted = await exchange.act(clockActor, (act) =>
      exchange.app.get(EncumbrancesService).note(act, { ...wish, term: span, registered }),
    );
    return noted.id;
  }
});
