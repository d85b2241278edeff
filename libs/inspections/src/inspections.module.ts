import { Module } from '@nestjs/common';
import { EvidenceSight, actsController, doersOf } from '#platform';
import { DrawFinder } from './draws/draw-finder.service.js';
import { DrawPages } from './draws/draw-pages.service.js';
import { DrawSubjects } from './draws/draw-subjects.js';
import { drawActs, drawsActs } from './draws/draw.acts.js';
import { DrawsClock } from './draws/draws.clock.js';
import { DrawsController } from './draws/draws.controller.js';
import { Draws } from './draws/draws.service.js';
import { inspectionActs } from './inspection.acts.js';
import { FieldWork } from './field-work.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsService } from './inspections.service.js';
import { SurveyReader } from './survey-reader.service.js';
import { SurveyRecords } from './survey-records.service.js';
import { InspectionWork } from './inspection.work.js';

@Module({
  controllers: [
    InspectionsController,
    actsController(inspectionActs, SurveyReader),
    DrawsController,
    actsController(drawsActs, null),
    actsController(drawActs, DrawPages),
  ],
  providers: [
    InspectionWork,
    InspectionsService,
    SurveyRecords,
    SurveyReader,
    FieldWork,
    ...doersOf(drawsActs, drawActs),
    DrawFinder,
    DrawPages,
    Draws,
    DrawsClock,
    DrawSubjects,
  ],
  exports: [InspectionsService, Draws, DrawSubjects],
})
export class InspectionsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'inspection' });
  }
}
