import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Asks } from '../lists/asks.js';
import type { Asked } from '../lists/list.js';
import { Done, type Download, Page, type Shown } from '../page.js';
import { Me } from '../public.js';
import { HandoverInput, WorkInput } from './work.input.js';
import { type Outcome, WorkHands } from './work-hands.service.js';
import { WorkPage } from './work-page.service.js';
import { workList } from './work.list.js';
import { handWords } from './work.words.js';

/** One place for all work that waits, and whose hands it is in. */
@Controller('desk')
export class WorkController {
  constructor(
    private readonly pages: WorkPage,
    private readonly hands: WorkHands,
  ) {}

  @Get()
  @Page('desk/work', { wide: true })
  show(@Asks(workList) asked: Asked, @Me() me: Actor): Promise<Shown> {
    return this.pages.show(asked, me);
  }

  /** The whole desk as a workbook, for those who sort and sum. */
  @Get('sheet')
  sheet(@Asks(workList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.pages.sheet(asked, me);
  }

  /** The next piece of work, after one is done. */
  @Get('next')
  async next(@Asks(workList) asked: Asked, @Me() me: Actor): Promise<Done> {
    const next = await this.pages.next(asked, me);
    return new Done(next?.at ?? '/desk', { next }, '');
  }

  @Post('claims')
  async claim(@Body() { work }: WorkInput, @Me() me: Actor): Promise<Done> {
    return told(await this.hands.claim(work, me), handWords.claimed);
  }

  @Post('handovers')
  async handOver(@Body() { work, to }: HandoverInput, @Me() me: Actor): Promise<Done> {
    return told(
      await this.hands.handOver(work, to ?? null, me),
      to === undefined ? handWords.released : handWords.handed,
    );
  }
}

/** Each piece has its own outcome; a person reads how many were done, and why the first was not. */
function told(outcomes: readonly Outcome[], done: string): Done {
  const refused = outcomes.filter(({ problem }) => problem !== null);
  const first = refused[0]?.problem?.title ?? '';
  const flash =
    refused.length === 0 ? done : `${handWords.some(outcomes.length - refused.length, outcomes.length)}${first}`;
  return new Done('/desk', { outcomes }, flash);
}
