import { Clock } from '#kernel';

/** The only place that asks the machine what time it is. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
