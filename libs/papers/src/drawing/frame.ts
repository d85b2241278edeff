import type { Day } from '#kernel';
import { frameWords } from '../paper.words.js';
import { spacedCode } from '../verification-code.js';
import { ink } from './ink.js';
import { drawQr } from './qr.js';
import type { Sheet, TextStyle } from './sheet.js';
import { drillGround } from './stencil.js';

/** What surrounds every paper, whatever it says: who issues it, under which number, and how a stranger checks it. */
export interface PaperFrame {
  /** 发证（发文）机关 in full. */
  readonly authority: string;
  /** Of the county: 商河县农村产权流转交易平台. */
  readonly platform: string;
  readonly number: string;
  /** The verification code, without spaces. */
  readonly code: string;
  /** Where the QR leads. */
  readonly verifyUrl: string;
  readonly training: boolean;
  /** The seal that is printed; without one the place stays free for the stamp. */
  readonly seal?: { readonly office: string; readonly foot: string } | undefined;
  /** The moment of issue; also the creation date of the file, so that a reprint has the same bytes. */
  readonly madeAt: string;
  /** The day printed as the date of the paper. */
  readonly madeOn: Day;
  /** 1 is the original; 0 is a view copy (样本) that counts as none. */
  readonly copy: number;
}

const { copy: copyWords } = frameWords;

export function copyText(copy: number): string {
  if (copy === 0) return copyWords.none;
  return copy === 1 ? copyWords.first : copyWords.again(copy);
}

/** 演练 无效 at the head and pale across the page, on every page of a training paper. */
export function markTraining(sheet: Sheet): void {
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    const width = sheet.width * 0.72;
    sheet.lay(drillGround(), (sheet.width - width) / 2, (sheet.height - width * 0.757) / 2, width, true);
    drawMark(sheet, frameWords.drill);
  }
}

/** The boxed words at the head of a page: 演练 无效, or 样本 on a view copy. */
export function drawMark(sheet: Sheet, words: string, y = 1.6): void {
  const width = sheet.widthOf(words, 14, 'bold') + 6;
  const x = (sheet.width - width) / 2;
  sheet.fill(sheet.box(x, y, width, 7.2), ink.white);
  sheet.stroke(sheet.box(x, y, width, 7.2), ink.wheat, 0.7);
  sheet.text(sheet.width / 2, y + 3.6, words, { size: 14, weight: 'bold', colour: ink.wheat, align: 'centre' });
}

/** The code, the number of the page and the copy, in one line. */
export function drawFoot(
  sheet: Sheet,
  frame: PaperFrame,
  { left, right, y, page }: { left: number; right: number; y: number; page: number },
  style: TextStyle,
): void {
  sheet.text(left, y, `${frameWords.code} ${spacedCode(frame.code)}`, style);
  sheet.text((left + right) / 2, y, frameWords.page(page, sheet.pageCount), { ...style, align: 'centre' });
  sheet.text(right, y, copyText(frame.copy), { ...style, align: 'right' });
}

/** Numbers pages, names the copy and the code at the foot, and repeats title and number at the head of later pages. */
export function drawFrame(
  sheet: Sheet,
  frame: PaperFrame,
  title: string,
  margins: { left: number; right: number },
): void {
  const { left, right } = margins;
  const foot = sheet.height - 14;
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    const small = { size: 8.5, colour: ink.second };
    sheet.rule(left, foot - 4, right, foot - 4);
    drawFoot(sheet, frame, { left, right, y: foot, page }, small);
    if (page > 1) {
      sheet.text(left, 14, title, small);
      sheet.text(right, 14, frame.number, { ...small, align: 'right' });
      sheet.rule(left, 17, right, 17);
    } else {
      sheet.text(left, 14, frame.platform, small);
      drawQr(sheet, frame.verifyUrl, right - 18, 9, 18);
    }
  }
  if (frame.training) markTraining(sheet);
}
