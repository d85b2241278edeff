import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page } from '#platform';
import { PriorityPagesService } from './priority-pages.service.js';

/** Claims of members of the collective to take the land on the same terms. */
@Controller('priority-claims')
export class PriorityClaimsController {
  constructor(private readonly pages: PriorityPagesService) {}

  @Get(':id')
  @Page('priority/show')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me);
  }
}
