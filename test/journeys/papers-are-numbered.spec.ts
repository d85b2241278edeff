import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel';
import { kindOf, Numbers, type Paper, PapersService, PrintsService } from '#papers';
import { sampled } from '../support/sampled.js';
import { sampleCertificate } from '../support/samples/certificate-paper.js';
import { TestExchange } from '../support/exchange.js';

const certifier: Actor = {
  kind: 'staff',
  accountId: randomUUID(),
  name: '演练发证员',
  posts: [{ post: 'county_certifier', officeCode: '370126000000' }],
  partyId: null,
  assisting: null,
};
const director: Actor = { ...certifier, accountId: randomUUID(), name: '演练负责人' };

describe('Papers of the county', () => {
  let exchange: TestExchange;
  let papers: PapersService;
  let prints: PrintsService;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    papers = exchange.app.get(PapersService);
    prints = exchange.app.get(PrintsService);
  });
  afterAll(async () => exchange.close());

  const issue = async (fails = false): Promise<Paper> =>
    exchange.act(certifier, async (act) => {
      const order = {
        subject: 'transfer',
        subjectId: randomUUID(),
        officeCode: '370126101000',
      };
      const paper = await papers.issue(act, sampled('certificate', sampleCertificate()), order);
      if (fails) throw new Error('The act failed after its number was given.');
      return paper;
    });
  const print = (paper: Paper, reason: string) =>
    exchange.act(certifier, async (act) => {
      const { said } = await prints.print(act, { record: await papers.get(paper.id, act.tx) }, { reason });
      return said;
    });

  it('are numbered 1 to 200 without a gap when forty at a time are issued and some of the acts fail', async () => {
    // In waves: on a busy machine a connection of the small pool is not waited for longer than five seconds.
    const made: Paper[] = [];
    for (let wave = 0; wave < 6; wave++) {
      const acts = Array.from({ length: 40 }, (_, i) => issue((wave * 40 + i) % 6 === 5).catch(() => null));
      made.push(...(await Promise.all(acts)).filter((paper) => paper !== null));
    }
    const numbers = made.map((paper) => paper.number).sort();
    const expected = Array.from({ length: 200 }, (_, i) => `商农经权（2026）第${String(i + 1).padStart(6, '0')}号`);
    expect(numbers).toEqual(expected);
    expect(new Set(made.map((paper) => paper.code)).size).toBe(200);
  });

  it('start a new series each year, and each month and town for projects', async () => {
    const numbers = exchange.app.get(Numbers);
    const given = await exchange.act(certifier, async (act) => [
      await numbers.ofProject(act, '370126101000', 'A'),
      await numbers.ofProject(act, '370126101200', 'A'),
      await numbers.ofProject(act, '370126102000', 'A'),
      await numbers.ofPaper(act, kindOf('contract'), '370126101000'),
      await numbers.ofPaper(act, kindOf('notice'), '370126101000'),
    ]);
    expect(given).toEqual([
      '370126101A26090001',
      '370126101A26090002',
      '370126102A26090001',
      '370126101HT26000001',
      '商农公示〔2026〕第0001号',
    ]);
  });

  it('say the same for ever: a reprint is drawn from the kept view, and an altered row is not drawn at all', async () => {
    const paper = await papers.get((await issue()).id);
    const first = await papers.render(paper, 1);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await papers.render(paper, 1)).equals(first)).toBe(true);
    await expect(papers.render({ ...paper, view: { ...paper.view, holder: '别人' } }, 1)).rejects.toMatchObject({
      type: 'paper-altered',
    });
  });

  it('cannot be rewritten or deleted in the database, and their numbers cannot fall', async () => {
    const { id } = await issue();
    await expect(exchange.database.write(`UPDATE paper SET number = '假的' WHERE id = $1`, [id])).rejects.toThrow(
      'stands as it is',
    );
    await expect(exchange.database.write('DELETE FROM paper WHERE id = $1', [id])).rejects.toThrow('permission denied');
    await expect(exchange.database.write('UPDATE number_series SET last = 1')).rejects.toThrow('never given twice');
  });

  it('carry the name of the town exchange where the town issues them, else of the county centre', async () => {
    const subject = { subject: 'transfer', subjectId: randomUUID(), officeCode: '370126101000' };
    const [town, county] = await exchange.act(certifier, async (act) => [
      await papers.issue(act, sampled('acceptance', {}), subject),
      await papers.issue(act, sampled('rejection', {}), subject),
    ]);
    expect(town?.frame.authority).toContain('殷巷镇');
    expect(town?.frame.seal).toEqual({ office: town?.frame.authority, foot: '演练专用' });
    expect(county?.frame.authority).toBe('商河县农村产权交易中心');
  });

  it('are found by their code however it is typed, and not by a wrong one', async () => {
    const paper = await issue();
    const typed = paper.code.toLowerCase().replace(/(.{4})/g, '$1 ');
    expect((await papers.byCode(typed))?.id).toBe(paper.id);
    const wrong = (paper.code.startsWith('2') ? '3' : '2') + paper.code.slice(1);
    expect(await papers.byCode(wrong)).toBeNull();
    expect(await papers.byCode('不是码')).toBeNull();
  });

  it('are printed once for nothing, again for a reason, and beyond the limit only with a second person', async () => {
    const paper = await issue();
    expect(await print(paper, '')).toContain('第 1 份');
    await expect(print(paper, ' ')).rejects.toMatchObject({ type: 'reprint-needs-reason' });
    expect(await print(paper, '卡纸')).toContain('第 2 份');
    expect(await print(paper, '污损')).toContain('第 3 份');
    expect(await print(paper, '农户遗失')).toContain('另一位同志批准');
    const request = (await prints.openRequest(paper.id))?.id ?? '';
    await expect(print(paper, '再要一份')).rejects.toMatchObject({ type: 'print-limit' });
    const decide = (actor: Actor) =>
      exchange.act(actor, (act) => prints.decide(act, { record: paper }, { approved: 'true' }, { request }));
    await expect(decide(certifier)).rejects.toMatchObject({ type: 'print-same-person' });
    await decide(director);
    await expect(decide(director)).rejects.toMatchObject({ type: 'print-already-decided' });
    expect((await prints.of(paper.id)).map((one) => one.approvedBy)).toEqual([null, null, null, '演练负责人']);
  });

  it('are printed no more once their number is void', async () => {
    const paper = await issue();
    const cancel = () => exchange.act(certifier, (act) => papers.voidNumber(act, paper.id, '遗失补发，旧号作废'));
    await cancel();
    await expect(print(paper, '')).rejects.toMatchObject({ type: 'paper-void' });
    await expect(cancel()).rejects.toMatchObject({ type: 'paper-void' });
  });
});
