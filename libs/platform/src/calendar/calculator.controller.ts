import { Controller, Get, Query } from '@nestjs/common';
import { Clock, type Day, type FieldError, type Reckoning, addDays, isDay } from '#kernel';
import { Calendars } from '../calendars.js';
import { bodyOfForm } from '../form-body.js';
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

interface Question {
  start: string;
  workingDays: string;
}

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
    return reckonedOf(await this.reckon(questionOf(asked), asked.office ?? ''));
  }

  @Public()
  @Get('calculator')
  @Page('calculator/show')
  @Gives(calculatorView)
  async show(@Query() asked: DeadlineQuestion): Promise<Shown<CalculatorView>> {
    const question = questionOf(asked);
    const empty = question.start === '' && question.workingDays === '';
    const today = this.clock.today();
    const reckoning = empty ? null : await this.reckon(question, asked.office ?? '');
    const knownYears = yearsKnown(await this.calendars.years());
    return new Shown({ knownYears, answer: reckoning && reckonedOf(reckoning) }, async () => ({
      values: empty ? { start: today, workingDays: '7' } : question,
      ...(reckoning && (await this.around(reckoning, asked.office ?? '', today))),
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

  private async reckon({ start, workingDays }: Question, office: string): Promise<Reckoning> {
    const errors: FieldError[] = [];
    if (!isDay(start)) errors.push({ pointer: '#/start', detail: questionFaults.start(start) });
    if (!/^\d{1,4}$/.test(workingDays) || Number(workingDays) < 1 || Number(workingDays) > 2000)
      errors.push({ pointer: '#/workingDays', detail: questionFaults.workingDays(workingDays) });
    if (errors.length > 0 || !isDay(start)) throw inputProblem(errors);
    return (await this.calendars.current(office)).after(start, Number(workingDays));
  }
}

/** What a form asks in parts and a program in one piece. */
function questionOf(asked: DeadlineQuestion): Question {
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => typeof value === 'string'));
  const { start, workingDays } = bodyOfForm(said) as Partial<Record<keyof Question, unknown>>;
  return {
    start: typeof start === 'string' ? start : '',
    workingDays: typeof workingDays === 'string' ? workingDays.normalize('NFKC').trim() : '',
  };
}
