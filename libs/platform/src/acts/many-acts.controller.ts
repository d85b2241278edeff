import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Page, Shown } from '../page.js';
import { Me } from '../public.js';
import { Gives } from '../views/gives.js';
import { ManyActs, addressOf } from './many-acts.service.js';
import { ChosenInput, ManyInput } from './many.input.js';
import { type ManyForm, type ManyOutcome, type ManyOutcomes, manyForm, manyOutcomes } from './many.view.js';

/** One act on many records that were chosen in a list: first what would come of it for each, then what came of it. */
@Controller('desk/acts/:kind/:action')
export class ManyActsController {
  constructor(private readonly many: ManyActs) {}

  @Get()
  @Page('desk/many')
  @Gives(manyForm)
  async ask(
    @Param('kind') kind: string,
    @Param('action') action: string,
    @Query() { work }: ChosenInput,
    @Me() me: Actor,
  ): Promise<Shown<ManyForm>> {
    const { label, warning, rows } = await this.many.ask(kind, action, work, me);
    const href = addressOf(kind, action);
    const view = { kind, action, href, rows: rows.map(({ head: _head, ...row }) => row) };
    return new Shown(view, {
      ...{ title: label, warning },
      rows: rows.map((row) => ({ ...row, facts: row.head?.facts ?? [] })),
      ready: rows.filter(({ problem, blockers }) => problem === null && blockers.length === 0).map((row) => row.work),
    });
  }

  /** Answers what came of it for each. Pressed twice it is done once: a repeat gets the first outcomes. */
  @Post()
  @HttpCode(200)
  @Page('desk/outcomes')
  @Gives(manyOutcomes)
  async press(
    @Param('kind') kind: string,
    @Param('action') action: string,
    @Body() { work }: ManyInput,
    @Me() me: Actor,
  ): Promise<Shown<ManyOutcomes>> {
    const { label: title, outcomes } = await this.many.press(kind, action, work, me);
    return new Shown({ outcomes }, { title, done: outcomes.filter(isDone).length, all: outcomes.length });
  }
}

const isDone = ({ problem }: ManyOutcome): boolean => problem === null;
