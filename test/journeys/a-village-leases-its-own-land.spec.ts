import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Day, clockActor, identityCheck } from '#kernel';
import { ParameterStore } from '#platform';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal, village } from '../support/given.js';
import { photoOf, scanOf } from '../support/made-up-files.js';
import { Walker, faultsOf, said } from '../support/walker.js';

interface Own {
  issuer: string;
  body: string;
  creditCode: string;
  head: string;
  parcels: { id: string; code: string }[];
}

const terms = {
  mode: 'lease',
  'term.start.year': '2026', 'term.start.month': '11', 'term.start.day': '10',
  'term.end.year': '2031', 'term.end.month': '11', 'term.end.day': '9',
  'handoverOn.year': '2026', 'handoverOn.month': '11', 'handoverOn.day': '10',
  priceYuan: '700', payment: '一年一付，先付钱后种地', purpose: 'grain', crops: '小麦、玉米', 'declared.lease': '无', 'declared.dispute': '无', 'declared.credit': '无',
}; // prettier-ignore
/** 60 members may vote: two thirds are forty. */
const minutes = {
  decidingBody: 'member_assembly',
  'calledOn.year': '2026', 'calledOn.month': '9', 'calledOn.day': '1',
  'decidedOn.year': '2026', 'decidedOn.month': '9', 'decidedOn.day': '15',
  electorate: '60', attended: '52', inFavour: '43', opposed: '6',
}; // prettier-ignore
const number = (seventeen: string): string => seventeen + identityCheck(seventeen);

