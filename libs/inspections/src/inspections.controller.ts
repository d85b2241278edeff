import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, at, isDay, mu } from '#kernel';
import { Done, ForPosts, Me, Page, inputProblem, uploadsOf } from '#platform';
import {
  FindingsInput,
  InspectionSearch,
  MeasurementInput,
  NeighbourInput,
  PhotosInput,
  SurveyorsInput,
} from './inspection.input.js';
import { FieldDesk } from './field-desk.service.js';
import { SurveyPages } from './survey-pages.service.js';
import { pointsOf } from './survey-points.js';

const readers = [
  'town_surveyor',
  'town_clerk',
  'town_reviewer',
  'town_trade',
  'town_coordination',
  'county_reviewer',
  'county_director',
  'county_certifier',
  'supervisor',
] as const;

/** Surveys in the field: one form for each thing that is seen, each saved on its own, for a phone with a poor line. */
@Controller('inspections')
@ForPosts(...readers)
export class InspectionsController {
  constructor(
    private readonly pages: SurveyPages,
    private readonly field: FieldDesk,
  ) {}

  @Get()
  @Page('desk/queue', { wide: true })
  queue(@Query() search: InspectionSearch, @Me() me: Actor): Promise<object> {
    return this.pages.queue(search.state ?? '', search.after ?? '', me);
  }

  @Get(':id')
  @Page('inspections/show', { wide: true })
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.show(id, me);
  }

  @Get(':id/parcels/:code')
  @Page('inspections/parcel')
  parcel(@Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Me() me: Actor): Promise<object> {
    return this.pages.parcel(id, code, me);
  }

  @Post(':id/surveyors')
  async name(@Param('id', ParseUUIDPipe) id: string, @Body() input: SurveyorsInput, @Me() me: Actor): Promise<Done> {
    await this.field.name(id, input.surveyors, me);
    return this.done(id, me);
  }

  @Post(':id/parcels/:code/measurements')
  async measure(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code') parcelCode: string,
    @Body() input: MeasurementInput,
    @Me() me: Actor,
  ): Promise<Done> {
    const seen = {
      parcelCode,
      measuredMu: mu(input.measuredMu),
      points: pointsOf(input.points),
      remark: input.remark ?? null,
    };
    await this.field.measure(id, seen, me);
    return new Done(
      `/inspections/${id}/parcels/${parcelCode}`,
      () => this.pages.parcel(id, parcelCode, me),
      '面积和定位存好了。',
    );
  }

  @Post(':id/parcels/:code/neighbours')
  async ask(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code') parcelCode: string,
    @Body() input: NeighbourInput,
    @Me() me: Actor,
  ): Promise<Done> {
    const { side, name, method, neighbourRemark } = input;
    const asked = {
      parcelCode,
      side,
      name,
      method,
      confirmed: input.confirmed === 'yes',
      remark: neighbourRemark ?? null,
    };
    await this.field.ask(id, asked, me);
    return new Done(
      `/inspections/${id}/parcels/${parcelCode}`,
      () => this.pages.parcel(id, parcelCode, me),
      '这一边存好了。',
    );
  }

  @Post(':id/photos')
  async photograph(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: PhotosInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const uploads = uploadsOf(request, 'photos');
    if (uploads.length === 0) throw inputProblem([{ pointer: '#/photos', detail: '请拍照，或者选照片。' }]);
    await this.field.photograph(id, uploads, input, me);
    return this.done(id, me);
  }

  @Post(':id/findings')
  async find(@Param('id', ParseUUIDPipe) id: string, @Body() input: FindingsInput, @Me() me: Actor): Promise<Done> {
    if (!isDay(input.visitedOn))
      throw inputProblem([{ pointer: '#/visitedOn', detail: `“${input.visitedOn}”不是有效日期。` }]);
    const { visitedOn: _visitedOn, visitedTime, crops, fixtures, hazards, farmlandNote, ...rest } = input;
    const optional = {
      crops: crops ?? null,
      fixtures: fixtures ?? null,
      hazards: hazards ?? null,
      farmlandNote: farmlandNote ?? null,
    };
    await this.field.find(id, { ...rest, ...optional, visitedAt: at(input.visitedOn, visitedTime) }, me);
    return this.done(id, me);
  }

  @Post(':id/completion')
  async complete(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.field.finish(id, me);
    return this.done(id, me);
  }

  private async done(id: string, me: Actor): Promise<Done> {
    return new Done(`/inspections/${id}`, () => this.pages.show(id, me), '存好了。');
  }
}
