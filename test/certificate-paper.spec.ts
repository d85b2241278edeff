import { describe, expect, it } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { day, fen } from '#kernel';
import { draw as drawPaper, missingCharacters } from './support/drawing.js';
import { pageCount, wordsOf } from './support/read-pdf.js';
import { sampleCertificate, sampleFrame } from './support/samples/certificate-paper.js';

const job = { template: 'certificate', title: '农村土地经营权证书', form: 'certificate' } as const;
const draw = (
  view: object = sampleCertificate(),
  frame: Parameters<typeof drawPaper>[0]['frame'] = sampleFrame,
): Buffer => drawPaper({ ...job, view, frame });

describe('The management-right certificate', () => {
  const paper = draw();

  it('is one sheet, face and annex', () => {
    expect(pageCount(paper)).toBe(2);
  });

  it('names every household that granted land, with its contract and its area', () => {
    expect(wordsOf(paper)).toMatch(/转出方：[^；]+（合同\d+J，/);
  });

  it('says who holds what, from when to when, and how to check it', () => {
    const words = wordsOf(paper);
    for (const said of [
      '农村土地经营权证书',
      '商河县禾野种植专业合作社',
      '370126101HT26000088',
      '2032年10月31日',
      'K7M492QDXT5A',
    ])
      expect(words).toContain(said);
  });

  it('certifies that a transfer was concluded, and claims no more', () => {
    const words = wordsOf(paper);
    for (const said of [
      '兹证明：下列土地经营权流转已经镇街初审、县级审核和公示',
      '不是不动产权证书，不能对抗第三人',
      '五年以上的，当事人可以向不动产登记机构申请土地经营权登记，未经登记，不得对抗善意第三人',
      '第四十一条、民法典第三百四十一条、自然资发〔2022〕157号',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('准予登记');
    const first = drawPaper({
      ...job,
      template: 'before/certificate.1',
      view: sampleCertificate(),
      frame: sampleFrame,
    });
    expect(wordsOf(first)).toContain('准予登记，发给此证');
  });

  it('says what is recorded of it in words, and of certificates of before what they said', () => {
    expect(wordsOf(paper)).toContain('等8份（见地块表）');
    expect(wordsOf(paper)).toContain('未办理；期限5年以上');
    const by = { basis: '办法第17条', by: '演发证' };
    const carried = wordsOf(
      draw({
        ...sampleCertificate(),
        realEstate: '演练登记号',
        changes: [
          { ...by, day: day('2027-01-01'), kind: 'change', part: 'holder', before: '甲社', after: '乙社' },
          { ...by, day: day('2027-01-02'), kind: 'reissue', follows: '第1号' },
          { ...by, day: day('2027-01-03'), item: '换发，原证第0号作废' },
        ],
        encumbrances: [
          {
            ...{ mortgagee: '演练银行', principalFen: fen(30_000_000), overOn: null, registeredNumber: '演登1' },
            ...{ term: { from: day('2027-01-01'), to: day('2028-01-01') }, registeredOn: day('2027-01-02') },
          },
          { mortgagee: '老银行', amount: '100.00元', registered: '未登记', released: '' },
        ],
      }),
    ).replaceAll(/\s/g, '');
    for (const words of ['甲社→乙社', '遗失补发', '第0号作废', '演练登记号', '300,000.00元', '100.00元'])
      expect(carried).toContain(words);
  });

  it('adds its parcels up', () => {
    expect(wordsOf(paper)).toContain('合计8块120.00');
  });

  it('goes on over pages when there are many parcels, the head of the table repeated', () => {
    const long = draw(sampleCertificate(60));
    expect(pageCount(long)).toBeGreaterThan(3);
    expect(wordsOf(long).split('地块名称、代码').length - 1).toBe(2);
  });

  it('has the same bytes each time it is made from the same view', () => {
    expect(draw().equals(paper)).toBe(true);
  });

  it('differs when it is a reprint, and says which', () => {
    const second = draw(sampleCertificate(), { ...sampleFrame, copy: 2 });
    expect(wordsOf(second)).toContain('重印第2份');
  });

  it('is marked on every page in training, and not at all in earnest', () => {
    expect(wordsOf(paper).split('演练无效').length - 1).toBe(2);
    const live = draw(sampleCertificate(), { ...sampleFrame, training: false, seal: undefined });
    expect(wordsOf(live)).not.toContain('演练无效');
  });

  it('stays small, since only the characters used are embedded', () => {
    expect(paper.length).toBeLessThan(160_000);
  });

  it('names characters that the typeface lacks before they print as a gap', () => {
    expect(missingCharacters('王𠮷生')).toEqual(['𠮷']);
    expect(missingCharacters('王麦生')).toEqual([]);
  });

  it('compresses its pages', () => {
    expect(inflateSync(paper.subarray(paper.indexOf('stream\n') + 7)).length).toBeGreaterThan(1000);
  });
});
