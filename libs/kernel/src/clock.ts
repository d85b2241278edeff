import { dayOf, type Day } from './day.js';

/** Where "now" comes from. Injected everywhere, so that a test or a training county can move it. */
export abstract class Clock {
  abstract now(): Date;

  /** The day on the wall in Shanghai. */
  today(): Day {
    return dayOf(this.now());
  }
}
