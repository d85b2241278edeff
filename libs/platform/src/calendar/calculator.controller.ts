import { Controller, Get, Query } from '@nestjs/common';
import { Clock, type Day, type FieldError, type Reckoning, addDays, formatDay, isDay, weekdayName } from '#kernel';
import { Calendars } from '../calendars.js';
import { bodyOfForm } from '../form-body.js';
import { Page } from '../page.js';
import { type DueView, type StripView, type WhyView, dueView, stripView, whyView } from '../period.view.js';
import { Public } from '../public.js';
import { inputProblem } from '../validation.js';
import { yearsText } from './calendar.view.js';
import { DeadlineQuestion } from './calendar.input.js';

interface Question {
  start: string;
  workingDays: string;
}

interface Answer {
  heading: string;
  text: string;
  due: DueView | null;
  strip: StripView;
  why: WhyView;
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
  async deadline(@Query() asked: DeadlineQuestion): Promise<object> {
    return deadlineView(await this.reckon(questionOf(asked), asked.office ?? ''));
  }

  @Public()
  @Get('calculator')
  @Page('calculator/show')
  async show(@Query() asked: DeadlineQuestion): Promise<object> {
    const question = questionOf(asked);
    const empty = question.start === '' && question.workingDays === '';
    const today = this.clock.today();
    return {
      title: '算工作日',
      values: empty ? { start: today, workingDays: '7' } : question,
      years: yearsText(await this.calendars.years()),
      answer: empty ? null : await this.answer(question, asked.office ?? '', today),
    };
  }

  private async answer(question: Question, office: string, today: Day): Promise<Answer> {
    const reckoning = await this.reckon(question, office);
    const { lastDay, counted, skipped, start, provisional } = reckoning;
    const calendar = await this.calendars.current(office);
    // A strip of years would be a page of its own; the list of reasons says the same.
    const short = lastDay <= addDays(start, 120) ? reckoning : calendar.after(start, Math.min(60, counted.length));
    return {
      heading: `最后一天是 ${formatDay(lastDay)}（${weekdayName(lastDay)}）${provisional ? '，暂定' : ''}`,
      text: `算 ${counted.length} 个工作日，跳过 ${skipped.length} 天。${formatDay(lastDay)} 24:00 截止。`,
      due: lastDay < today ? null : dueView(reckoning, this.clock.now(), calendar),
      strip: stripView(short, today),
      why: whyView(reckoning, '为什么是这一天', [], true),
    };
  }

  private async reckon({ start, workingDays }: Question, office: string): Promise<Reckoning> {
    const errors: FieldError[] = [];
    if (!isDay(start)) {
      const detail = start === '' ? '请填从哪天开始。' : `“${start}”不是有效日期，写成“年-月-日”，例如 2026-09-30。`;
      errors.push({ pointer: '#/start', detail });
    }
    if (!/^\d{1,4}$/.test(workingDays) || Number(workingDays) < 1 || Number(workingDays) > 2000) {
      const detail = workingDays === '' ? '请填多少个工作日。' : `“${workingDays}”不行，工作日数是 1 到 2000 的整数。`;
      errors.push({ pointer: '#/workingDays', detail });
    }
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

function deadlineView(reckoning: Reckoning): object {
  const { start, n, unit, firstDay, lastDay, dueAt, counted, skipped, provisional, version } = reckoning;
  const basis = '当日不计入，自次日起算；期间最后一日的 24 时截止（民法典第二百零一条、第二百零三条）';
  return {
    start,
    workingDays: n,
    unit,
    firstDay,
    lastDay,
    dueAt,
    counted,
    skipped,
    provisional,
    calendarVersion: version,
    basis,
  };
}
