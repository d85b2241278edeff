import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Calendars } from '#platform';

/** The hour and the calendar of a claim's page. */
@Injectable()
export class ClaimClock {
  constructor(
    readonly clock: Clock,
    readonly calendars: Calendars,
  ) {}
}
