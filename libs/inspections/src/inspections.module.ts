import { Module } from '@nestjs/common';
import { EvidenceSight, actsController } from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { FieldWork } from './field-work.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsService } from './inspections.service.js';
import { SurveyReader } from './survey-reader.service.js';
import { SurveyRecords } from './survey-records.service.js';
import { InspectionWork } from './inspection.work.js';

@Module({
  controllers: [InspectionsController, actsController(inspectionActs, SurveyReader)],
  providers: [InspectionWork, InspectionsService, SurveyRecords, SurveyReader, FieldWork],
  exports: [InspectionsService],
})
export class InspectionsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'inspection' });
  }
}
