import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NumberSeries } from './number-series.entity.js';
import { Numbers } from './numbers.service.js';
import { PaperPrint } from './paper-print.entity.js';
import { Paper } from './paper.entity.js';
import { PapersController } from './papers.controller.js';
import { PapersService } from './papers.service.js';
import { Printer } from './printer.js';
import { PrintRequest } from './print-request.entity.js';
import { PrintsService } from './prints.service.js';
import { ScansService } from './scans.service.js';
import { Seal } from './seal.entity.js';
import { SealsController } from './seals.controller.js';
import { SealsService } from './seals.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([NumberSeries, Paper, PaperPrint, PrintRequest, Seal])],
  controllers: [PapersController, SealsController],
  providers: [Numbers, Printer, PapersService, PrintsService, ScansService, SealsService],
  exports: [Numbers, PapersService, PrintsService],
})
export class PapersModule {}
