import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { TransferJson } from '../support/transfer-json.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';

/** Told once, from the application on Wednesday 2026-09-23 to a certificate that a stranger can check. */
describe('A village transfers 120 mu', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;
  const see = async (login: string): Promise<TransferJson> =>
    given.as(login).get<TransferJson>(`/transfers/${story.id}`);
  const notice = async (): Promise<object> =>
    given.as('reviewer').get(`/notices/${(await see('reviewer')).notice?.id}`);

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
    story = await given.story({
      parcels: await given.land('120.00'),
      term: { start: '2026-11-10', end: '2032-11-09' },
    });
  });
  afterAll(() => exchange.close());

  it('is applied for at the town on Wednesday, one consent missing', async () => {
    await story.draft();
    await story.consents(1);
    await story.submit();
    const seen = await see('101-clerk');
    expect(seen.number).toMatch(/^370126101A2609\d{4}$/);
    expect(seen.state).toBe('submitted');
  });

  it('goes back once with everything that is missing, and keeps its number', async () => {
    await story.accept();
    const before = await see('101-reviewer');
    expect((await refusal(story.endorse())).text).toContain('还有 1 名共有人没有同意');
    await story.returnForCorrection('共有人同意', '还差 1 名共有人，补签同意书');
    expect((await see('101-clerk')).state).toBe('correction');
    exchange.setDay('2026-09-24', '09:10');
    await story.consents();
    await story.resubmit();
    const after = await see('101-clerk');
    expect([after.number, after.round]).toEqual([before.number, 2]);
  });

  it('is surveyed by two people and pushed to the county on Thursday', async () => {
    await story.accept();
    await story.endorse();
    exchange.setDay('2026-09-24', '14:00');
    await story.survey();
    exchange.setDay('2026-09-24', '16:45');
    await story.submitToCounty();
    const seen = await see('reviewer');
    // 9 月 25 日至 27 日中秋放假：次一工作日是 28 日星期一，17:00 下班为止。
    expect(seen.deadline).toMatchObject({ lastDay: '2026-09-28', dueAt: '2026-09-28T09:00:00.000Z' });
  });

  it('is reviewed by the county on the next working day', async () => {
    exchange.setDay('2026-09-28', '10:00');
    expect((await refusal(story.approve())).text).toContain('核查清单还有 12 项没有填');
    await story.review();
    await story.approve();
    expect((await see('reviewer')).state).toBe('on_notice');
  });

  it('waits for the village photo, which comes two working days late', async () => {
    exchange.setDay('2026-09-28', '15:10');
    await story.proveScreens();
    expect((await see('reviewer')).notice?.blockers[0]?.text).toContain('还差');
    exchange.setDay('2026-09-30', '10:40');
    await story.proveBoard();
    expect(JSON.stringify(await notice())).toContain('10月15日');
  });

  it('hears one objection and decides it, without stopping the calendar', async () => {
    exchange.setDay('2026-10-09', '10:00');
    const id = await story.object();
    const desk = given.as('101-coordination');
    await desk.post(`/cases/${id}/acceptance`);
    exchange.setDay('2026-10-12', '15:00');
    await desk.post(`/cases/${id}/decision`, {
      outcome: 'rejected',
      effect: 'none',
      findings: '会同双方到场丈量，界石没有挪动。',
      reasons: '到场复核，界石在登记的位置，没有挪动。',
      rule: '农村土地承包法第十六条',
    });
    await desk.post(`/cases/${id}/service`, { way: 'in_person' });
  });

  it('is clear only after the seventh working day', async () => {
    exchange.setDay('2026-10-15', '23:30');
    const early = given.as('101-information');
    expect((await refusal(early.post(`/transfers/${story.id}/clearance`))).text).toContain('10月15日');
    await given.pass(1, '09:30');
    expect(exchange.today).toBe('2026-10-16');
    expect((await see('101-trade')).state).toBe('signing');
  });

  it('is signed, filed with the issuer, and its risk deposit paid', async () => {
    expect((await refusal(story.sign())).text).toContain('还没有上传');
    await story.scan();
    await story.sign();
    await story.file();
    const finance = given.as('101-finance');
    expect((await refusal(finance.post(`/transfers/${story.id}/deposit-confirmation`))).text).toContain('还没有到账');
    await story.pay();
    await story.record();
    expect((await see('101-trade')).state).toBe('certifying');
  });

  it('ends in a certificate that a stranger can check', async () => {
    await story.certify();
    const seen = await see('certifier');
    expect(seen.state).toBe('certified');
    const paper = (kind: string) => seen.papers.find((each) => each.kind === kind)?.href ?? '';
    const certifier = given.as('certifier');
    const certificate = await certifier.get<{ code: string; number: string }>(paper('certificate'));
    const checked = await exchange.app.inject({ url: `/api/verify/${certificate.code}` });
    expect(checked.statusCode).toBe(200);
    expect(checked.body).toContain(certificate.number);
    expect(checked.json()).toMatchObject({ verdict: { state: 'valid' } });
    expect((await certifier.file(paper('attestation'))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
