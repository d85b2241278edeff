import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Gives, Me, Page, type Shown } from '#platform';
import { type Claim, claimView } from './priority-claim.view.js';
import { PriorityPagesService } from './priority-pages.service.js';

/** Claims of members of the collective to take the land on the same terms. */
@Controller('priority-claims')
export class PriorityClaimsController {
  constructor(private readonly pages: PriorityPagesService) {}

  @Get(':id')
  @Page('priority/show')
  @Gives(claimView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Claim>> {
    return this.pages.see(id, me);
  }
}
