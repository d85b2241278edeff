import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, ForPosts, Me, Page, type Shown } from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { inspectionList } from './inspection.list.js';
import { SurveyPages } from './survey-pages.service.js';

/** Surveys, in the office and in the field; what is done to them stands in `inspection.acts.ts`. */
@Controller('inspections')
@ForPosts(...(inspectionActs.readers ?? []))
export class InspectionsController {
  constructor(private readonly pages: SurveyPages) {}

  @Get()
  @Page('desk/list', { wide: true })
  list(@Asks(inspectionList) asked: Asked, @Me() me: Actor): Promise<Shown> {
    return this.pages.list(asked, me);
  }

  @Get(':id')
  @Page('inspections/show', { wide: true })
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me);
  }

  @Get(':id/parcels/:code')
  @Page('inspections/parcel')
  parcel(@Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me, { code });
  }
}
