import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Asked, Asks, ForPosts, Gives, type ListView, Me, Page, type Shown, listValue } from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { type SurveyRow, inspectionList } from './inspection.list.js';
import { type Survey, surveyParcelView, surveyView } from './inspection.view.js';
import { SurveyReader } from './survey-reader.service.js';

/** Surveys, in the office and in the field; what is done to them stands in `inspection.acts.ts`. */
@Controller('inspections')
@ForPosts(...(inspectionActs.readers ?? []))
export class InspectionsController {
  constructor(private readonly pages: SurveyReader) {}

  @Get()
  @Page('inspections/index', { wide: true })
  @Gives(listValue(inspectionList))
  list(@Asks(inspectionList) asked: Asked, @Me() me: Actor): Promise<Shown<ListView<SurveyRow>>> {
    return this.pages.list(asked, me);
  }

  @Get(':id')
  @Page('inspections/show', { wide: true })
  @Gives(surveyView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Survey>> {
    return this.pages.survey(id, me);
  }

  @Get(':id/parcels/:code')
  @Page('inspections/parcel')
  @Gives(surveyParcelView)
  parcel(@Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Me() me: Actor) {
    return this.pages.parcel(id, code, me);
  }
}
