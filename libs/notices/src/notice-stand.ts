import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { CONFIG, Calendars, type Config, ParameterStore } from '#platform';

/** Where a reader stands: the hour, the calendar, the parameters, the county. */
@Injectable()
export class NoticeStand {
  constructor(
    readonly clock: Clock,
    readonly calendars: Calendars,
    readonly parameters: ParameterStore,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}
