import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { instant } from '#kernel';
import { Frames, Gives, Page, Public } from '#platform';
import { noticeProblems } from './notice.problems.js';
import { type LetterReceipt, letterReceiptView } from './objection.view.js';

/** The number and code of a letter, for who sent it: a page to photograph or print, there for a day. */
@Controller('notices/:id/objections/receipts')
export class ObjectionReceiptsController {
  constructor(private readonly frames: Frames) {}

  @Public()
  @Get(':receipt')
  @Page('objections/receipt')
  @Gives(letterReceiptView)
  async receipt(@Param('id', ParseUUIDPipe) id: string, @Param('receipt') receipt: string): Promise<LetterReceipt> {
    const left = /^[0-9a-f]{32}$/.test(receipt) ? await this.frames.left(receipt) : null;
    if (left?.['notice'] !== id) throw noticeProblems.receiptGone();
    const said = (name: string): string => String(left[name] ?? '');
    return {
      id: null,
      noticeId: id,
      kind: said('kind') as LetterReceipt['kind'],
      number: said('number'),
      code: said('code'),
      dueAt: said('due') === '' ? null : instant(said('due')),
    };
  }
}
