import { Controller, Get, Param } from '@nestjs/common';
import { Gives, Page, Public, Shared } from '#platform';
import { type Guide, type Topic, guideView, topicView } from './guide.view.js';
import { GuideService } from './guide.service.js';

/** The service guide, in plain words, with the numbers that are in force today. */
@Public()
@Shared()
@Controller('guide')
export class GuideController {
  constructor(private readonly guide: GuideService) {}

  @Get()
  @Page('guide/show')
  @Gives(guideView)
  show(): Promise<Guide> {
    return this.guide.show();
  }

  @Get(':topic')
  @Page('guide/topic')
  @Gives(topicView)
  topic(@Param('topic') topic: string): Promise<Topic> {
    return this.guide.topic(topic);
  }
}
