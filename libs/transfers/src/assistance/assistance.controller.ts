import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Download, ForPosts, Me, MySession, Page, type Session } from '#platform';
import { AssistanceInput } from './assistance.input.js';
import { AssistanceService } from './assistance.service.js';
import { ReceiptsService } from './receipts.service.js';

/** Acting for a person who stands at the counter. */
@Controller()
export class AssistanceController {
  constructor(
    private readonly assistance: AssistanceService,
    private readonly receipts: ReceiptsService,
  ) {}

  @ForPosts('village_clerk', 'town_clerk', 'town_information')
  @Get('assisted/new')
  @Page('assisted/new')
  form(): Promise<object> {
    return this.assistance.form();
  }

  @ForPosts('village_clerk', 'town_clerk', 'town_information')
  @Post('assisted/new')
  async begin(@Body() input: AssistanceInput, @MySession() session: Session, @Me() me: Actor): Promise<Done> {
    const begun = await this.assistance.begin(input, session, me);
    return new Done('/transfers/new', { id: begun.id }, '开始代办了。');
  }

  @Post('assistance/end')
  async end(@MySession() session: Session, @Me() me: Actor): Promise<Done> {
    const ended = await this.assistance.end(session, me);
    return new Done(ended === null ? '/transfers/new' : `/assisted/${ended}`, { id: ended }, '代办结束了。请把回执给本人。');
  }

  @Get('assisted/:id')
  @Page('assisted/show')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.receipts.show(id, me);
  }

  @Get('assisted/:id/receipt')
  async receipt(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Download> {
    const { paper, bytes } = await this.receipts.receipt(id, me);
    return new Download(bytes, 'application/pdf', `办件回执 ${paper.number}.pdf`, { inline: true, cache: 'no-store' });
  }
}
