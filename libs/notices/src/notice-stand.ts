import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { CONFIG, Calendars, type Config } from '#platform';

/** Where a reader stands: the hour, the calendar, the county. */
@Injectable()
export class NoticeStand {
  constructor(
    readonly clock: Clock,
    readonly calendars: Calendars,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}
