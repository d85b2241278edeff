import { Injectable } from '@nestjs/common';
import {
  Clock,
  type ParameterDefinition,
  type ParameterKey,
  checkNewParameterValue,
  day,
  isParameterKey,
  parameterTable,
  yuan,
  type Day,
} from '#kernel';
import type { Act } from '../act.js';
import type { Elsewhere } from '../acts/act-table.js';
import { ParameterStore } from '../parameter-store.js';
import { generalProblems } from '../general.problems.js';
import { inputProblem } from '../validation.js';
import type { ParameterInput } from './parameter.input.js';
import { parameterWords } from './parameter.problems.js';
import { type ParameterView, parameterOf } from './parameter.view.js';

/** A parameter as its acts know it: by its key, with what it is today. */
export interface ParameterFacts {
  record: { id: ParameterKey };
  value: unknown;
  today: Day;
}

/** One number of the county: read, and set from a day on. */
@Injectable()
export class ParameterDesk {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async set(act: Act, { record }: ParameterFacts, { value, validFrom, basis }: ParameterInput): Promise<Elsewhere> {
    const row = { key: record.id, value: valueOf(record.id, value), validFrom: day(validFrom), basis };
    const reason = checkNewParameterValue(row.key, row.value);
    if (reason) throw wrongValue(parameterWords.refused(reason));
    await this.parameters.set(act, row);
    return { id: record.id, said: parameterWords.set(row.validFrom) };
  }

  locked(_act: Act, key: string): Promise<ParameterFacts> {
    return this.read(key);
  }

  async read(key: string): Promise<ParameterFacts> {
    if (!isParameterKey(key)) throw generalProblems.notFound();
    const today = this.clock.today();
    return { record: { id: key }, value: (await this.parameters.on(today))[key], today };
  }

  async see(key: string): Promise<ParameterView> {
    const { record, today } = await this.read(key);
    const [now, settings] = [await this.parameters.on(today), await this.parameters.settings()];
    return parameterOf(record.id, now, settings, today);
  }
}

/** What a form sends as text, as the table's kind wants it; a program sends the value itself. */
function valueOf(key: ParameterKey, given: unknown): unknown {
  const { kind } = parameterTable[key] as ParameterDefinition;
  if (kind === 'list') return given === undefined ? [] : [given].flat();
  if (kind === 'limit' && (given ?? '') === '') return null;
  if (typeof given !== 'string') return given;
  const text = given.normalize('NFKC').trim();
  if (kind === 'days' || kind === 'count' || kind === 'limit') return /^\d{1,9}$/.test(text) ? Number(text) : given;
  if (kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : given;
  if (kind === 'fen' || kind === 'thresholds') return read(kind, text);
  return kind === 'text' ? given : text;
}

function read(kind: 'fen' | 'thresholds', text: string): unknown {
  try {
    return kind === 'fen' ? yuan(text) : JSON.parse(text);
  } catch {
    throw wrongValue(kind === 'fen' ? parameterWords.money : parameterWords.json);
  }
}

const wrongValue = (detail: string): Error => inputProblem([{ pointer: '#/value', detail }]);
