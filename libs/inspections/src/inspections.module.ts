import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceSight } from '#platform';
import { Inspection } from './inspection.entity.js';
import { InspectionNeighbour, InspectionParcel, InspectionSurveyor } from './inspection-parts.entities.js';
import { FieldDesk } from './field-desk.service.js';
import { FieldEvidence } from './field-evidence.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsService } from './inspections.service.js';
import { SurveyPages } from './survey-pages.service.js';
import { SurveyRecords } from './survey-records.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Inspection, InspectionSurveyor, InspectionParcel, InspectionNeighbour])],
  controllers: [InspectionsController],
  providers: [InspectionsService, SurveyRecords, SurveyPages, FieldEvidence, FieldDesk],
  exports: [InspectionsService],
})
export class InspectionsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'inspection' });
  }
}
