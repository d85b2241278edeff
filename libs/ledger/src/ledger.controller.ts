import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, type Shown, Sends, sentTypes } from '#platform';
import { ledgerList } from './ledger.list.js';
import { LedgerReader } from './ledger-reader.service.js';
import { type Ledger, ledgerView } from './ledger.view.js';

/** The ledger: what each town has, whose it is, and every booking. */
@Controller('ledger')
@ForPosts('town_finance', 'county_director', 'supervisor', 'county_administrator')
export class LedgerController {
  constructor(private readonly pages: LedgerReader) {}

  @Get()
  @Page('ledger/show', { wide: true })
  @Gives(ledgerView)
  show(@Asks(ledgerList) asked: Asked, @Me() me: Actor): Promise<Shown<Ledger>> {
    return this.pages.show(asked, me);
  }

  /** The same as a workbook. */
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(ledgerList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.pages.sheet(asked, me);
  }
}
