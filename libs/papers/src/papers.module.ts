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
import { Seal } from './seal.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([NumberSeries, Paper, PaperPrint, PrintRequest, Seal])],
  controllers: [PapersController],
  providers: [Numbers, Printer, PapersService, PrintsService],
  exports: [Numbers, PapersService, PrintsService],
})
export class PapersModule {}
