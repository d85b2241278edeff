import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { drawPaper } from '../draw-paper.js';
import { keptTerms } from '../kept-terms.js';
import { kindOf } from '../letter.js';
import { type PaperViews, paperLetters } from '../paper-kinds.js';
import { sampleFrame } from '../samples/certificate.sample.js';
import { samplePapers } from '../samples/letters.sample.js';
import { pageCount, wordsOf } from '../samples/read-pdf.js';
import { LetterTemplates } from './letter-templates.js';

type PaperKind = keyof PaperViews;
const folder = 'templates/papers';
const templates = new LetterTemplates(folder);
const kinds = Object.keys(paperLetters) as PaperKind[];
const drawKept = (kind: PaperKind, kept: object): Buffer => {
  const { title, form } = kindOf(kind);
  return drawPaper({ kind, title, form, view: keptTerms(kept), frame: sampleFrame }, templates);
};
const draw = <Kind extends PaperKind>(kind: Kind, changes: Partial<PaperViews[Kind]> = {}): Buffer =>
  drawKept(kind, { ...samplePapers[kind], ...changes });

describe('Every paper of the path', () => {
  it.each(kinds)('%s has its title, its code, its pages numbered, and is marked in training', (kind) => {
    const paper = draw(kind);
    const words = wordsOf(paper);
    const pages = pageCount(paper);
    expect(words).toContain(kindOf(kind).title);
    expect(words).toContain(sampleFrame.code);
    expect(words.replaceAll('，', '')).toContain(`第${pages}页共${pages}页`);
    expect(words.split('演练无效').length - 1).toBe(pages);
    expect(draw(kind).equals(paper)).toBe(true);
  });

  it('never calls a risk deposit 定金, whose double return the law attaches to the word', () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.hbs')))
      expect(readFileSync(`${folder}/${name}`, 'utf8')).not.toMatch(/定金|保证金(?!专户)/);
    for (const kind of ['deposit_demand', 'deposit_receipt', 'deposit_release'] as const) {
      expect(wordsOf(draw(kind))).toContain('风险保障金');
      expect(wordsOf(draw(kind))).not.toContain('定金');
    }
  });
});

describe('A letter', () => {
  it('tells all defects at once, each with its remedy and rule', () => {
    const words = wordsOf(draw('correction'));
    for (const { item, remedy } of samplePapers.correction.defects) {
      expect(words).toContain(item);
      expect(words).toContain(remedy.slice(0, 6));
    }
    expect(words).toContain('第1轮');
  });

  it('prints money in figures and in capital numerals, with its basis', () => {
    const words = wordsOf(draw('deposit_receipt'));
    expect(words).toContain('32,400.00元');
    expect(words).toContain('叁万贰仟肆佰元整');
    expect(words).toContain('第三十条');
  });

  it('has all thirteen sections of the model contract, choices marked √ and ×', () => {
    const words = wordsOf(draw('contract'));
    for (const section of '一二三四五六七八九十') expect(words).toContain(`第${section}条`);
    for (const section of ['十一', '十二', '十三']) expect(words).toContain(`第${section}条`);
    expect(words).toContain('√1．现金');
    expect(words).toContain('×2．实物');
  });

  it('leaves open, to be filled in by hand, what is not known yet', () => {
    const { rent, deposit } = samplePapers.contract;
    const words = wordsOf(
      draw('contract', {
        terms: { fixtures: '', handoverOn: '' },
        rent: { ...rent, totalFen: null },
        deposit: { ...deposit, fen: null },
      }),
    );
    expect(words).toContain('甲方应当于＿＿＿＿年＿＿月＿＿日前完成土地交付');
    expect(words).toContain('租金合计＿＿＿＿＿＿元');
  });

  it('reads what an old paper kept under names of its own, and leaves out what nobody asked for then', () => {
    const { terms: _none, ...contract } = samplePapers.contract;
    const old = { ...contract, handoverBy: '2026-11-01', fixtures: '机井一眼' } as unknown as PaperViews['contract'];
    const words = wordsOf(drawKept('contract', old));
    expect(words).toContain('甲方应当于2026年11月1日前完成土地交付');
    expect(words).toContain('机井一眼');
    const asked = { ...samplePapers.application, guarantor: '谷演壮' } as PaperViews['application'];
    expect(wordsOf(drawKept('application', asked))).toContain('担保人谷演壮');
    expect(wordsOf(draw('application'))).not.toContain('担保人');
  });

  it('prints the lines that an old letter kept as words', () => {
    const kept = { todo: [{ text: '交还土地', rule: '合同第十条' }], renewal: '案件 1，还在办' };
    const words = wordsOf(draw('expiry', kept as unknown as Partial<PaperViews['expiry']>));
    expect(words).toContain('交还土地（合同第十条）');
    expect(words).toContain('案件1，还在办');
    expect(words).not.toContain('重新申请流转');
  });

  it('prints of a paper of before what it kept in words', () => {
    const { priceFen: _fen, mortgages: _none, householdCount: _many, ...rest } = samplePapers.application;
    const kept = {
      price: '每亩每年 1.00 元',
      mode: '入股',
      encumbrance: '没有抵押',
      households: '8 户',
      consent: '都同意',
    };
    const words = wordsOf(drawKept('application', { ...rest, ...kept } as never));
    for (const each of ['每亩每年1.00元', '入股', '没有抵押', '8户', '都同意']) expect(words).toContain(each);
    const { receivedAt, dueAt } = { receivedAt: '9月25日（周五）15:30', dueAt: '9月27日（周日）24:00' };
    const opinion = { level: '镇初审', conclusion: '审核通过，准予公示', receivedAt, dueAt };
    const old = wordsOf(drawKept('review', { ...samplePapers.review, ...opinion } as never));
    for (const each of ['9月25日（周五）15:30', '24:00', '准予公示']) expect(old).toContain(each);
  });

  it('keeps what a person typed as words: it becomes no heading, no row and no order', () => {
    const facts = '# 假标题\n@page\n| 一 | 二\n**粗**';
    const words = wordsOf(draw('rejection', { facts }));
    expect(words).toContain('#假标题');
    expect(words).toContain('@page');
    expect(words).toContain('|一|二');
    expect(words).toContain('**粗**');
  });

  it('keeps a masked phone as it is, where it might have been left open too', () => {
    const { lessee } = samplePapers.contract;
    expect(wordsOf(draw('contract', { lessee: { ...lessee, phone: '100****0012' } }))).toContain('100****0012');
  });

  it('is not drawn with a field missing', () => {
    const { addressee: _, ...rest } = samplePapers.rejection;
    expect(() => drawKept('rejection', rest as never)).toThrow('addressee');
  });

  it('goes on over pages when the land is in a hundred parcels', () => {
    const parcels = Array.from({ length: 100 }, () => samplePapers.contract.parcels[0] as never);
    expect(pageCount(draw('contract', { parcels }))).toBeGreaterThan(8);
    expect(wordsOf(draw('contract', { parcels }))).toContain('1842.00');
  });

  it('is drawn without a sketch where there are no shapes', () => {
    expect(wordsOf(draw('survey', { sketch: undefined }))).toContain('没有地块图形');
  });
});
