import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type CertificateJson, Certificates } from '../support/certificates.js';

const basis = { reason: '权利人书面申请，附原件', rule: '农村土地经营权流转管理办法第十七条' };

/** Rights and certificates that come to their end in states that other stories do not come to. */
describe('A right ends before its term', () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await Certificates.prepare(4);
  }, 180_000);
  afterAll(() => certificates.given.exchange.close());

  const changed = async (certificate: CertificateJson): Promise<void> => {
    const wish = { ...basis, item: 'holder', after: '商河县演新名种植专业合作社' };
    await certificates.act(certificate.id, 'change', wish);
    expect((await certificates.seen(certificate.id)).state).toBe('changed');
  };

  it('certified, and its changed certificate goes with it; then its land is handed back', async () => {
    const story = await certificates.story();
    const certificate = await certificates.of(story);
    await changed(certificate);
    expect((await story.view()).stateName).toBe('certified');
    await story.terminate();
    expect((await certificates.seen(certificate.id)).state).toBe('cancelled');
    const out = async (): Promise<object[]> =>
      (await certificates.given.as('101-trade').get<{ rows: object[] }>('/desk?kind=land_return')).rows;
    expect(await out()).toMatchObject([{ at: `/transfers/${story.id}`, state: 'terminated' }]);
    await story.returnLand();
    expect(await out()).toEqual([]);
    expect((await story.view()).stateName).toBe('terminated');
  });

  it('beside others, whose land is listed page after page, those of one end, and in a workbook', async () => {
    const stories = [await certificates.story(), await certificates.story()];
    for (const story of stories) await story.terminate();
    const ids = stories.map(({ id }) => id);
    const trade = certificates.given.as('101-trade');
    const listed = (path: string) => trade.get<{ rows: { id: string }[]; next: string }>(path);
    const first = await listed('/desk/land-out?limit=1&sort=longest');
    const second = await listed(first.next.replace(/^\/api/, ''));
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(second.next).toBe('');
    expect((await listed('/desk/land-out?state=expired')).rows).toEqual([]);
    const { body } = await certificates.given.page('/desk/land-out?limit=1', trade);
    for (const words of ['后面的', '下载表格', '登记交还']) expect(body).toContain(words);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await trade.file('/desk/land-out/sheet?state=terminated')) as never);
    expect(book.worksheets[0]?.rowCount).toBe(3);
    for (const story of stories) await story.returnLand();
    expect((await listed('/desk/land-out')).rows).toEqual([]);
  });

  it('not for a certificate that is doubted without reason, exchanged, changed and lost', async () => {
    const director = certificates.given.as('director');
    const first = await certificates.certified();
    const exchanged = await certificates.act(first.id, 'exchange', {
      ...basis,
      collectedBy: '禾演领',
      returned: 'yes',
    });
    const second = await certificates.seen(exchanged.replace('/certificates/', ''));
    await changed(second);
    await certificates.act(second.id, 'revocation-request', basis);
    expect((await certificates.seen(second.id)).state).toBe('revoking');
    await director.post(`/certificates/${second.id}/revocation-refusal`, basis);
    expect((await certificates.seen(second.id)).state).toBe('changed');
    const lost = {
      ...basis,
      announcedOn: certificates.given.exchange.today as string,
      announcedAt: '商河县人民政府网站',
      collectedBy: '禾演领',
    };
    await certificates.given.exchange.passWorkingDays(16);
    await certificates.act(second.id, 'reissue', lost);
    expect((await certificates.seen(second.id)).state).toBe('superseded');
  });

  it('registered without a certificate, where the county certifies longer terms only', async () => {
    const { given } = certificates;
    const { exchange } = given;
    const parameter = { value: '7', validFrom: exchange.today, basis: '县里规定' };
    await given.as('administrator').post('/parameters/certificateMinYears/values', parameter);
    const story = await given.transfer({ state: 'certifying', parcels: await given.land('1.50') });
    await given.as('certifier').post(`/transfers/${story.id}/registration-only`);
    expect((await story.view()).stateName).toBe('registered');
    await story.terminate();
    expect((await story.view()).stateName).toBe('terminated');
  });
});
