import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Frames, Page, Public } from '#platform';
import { noticeProblems } from './notice.problems.js';

/** The number and code of a letter, for who sent it: a page to photograph or print, there for a day. */
@Controller('notices/:id/objections/receipts')
export class ObjectionReceiptsController {
  constructor(private readonly frames: Frames) {}

  @Public()
  @Get(':receipt')
  @Page('objections/receipt')
  async receipt(@Param('id', ParseUUIDPipe) id: string, @Param('receipt') receipt: string): Promise<object> {
    const left = /^[0-9a-f]{32}$/.test(receipt) ? await this.frames.left(receipt) : null;
    if (left?.['notice'] !== id) throw noticeProblems.receiptGone();
    const said = (name: string): string => String(left[name] ?? '');
    return {
      title: `${said('label')}已收到`,
      label: said('label'),
      number: said('number'),
      code: said('code'),
      due: said('due'),
      notice: `/notices/${id}`,
    };
  }
}
