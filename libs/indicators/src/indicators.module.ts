import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { GuideController } from './guide.controller.js';
import { GuideService } from './guide.service.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';

@Module({
  imports: [OfficesModule],
  controllers: [HomeController, GuideController],
  providers: [HomeService, GuideService],
  exports: [HomeService],
})
export class IndicatorsModule {}
