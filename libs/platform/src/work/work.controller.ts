import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Asks } from '../lists/asks.js';
import type { Asked } from '../lists/list.js';
import { Done, type Download, Page, type Shown } from '../page.js';
import { Me } from '../public.js';
import { HandoverInput, WorkInput } from './work.input.js';
import { Gives, Sends } from '../views/gives.js';
import { WorkHands } from './work-hands.service.js';
import { WorkPage } from './work-page.service.js';
import { workList } from './work.list.js';
import {
  type DeskView,
  type HandOutcome,
  type HandOutcomes,
  type NextWork,
  deskView,
  handsView,
  nextWorkView,
} from './work.view.js';
import { handSaid } from './work.acts.js';
import { sentTypes } from '../media-types.js';

/** One place for all work that waits, and whose hands it is in. */
@Controller('desk')
export class WorkController {
  constructor(
    private readonly pages: WorkPage,
    private readonly hands: WorkHands,
  ) {}

  @Get()
  @Page('desk/work', { wide: true })
  @Gives(deskView)
  show(@Asks(workList) asked: Asked, @Me() me: Actor): Promise<Shown<DeskView>> {
    return this.pages.show(asked, me);
  }

  /** The whole desk as a workbook, for those who sort and sum. */
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(workList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.pages.sheet(asked, me);
  }

  /** The next piece of work, after one is done. */
  @Get('next')
  @Gives(nextWorkView)
  async next(@Asks(workList) asked: Asked, @Me() me: Actor): Promise<Done<NextWork>> {
    const next = await this.pages.next(asked, me);
    return new Done(next?.at ?? '/desk', { next }, '');
  }

  @Post('claims')
  @Gives(handsView)
  async claim(@Body() { work }: WorkInput, @Me() me: Actor): Promise<Done<HandOutcomes>> {
    return told(await this.hands.claim(work, me), handSaid.claimed);
  }

  @Post('handovers')
  @Gives(handsView)
  async handOver(@Body() { work, to }: HandoverInput, @Me() me: Actor): Promise<Done<HandOutcomes>> {
    return told(
      await this.hands.handOver(work, to ?? null, me),
      to === undefined ? handSaid.released : handSaid.handed,
    );
  }
}

/** Each piece has its own outcome; a person reads how many were done, and why the first was not. */
function told(outcomes: readonly HandOutcome[], done: string): Done<HandOutcomes> {
  const refused = outcomes.filter(({ problem }) => problem !== null);
  const first = refused[0]?.problem?.title ?? '';
  const flash =
    refused.length === 0 ? done : `${handSaid.some(outcomes.length - refused.length, outcomes.length)}${first}`;
  return new Done('/desk', { outcomes }, flash);
}
