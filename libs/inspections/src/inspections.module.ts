import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceSight, actsController } from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { Inspection } from './inspection.entity.js';
import { InspectionNeighbour, InspectionParcel, InspectionSurveyor } from './inspection-parts.entities.js';
import { FieldWork } from './field-work.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsService } from './inspections.service.js';
import { SurveyPages } from './survey-pages.service.js';
import { SurveyRecords } from './survey-records.service.js';
import { InspectionWork } from './inspection.work.js';

@Module({
  imports: [TypeOrmModule.forFeature([Inspection, InspectionSurveyor, InspectionParcel, InspectionNeighbour])],
  controllers: [InspectionsController, actsController(inspectionActs, SurveyPages)],
  providers: [InspectionWork, InspectionsService, SurveyRecords, SurveyPages, FieldWork],
  exports: [InspectionsService],
})
export class InspectionsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'inspection' });
  }
}
