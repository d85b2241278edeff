import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Download, Me, Sends, sentTypes } from '#platform';
import { counterReceipt } from '../letters/sheet.letter.js';
import { ReceiptsService } from './receipts.service.js';

/** The receipt in large print that a person takes home from the counter. */
@Controller('assisted')
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Get(':id/receipt')
  @Sends(sentTypes.pdf)
  async receipt(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Download> {
    const { paper, bytes } = await this.receipts.receipt(id, me);
    return new Download(bytes, 'application/pdf', `${counterReceipt.title} ${paper.number}.pdf`, {
      inline: true,
      cache: 'no-store',
    });
  }
}
