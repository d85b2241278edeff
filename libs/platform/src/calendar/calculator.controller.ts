import { Controller, Get, Query } from '@nestjs/common';
import { Clock, type Day, type FieldError, type Reckoning, addDays } from '#kernel';
import { Calendars } from '../calendars.js';
import { formOf } from '../fields/form-of.js';
import { Page, Shown } from '../page.js';
import { dueView, stripView, whyView } from '../period.view.js';
import { Public } from '../public.js';
import { inputProblem } from '../validation.js';
import { Gives } from '../views/gives.js';
import { DeadlineQuestion } from './calendar.input.js';
import { questionFaults } from './calendar.problems.js';
import { yearsKnown } from './calendar.view.js';
import { calculatorWords } from './calendar.words.js';
import { type CalculatorView, type Reckoned, calculatorView, reckonedOf, reckonedView } from './reckoned.view.js';

/** Working days, for whoever asks: a page for people, the whole reckoning for programs. */
@Controller()
export class CalculatorController {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** The last day of a period of working days, each day that counts and each that does not, with reason and decree. */
  @Public()
  @Get('calendar/deadline')
  @Gives(reckonedView)
  async deadline(@Query() asked: DeadlineQuestion): Promise<Reckoned> {
    return reckonedOf(await this.reckon(asked));
  }

  @Public()
  @Get('calculator')
  @Page('calculator/show')
  @Gives(calculatorView)
  async show(@Query() asked: DeadlineQuestion): Promise<Shown<CalculatorView>> {
    const { start, workingDays, office = '' } = asked;
    const empty = start === undefined && workingDays === undefined;
    const today = this.clock.today();
    const reckoning = empty ? null : await this.reckon(asked);
    const knownYears = yearsKnown(await this.calendars.years());
    return new Shown({ knownYears, answer: reckoning && reckonedOf(reckoning) }, async () => ({
      fields: formOf(DeadlineQuestion),
      values: empty ? { start: today, workingDays: 7 } : { start, workingDays },
      ...(reckoning && (await this.around(reckoning, office, today))),
    }));
  }

  /** The days of the answer, drawn one by one, and why it is this day. */
  private async around(reckoning: Reckoning, office: string, today: Day) {
    const { lastDay, counted, start } = reckoning;
    const calendar = await this.calendars.current(office);
    // A strip of years would be a page of its own; the list of reasons says the same.
    const short = lastDay <= addDays(start, 120) ? reckoning : calendar.after(start, Math.min(60, counted.length));
    return {
      due: lastDay < today ? null : dueView(reckoning, this.clock.now(), calendar),
      strip: stripView(short, today),
      why: whyView(reckoning, calculatorWords.why, [], true),
    };
  }

  private async reckon({ start, workingDays, office = '' }: DeadlineQuestion): Promise<Reckoning> {
    const errors: FieldError[] = [];
    if (start === undefined) errors.push({ pointer: '#/start', detail: questionFaults.start });
    if (workingDays === undefined) errors.push({ pointer: '#/workingDays', detail: questionFaults.workingDays });
    if (start === undefined || workingDays === undefined) throw inputProblem(errors);
    return (await this.calendars.current(office)).after(start, workingDays);
  }
}
