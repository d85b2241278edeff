import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Gives, Me, Page, type Shown } from '#platform';
import { QuestionPages } from './question-pages.service.js';
import { type QuestionView, questionView } from './question.view.js';

/** A question on a lot, to who asked it and to the desks. */
@Controller('questions')
export class QuestionsController {
  constructor(private readonly pages: QuestionPages) {}

  @Get(':id')
  @Page('listings/question')
  @Gives(questionView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<QuestionView>> {
    return this.pages.see(id, me);
  }
}
