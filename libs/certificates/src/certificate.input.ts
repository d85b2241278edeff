import { CheckField, ChoiceField, CountField, DayField, type Received, ScanField, TextField } from '#platform';
import { itemWords, sheetOutcomes } from './certificate.words.js';
import type { ChangeItem } from './change-items.js';

const stock = {
  pattern: /^[A-Z]{0,4}-?\d{4,12}$/,
  length: [4, 17],
  hint: '印在空白证书纸上，例如 SH-0004217',
  refusal: '流水号照纸上写，例如 SH-0004217',
} as const;
const newStock = { ...stock, optional: true } as const;
const collector = { length: [2, 30], named: 'person' } as const;

/** What may be said when a certificate is issued: the serial printed on the empty sheet. */
export class IssueInput {
  @TextField('证书纸流水号（可不填）', newStock) stockNumber?: string;
}

/** Why, and by which rule: printed on the letter. */
export class BasisInput {
  @TextField('理由', { lines: 4, length: [4, 500], hint: '写清楚事实，会印在通知书上' }) reason: string;
  @TextField('依据', { length: [4, 100], hint: '写条文，例如 流转管理办法第17条' }) rule: string;
}

/** The same with the document that it rests on. */
export class AskedBasisInput extends BasisInput {
  @ScanField('依据的文件', { hint: '照片或扫描件，JPG、PNG 或 PDF', camera: false }) file: Received;
}

export class ChangeInput extends AskedBasisInput {
  @ChoiceField('变更哪一项', itemWords) item: ChangeItem;
  @TextField('现在的内容', { length: [1, 100], hint: '用途只写种植、养殖的品种' }) after: string;
}

/** A new certificate in place of a lost one (遗失补发). */
export class ReissueInput extends AskedBasisInput {
  @DayField('哪天公告遗失的', { bound: 'past', hint: '刊发遗失声明、满了县里定的天数才能补发' }) announcedOn: string;
  @TextField('在哪里公告的') announcedAt: string;
  @TextField('谁来领', collector) collectedBy: string;
  @TextField('新证用的纸张流水号（可不填）', newStock) stockNumber?: string;
}

/** A new certificate in exchange for the old sheet (换发). */
export class ExchangeInput extends AskedBasisInput {
  @CheckField('旧证已经收回', { refusal: '旧证要先收回' }) returned: string;
  @TextField('谁来领', collector) collectedBy: string;
  @TextField('新证用的纸张流水号（可不填）', newStock) stockNumber?: string;
}

/** A certificate issued anew after the old one was revoked (撤销后重新发证). */
export class ReplacementInput extends BasisInput {
  @TextField('新证用的纸张流水号（可不填）', newStock) stockNumber?: string;
}

/** A sheet of certificate paper that was used or spoiled. */
export class StockInput {
  @TextField('纸张流水号', stock) serial: string;
  @ChoiceField('这张纸', sheetOutcomes) outcome: keyof typeof sheetOutcomes;
  @CountField('第几份（用了的写）', { optional: true, most: 99 }) copyNumber?: number;
  @TextField('怎么废的（废了的写）', { optional: true, length: [0, 200] }) reason?: string;
}

/** A code as it was typed. */
export class CodeInput {
  @TextField('证书上的查验码（12 位）', {
    ...{ optional: true, length: [0, 60], code: true, refusal: '查验码是 12 位' },
    hint: '在二维码下面，不分大小写。连着输错，要等一会儿再查',
  })
  code?: string;

  @TextField('怎么看', { optional: true, unasked: true, length: [0, 20] }) view?: string;
}
