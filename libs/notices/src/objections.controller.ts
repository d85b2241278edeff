import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Gives, Me, Page, type Shown } from '#platform';
import { type Objection, objectionView } from './objection.view.js';
import { ObjectionPagesService } from './objection-pages.service.js';

/** Objections: raised by anybody, answered by the town's coordination desk. */
@Controller('objections')
export class ObjectionsController {
  constructor(private readonly pages: ObjectionPagesService) {}

  @Get(':id')
  @Page('objections/show', { wide: true })
  @Gives(objectionView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Objection>> {
    return this.pages.see(id, me);
  }
}
