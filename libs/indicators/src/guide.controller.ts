import { Controller, Get, Param } from '@nestjs/common';
import { Page, Public, Shared } from '#platform';
import { GuideService } from './guide.service.js';

/** The service guide, in plain words, with the numbers that are in force today. */
@Public()
@Shared()
@Controller('guide')
export class GuideController {
  constructor(private readonly guide: GuideService) {}

  @Get()
  @Page('guide/show')
  show(): Promise<object> {
    return this.guide.show();
  }

  @Get(':topic')
  @Page('guide/topic')
  topic(@Param('topic') topic: string): Promise<object> {
    return this.guide.topic(topic);
  }
}
