import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  type ParameterDefinition,
  type ParameterKey,
  checkParameterValue,
  formatDay,
  holds,
  isDay,
  isParameterKey,
  parameterTable,
  yuan,
} from '#kernel';
import { ForPosts, Fresh } from '../access/access.decorators.js';
import { Acts } from '../acts/acts.service.js';
import { Done, Page } from '../page.js';
import { ParameterStore } from '../parameter-store.js';
import { generalProblems } from '../problem.filter.js';
import { Me } from '../public.js';
import { inputProblem } from '../validation.js';
import { ParameterInput } from './parameter.input.js';
import { parameterView, parametersView } from './parameter.view.js';

/** Every number the county may change: seen by its heads, set by its administrator, from a day on and with a basis. */
@Controller('parameters')
@ForPosts('county_administrator', 'county_director', 'county_reviewer', 'supervisor')
export class ParametersController {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Page('parameters/index', { wide: true })
  async list(): Promise<object> {
    const today = this.clock.today();
    return parametersView(await this.parameters.on(today), await this.parameters.settings(), today);
  }

  @Get(':key')
  @Page('parameters/show')
  async show(@Param('key') key: string, @Me() me: Actor): Promise<object> {
    if (!isParameterKey(key)) throw generalProblems.notFound();
    const today = this.clock.today();
    return parameterView(
      key,
      await this.parameters.on(today),
      await this.parameters.settings(),
      today,
      holds(me, 'county_administrator'),
    );
  }

  @Post(':key/values')
  @Fresh()
  @ForPosts('county_administrator')
  async set(@Param('key') key: string, @Body() input: ParameterInput, @Me() me: Actor): Promise<Done> {
    if (!isParameterKey(key)) throw generalProblems.notFound();
    const validFrom = this.dayFrom(input.validFrom);
    const row = { key, value: valueOf(key, input.value), validFrom, basis: input.basis };
    const reason = checkParameterValue(key, row.value);
    if (reason) throw inputProblem([{ pointer: '#/value', detail: `${reason}。` }]);
    await this.acts.begin(me, (act) => this.parameters.set(act, row));
    return new Done(
      `/parameters/${key}`,
      () => this.show(key, me),
      `${formatDay(validFrom)}起用新的数；已经在办的件仍按原来的数。`,
    );
  }

  private dayFrom(text: string): Day {
    const today = this.clock.today();
    if (!isDay(text)) throw inputProblem([{ pointer: '#/validFrom', detail: `“${text}”不是有效日期。` }]);
    // 不溯及既往：过去的日子已经按原来的数办过了。
    if (text < today)
      throw inputProblem([
        { pointer: '#/validFrom', detail: `最早从今天（${formatDay(today)}）起用，过去的日子不能改。` },
      ]);
    return text;
  }
}

/** What a form sends as text, as the table's kind wants it; a program sends the value itself. */
function valueOf(key: ParameterKey, given: unknown): unknown {
  const { kind } = parameterTable[key] as ParameterDefinition;
  if (kind === 'list') return given === undefined ? [] : [given].flat();
  if (typeof given !== 'string') return given;
  const text = given.normalize('NFKC').trim();
  if (kind === 'days' || kind === 'count') return /^\d{1,9}$/.test(text) ? Number(text) : given;
  if (kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : given;
  if (kind === 'fen' || kind === 'thresholds') return read(kind, text);
  return kind === 'text' ? given : text;
}

function read(kind: 'fen' | 'thresholds', text: string): unknown {
  try {
    return kind === 'fen' ? yuan(text) : JSON.parse(text);
  } catch {
    const detail = kind === 'fen' ? '请填金额，以元为单位，最多两位小数。' : '这不是 JSON。';
    throw inputProblem([{ pointer: '#/value', detail }]);
  }
}
