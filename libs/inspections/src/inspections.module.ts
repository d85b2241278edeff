import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Inspection } from './inspection.entity.js';
import { InspectionNeighbour, InspectionParcel, InspectionSurveyor } from './inspection-parts.entities.js';
import { InspectionsService } from './inspections.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Inspection, InspectionSurveyor, InspectionParcel, InspectionNeighbour])],
  providers: [InspectionsService],
  exports: [InspectionsService],
})
export class InspectionsModule {}
