import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Paper, PapersService, declaredLetters, kindOf, templateOf } from '#papers';
import { draw, filled } from './support/drawing.js';
import { emptyPlaces } from './support/empty-places.js';
import { Given } from './support/given.js';
import { playLetters } from './support/played-letters.js';
import { pageCount, wordsOf } from './support/read-pdf.js';

const templates = 'templates/papers';
const preview = 'var/papers';
const kinds = declaredLetters().map(({ kind }) => kind);

describe('A letter', () => {
  let given: Given;
  let papers: PapersService;
  let written: Paper[];

  beforeAll(async () => {
    mkdirSync(preview, { recursive: true });
    given = await Given.open('2025-09-23T09:00:00+08:00');
    papers = given.exchange.app.get(PapersService);
    await playLetters(given);
    written = await given.exchange.database.reader.find(Paper, { order: { madeAt: 'ASC' } });
  }, 400_000);
  afterAll(() => given.close());

  const last = (kind: string): Paper => written.findLast((paper) => paper.kind === kind)!;
  /** What the county's last letter of a kind says, with some of it changed. */
  const job = (kind: string, changes: object = {}) => {
    const paper = last(kind);
    const view = Object.fromEntries(Object.entries({ ...paper.view, ...changes }).filter(([, it]) => it !== undefined));
    return papers.drawn({ ...paper, view }, 1);
  };
  const words = (kind: string, changes: object = {}): string => wordsOf(draw(job(kind, changes)));
  /** The same as its first edition said it. */
  const firstWords = (kind: string, changes: object = {}): string =>
    wordsOf(draw({ ...job(kind, changes), template: templateOf(kindOf(kind), 1) }));

  it.each(kinds)('of kind %s is written in a played county, and has no empty place', (kind) => {
    const own = written.filter((paper) => paper.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap((paper) => emptyPlaces(filled(papers.drawn(paper, 1))))).toEqual([]);
  });

  it.each(kinds)('of kind %s says whether a day by which something is to be done counts', (kind) => {
    const lines = written.filter((paper) => paper.kind === kind).flatMap((paper) => filled(papers.drawn(paper, 1)));
    expect(lines.filter((line) => /\d+月\d+日[*\s]*(?:以|之)?前/.test(line))).toEqual([]);
  });

  it.each(kinds)('of kind %s has its title, its code, its pages numbered, and is marked in training', (kind) => {
    const paper = draw(job(kind));
    const said = wordsOf(paper);
    const pages = pageCount(paper);
    expect(said).toContain(kind === 'notice' ? '土地经营权流转的公示' : kindOf(kind).title);
    expect(said).toContain(last(kind).code);
    expect(said.replaceAll('，', '')).toContain(`第${pages}页共${pages}页`);
    expect(said.split('演练无效').length - 1).toBe(pages);
    expect(draw(job(kind)).equals(paper)).toBe(true);
    writeFileSync(`${preview}/${kind}.pdf`, paper);
  });

  it('has words of its own for each kind, and no template is left over', () => {
    const files = readdirSync(templates).filter((name) => name.endsWith('.hbs'));
    expect(files.sort()).toEqual(kinds.map((kind) => `${kind.replaceAll('_', '-')}.hbs`).sort());
    const before = declaredLetters().flatMap((kind) =>
      Array.from({ length: kind.edition - 1 }, (_, i) => `${templateOf(kind, i + 1)}.hbs`),
    );
    expect(readdirSync(`${templates}/before`).map((name) => `before/${name}`)).toEqual(before.sort());
  });

  it('never calls a risk deposit 定金, whose double return the law attaches to the word', () => {
    for (const name of readdirSync(templates).filter((one) => one.endsWith('.hbs')))
      expect(readFileSync(`${templates}/${name}`, 'utf8')).not.toMatch(/定金|(?<!交易)保证金(?!专户)/);
    for (const kind of ['deposit_demand', 'deposit_receipt', 'deposit_release']) {
      expect(words(kind)).toContain('风险保障金');
      expect(words(kind)).not.toContain('定金');
    }
  });

  it('tells all defects at once, each with its remedy and rule', () => {
    const defects = [
      { item: '共有人同意', fault: '缺配偶的同意', remedy: '由本人补签', rule: '农村土地承包法第三十八条' },
      { item: '经营能力', fault: '没有农机证明', remedy: '交农机登记证', rule: '平台规则 申-03' },
    ];
    const said = words('correction', { defects });
    for (const { item, remedy } of defects) for (const each of [item, remedy]) expect(said).toContain(each);
    expect(said).toContain('第1轮');
  });

  it('says by the cause how rent and deposit are settled, and of a letter of before what it said', () => {
    for (const each of ['双方协商解除', '按双方的解除协议结算', '风险保障金在土地交还'])
      expect(words('termination')).toContain(each);
    expect(words('termination', { cause: 'court', depositHeld: false })).not.toContain('风险保障金');
    const old = words('termination', { cause: '土地征收', settlement: '按当时写的办。' });
    for (const each of ['土地征收', '按当时写的办']) expect(old).toContain(each);
  });

  it('proves a transfer, not a right: of registration only where the term is long enough for it', () => {
    const short = words('attestation');
    expect(short).toContain('不是不动产权证书，不能对抗第三人');
    expect(short).not.toContain('登记机构');
    const long = words('attestation', { registrableYears: 5 });
    for (const each of ['流转期限5年以上，当事人可以向不动产登记机构申请', '自然资发〔2022〕157号'])
      expect(long).toContain(each);
    expect(firstWords('attestation')).toContain('对抗善意第三人须依法申请不动产登记');
  });

  it('says in the words of its own edition what it said when it was issued', async () => {
    const paper = last('deposit_demand');
    expect(paper.frame.edition).toBe(2);
    const { edition: _today, ...frame } = paper.frame;
    const then = papers.drawn({ ...paper, frame }, 1);
    expect(wordsOf(draw(then))).toContain('权利暂不登记');
    expect(words('deposit_demand')).toContain('流转暂不记入台账');
    expect(papers.isIntact(paper)).toBe(true);
    expect(papers.isIntact({ ...paper, frame })).toBe(false);
  });

  it('says the same of one case as every other of its papers', () => {
    const { subjectId } = last('intent');
    const own = written.filter((paper) => paper.subjectId === subjectId);
    const lines = own.flatMap((paper) => filled(papers.drawn(paper, 1)).map((line) => [paper.kind, line] as const));
    const told = (pattern: RegExp): string[] => [
      ...new Set(lines.flatMap(([, line]) => [...line.matchAll(pattern)].map((found) => found.slice(1).join('')))),
    ];
    expect(new Set(own.map((paper) => paper.kind)).size).toBeGreaterThan(16);
    // 甲方 lets and 乙方 takes, in contract, letter of intent and deposit agreement.
    expect(told(/:: 甲方（(.{2,3}方)）/g)).toEqual(['转出方', '出租方']);
    expect(told(/:: 乙方（(.{2,3}方)）/g)).toEqual(['受让方', '承租方']);
    // 备案 with the issuer within working days, everywhere.
    expect(told(/(\d+\*{0,2} (?:个工作)?日内)依法向发包方备案/g)).toEqual(['5** 个工作日内']);
    // 期满前 90 日内, of the form; never “90 days before”.
    expect(told(/(期满前 \d+ 日内)/g)).toEqual(['期满前 90 日内']);
    expect(told(/(?<!月 |\d)(\d+ [天日]以?前)/g)).toEqual([]);
    // The days until the land is handed back stand in the contract, and nowhere another number.
    expect(told(/(期满后 \S+ 日内)/g)).toEqual(['期满后 15 日内']);
    expect(told(/(\d{4}年\d+月\d+日)（含当日）以前交还/g)).toEqual(['2026年12月15日']);
    // One term, one price, one number of the contract.
    const term = /(2025年11月10日)(?:\*\* )?(?:起)?至 ?(?:\*\*)?(\d{4}年\d+月\d+日)/g;
    expect(told(term)).toEqual(['2025年11月10日2026年11月30日']);
    expect(told(/每亩每年 ([\d,.]+) 元/g)).toEqual(['900.00']);
    expect(told(/(\d{9}HT\d{8})/g)).toHaveLength(1);
  });

  it('is filed by who lets the land, not by the exchange that carries it', () => {
    const lines = filled(job('filing'));
    expect(lines.filter((line) => /^@sign|^@letterhead/.test(line))).toEqual([]);
    expect(lines.join()).toContain('我方（承包方）已与受让方签订');
    expect(words('filing', { collective: true })).toContain('农村土地承包管理部门：本集体经济组织');
    expect(firstWords('filing')).toContain('现向你方备案，并报镇人民政府');
  });

  it('leaves the day of handing back to a contract that left it open', () => {
    const open = { returnDays: null, returnBy: null };
    for (const kind of ['expiry', 'expiry_reminder']) expect(words(kind, open)).toContain('照合同约定的日期交还土地');
  });

  it('prints money in figures and in capital numerals, with its basis, and a rent in goods wherever it says a price', () => {
    const said = words('deposit_receipt', { amountFen: 3_240_000 });
    for (const each of ['32,400.00元', '叁万贰仟肆佰元整', '第三十条']) expect(said).toContain(each);
    const rentInKind = { kind: 'goods', crop: '小麦', kgPerMu: '500', priceSource: '最低收购价', priceDay: '6月15日' };
    for (const kind of ['mandate', 'consent', 'intent', 'renewal_request', 'mortgagee_notice'])
      expect([kind, words(kind, { rentInKind })]).toEqual([kind, expect.stringContaining('实物：每亩每年小麦500公斤')]);
  });

  it('has all thirteen sections of the model contract, choices marked √ and ×', () => {
    const said = words('contract');
    for (const section of [...'一二三四五六七八九十', '十一', '十二', '十三']) expect(said).toContain(`第${section}条`);
    expect(said).toContain('√1．现金');
    expect(said).toContain('□2．实物');
  });

  it('leaves open, to be filled in by hand, what is not known yet', () => {
    const { rent, deposit } = last('contract').view as { rent: object; deposit: object };
    const open = { terms: { fixtures: '', handoverOn: '' }, rent: { ...rent, totalFen: null } };
    const said = words('contract', { ...open, deposit: { ...deposit, fen: null } });
    expect(said).toContain('甲方应当于＿＿＿＿年＿＿月＿＿日前完成土地交付');
    expect(said).toContain('租金合计＿＿＿＿＿＿元');
  });

  it('reads what an old paper kept under names of its own, and leaves out what nobody asked for then', () => {
    const old = firstWords('contract', { terms: undefined, handoverBy: '2026-11-01', fixtures: '机井一眼' });
    expect(old).toContain('甲方应当于2026年11月1日前完成土地交付');
    expect(old).toContain('机井一眼');
    expect(firstWords('application', { terms: undefined, guarantor: '谷演壮' })).toContain('担保人谷演壮');
    expect(words('application')).not.toContain('担保人');
  });

  it('prints the lines that an old letter kept as words', () => {
    const kept = { todo: [{ text: '交还土地', rule: '合同第十条' }], renewal: '案件 1，还在办', renewed: false };
    const said = firstWords('expiry', kept);
    expect(said).toContain('交还土地（合同第十条）');
    expect(said).toContain('案件1，还在办');
    expect(said).not.toContain('重新申请流转');
  });

  it('prints of a paper of before what it kept in words', () => {
    const today = { priceFen: undefined, mortgages: undefined, householdCount: undefined };
    const price = '每亩每年 1.00 元';
    const kept = { price, mode: '入股', encumbrance: '没有抵押', households: '8 户', consent: '都同意' };
    const asked = firstWords('application', { ...today, ...kept });
    for (const each of ['每亩每年1.00元', '入股', '没有抵押', '8户', '都同意']) expect(asked).toContain(each);
    const { receivedAt, dueAt } = { receivedAt: '9月25日（周五）15:30', dueAt: '9月27日（周日）24:00' };
    const old = words('review', { level: '镇初审', conclusion: '审核通过，准予公示', receivedAt, dueAt });
    for (const each of ['9月25日（周五）15:30', '24:00', '准予公示']) expect(old).toContain(each);
  });

  it('keeps what a person typed as words: it becomes no heading, no row and no order', () => {
    const said = words('rejection', { facts: '# 假标题\n@page\n| 一 | 二\n**粗**' });
    for (const each of ['#假标题', '@page', '|一|二', '**粗**']) expect(said).toContain(each);
  });

  it('keeps a masked phone as it is where an old paper printed it, and leaves room to write it today', () => {
    const { lessee } = last('contract').view as { lessee: object };
    const phone = { lessee: { ...lessee, phone: '100****0012' } };
    expect(firstWords('contract', phone)).toContain('100****0012');
    expect(words('contract', phone)).toContain('＿＿0012');
  });

  it('is not drawn with a field missing', () => {
    expect(() => draw(job('rejection', { addressee: undefined }))).toThrow('addressee');
  });

  it('goes on over pages when the land is in a hundred parcels', () => {
    const { parcels } = last('contract').view as { parcels: { areaMu: string }[] };
    const many = Array.from({ length: 100 }, () => ({ ...parcels[0], areaMu: '18.42' }));
    expect(pageCount(draw(job('contract', { parcels: many })))).toBeGreaterThan(8);
    expect(words('contract', { parcels: many })).toContain('1842.00');
  });

  it('never parts the map from its heading, however many parcels stand before it', () => {
    const { parcels } = last('contract').view as { parcels: { areaMu: string }[] };
    for (let count = 1; count <= 30; count += 1) {
      const said = words('contract', { parcels: Array.from({ length: count }, () => parcels[0]) });
      expect([count, /地块附图.{0,40}示意图，不作为界址依据/.test(said)]).toEqual([count, true]);
    }
  });

  it('lists of a survey every side of every parcel, and where farmland is found otherwise than recorded', () => {
    const { borders, measurements } = last('survey').view as { borders: unknown[]; measurements: object[] };
    expect(borders).toHaveLength(4 * measurements.length);
    expect(filled(job('survey')).filter((line) => line.endsWith('| 没有问'))).toEqual([]);
    const differs = { ...measurements[0], recordedFarmland: true, farmland: false, farmlandDiffers: true };
    expect(words('survey', { measurements: [differs] })).toContain('登记是，现场不是');
    expect(words('survey', { sketch: undefined })).toContain('没有地块图形');
  });
});
