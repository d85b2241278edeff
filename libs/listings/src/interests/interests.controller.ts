import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Gives, Me, Page, type Shown } from '#platform';
import { InterestPages } from './interest-pages.service.js';
import { type InterestView, interestView } from './interest.view.js';

/** A registration for a lot, to who registered and to the desks. */
@Controller('interests')
export class InterestsController {
  constructor(private readonly pages: InterestPages) {}

  @Get(':id')
  @Page('listings/interest')
  @Gives(interestView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<InterestView>> {
    return this.pages.see(id, me);
  }
}