describe('A village leases its own land', () => {
  let exchange: TestExchange;
  let given: Given;
  let station: Walker;
  let town: Walker;
  let own: Own;
  let outsider: { name: string; code: string; head: string };
  let here = '';
  let story: TransferStory;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    station = await Walker.signIn(exchange, `101-village-${village.slice(9)}`);
    town = await Walker.signIn(exchange, '101-clerk');
    const [row] = await exchange.database.ask<Omit<Own, 'parcels'>>(
      `SELECT i.code AS issuer, b.id AS body, b.credit_code AS "creditCode", b.legal_representative AS head
       FROM issuer i JOIN body b ON b.id = i.body_id WHERE i.office_code = $1`,
      [village],
    );
    const parcels = await exchange.database.ask<{ id: string; code: string }>(
      'SELECT id, code FROM parcel WHERE issuer_code = $1 AND contract_id IS NULL ORDER BY code',
      [row?.issuer],
    );
    own = { ...row!, parcels };
    const [body] = await exchange.database.ask<typeof outsider>(
      `SELECT name, credit_code AS code, legal_representative AS head FROM body WHERE kind = 'family_farm' ORDER BY credit_code LIMIT 1`,
    );
    outsider = body!;
  });
  afterAll(() => exchange.close());

  /** An act of the case, asked for on the way of the wizard: it leads back to the papers. */
  const onTheWay = (noun: string): string =>
    `/transfers/${story.id}/${noun}?next=${encodeURIComponent(`${here}/materials`)}`;

  /** Fills the form in on its own page, where a refusal comes back with what was typed. */
  const decide = async (more: object = {}, file: File | null = photoOf(`minutes ${JSON.stringify(more)}`)) => {
    await station.open(onTheWay('decision'));
    return station.upload(onTheWay('decision'), { ...minutes, ...more, ...(file ? { file } : {}) });
  };

  it('has land that was never contracted out, in every village', async () => {
    expect(own.parcels.length).toBeGreaterThan(1);
    const [without] = await exchange.database.ask<{ many: number }>(
      `SELECT count(*)::int AS many FROM issuer i WHERE NOT EXISTS (SELECT 1 FROM parcel p WHERE p.issuer_code = i.code AND p.contract_id IS NULL)`,
    );
    expect(without?.many).toBe(0);
    expect(said((await town.open(`/register/parcels/${own.parcels[0]?.id}`)).body)).toContain('没有承包到户');
  });

  it('comes to the station with the head of the collective, and chooses the collective and its fields', async () => {
    await station.open('/assisted/new');
    const begun = await station.send('/assisted', {
      identityRead: 'card_reader',
      witness: '禾见证',
      readAloud: '念了全部内容，本人点头',
      identityNumber: number('99999919680101003'),
      name: own.head,
      actsFor: own.creditCode,
    });
    expect(begun.status).toBe(200);
    const started = await station.send('/transfers/new', { side: 'out' });
    here = started.url.replace('/who', '');
    expect(said(started.body)).toContain('没有发包的地');
    const who = {
      kind: 'collective',
      issuer: own.issuer,
      'transferee.kind': 'family_farm',
      'transferee.name': outsider.name,
      'transferee.number': outsider.code,
      'transferee.legalRepresentative': outsider.head,
      ability: '种粮 6 年，有农机 8 台',
    };
    expect(faultsOf((await station.send(`${here}/who`, { ...who, issuer: '37012610299900' })).body)[0]).toContain(
      '集体',
    );
    expect((await station.send(`${here}/who`, who)).url).toBe(`${here}/land`);
    const land = await station.send(
      `${here}/land`,
      Object.fromEntries(own.parcels.slice(0, 2).map(({ code }) => [`parcels.${code}.code`, code])),
    );
    expect(land.url).toBe(`${here}/terms`);
    expect(said(land.body)).toContain('没有承包到户，按集体决议写的时间填');
    const done = await station.send(`${here}/terms`, terms);
    expect(done.url).toBe(`${here}/materials`);
    expect(said(done.body)).toContain('还没有登记决议');
    story = await given.story({ parcels: own.parcels.slice(0, 2).map(({ code }) => ({ code })) });
    const [row] = await exchange.database.ask<{ id: string }>(`SELECT id FROM transfer WHERE kind = 'collective'`);
    story.id = row?.id ?? '';
  });

  it.each([
    ['fewer than two thirds of all, however few came', { inFavour: '39', attended: '45' }, '还差 1 人'],
    ['more votes than people', { opposed: '20' }, '比到会的还多'],
    ['more people than there are', { attended: '61' }, '比应到的还多'],
    ['a meeting called nine days before', { 'calledOn.day': '6' }, '要提前 10 天通知'],
    ['a decision of tomorrow', { 'decidedOn.day': '24' }, '不能晚于今天'],
  ])('is refused minutes with %s', async (_what, more, words) => {
    const refused = await decide(more);
    expect(refused.url).toBe(onTheWay('decision'));
    expect(faultsOf(refused.body).join('；')).toContain(words);
    expect(refused.body).toContain('value="60"');
  });

  it('is refused minutes without the paper, and the wrong body where the county accepts the assembly alone', async () => {
    expect(faultsOf((await decide({}, null)).body).join('；')).toContain('会议记录');
    const bodies = { key: 'acceptedDecisionBodies', value: ['member_assembly'] };
    const row = { ...bodies, validFrom: '2026-09-01' as Day, basis: '县定' };
    await exchange.act(clockActor, (act) => exchange.app.get(ParameterStore).set(act, row));
    const refused = await decide({ decidingBody: 'village_representatives', 'calledOn.day': '10' });
    expect(faultsOf(refused.body)[0]).toContain('村民代表会议不能决定这件事，要由成员大会决议');
    const form = await station.open(onTheWay('decision'));
    expect(form.body).not.toContain('village_representatives');
  });

  it('records the decision with its counts, and may not enter the township’s approval itself', async () => {
    const done = await decide();
    expect(said(done.body)).toContain('应到 60 人，到会 52 人，同意 43 人，不同意 6 人，够三分之二');
    const refused = await station.upload(onTheWay('township-approval'), {
      number: '殷政批〔2026〕9号',
      'approvedOn.year': '2026', 'approvedOn.month': '9', 'approvedOn.day': '18',
      file: scanOf('own approval'),
    }); // prettier-ignore
    expect(refused.status).toBe(403);
    await station.upload(onTheWay('files'), { kind: 'identity', file: photoOf('both identities') });
    const check = await station.open(`${here}/check`);
    expect(said(check.body)).toContain('集体决议 已登记');
    const handed = await station.send(`/transfers/${story.id}/submission`);
    expect(said(handed.body)).toMatch(/370126101A2609\d{4}/);
  });

  it('is not reviewed without the township’s approval: the transferee is no member', async () => {
    await story.accept();
    const blocked = await refusal(story.endorse());
    expect(blocked).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(blocked.text).toContain('还没有乡镇人民政府的批准');
    expect((await town.open(`/transfers/${story.id}`)).body).toContain(`/transfers/${story.id}/township-approval`);
    const clerk = given.as('101-clerk');
    const early = { number: '殷政批〔2026〕9号', approvedOn: '2026-09-14' };
    const path = `/transfers/${story.id}/township-approval`;
    expect((await refusal(clerk.post(path, { ...early, file: await scan('approval') }))).text).toContain('决议以后');
    const reviewer = given.as('reviewer');
    const approval = { ...early, approvedOn: '2026-09-18' };
    expect((await refusal(reviewer.post(path, { ...approval, file: await scan('approval') }))).status).toBe(403);
    await clerk.post(path, { ...approval, file: await scan('approval') });
    expect(said((await town.open(`/transfers/${story.id}`)).body)).toContain('殷政批〔2026〕9号，2026年9月18日批准');
    await story.endorse();
  });

  it('is noticed with the decision and the approval, signed, recorded and certified like any other', async () => {
    await given.go(story, 'on_notice', 'county_review');
    const { noticeId } = await story.view();
    const notice = said((await town.open(`/notices/${noticeId}`)).body);
    expect(notice).toContain(
      '2026年9月15日成员大会决议，应到 60 人，同意 43 人；乡镇人民政府批准，文号 殷政批〔2026〕9号',
    );
    await given.go(story, 'certified', 'signing');
    const [right] = await exchange.database.ask<{ grantor: string; status: string }>(
      `SELECT grantor_id AS grantor, status FROM management_right WHERE subject_id = $1`,
      [story.id],
    );
    expect(right).toEqual({ grantor: own.body, status: 'active' });
    expect(said((await town.open(`/transfers/${story.id}`)).body)).toContain('农村土地经营权证书');
  });
});
