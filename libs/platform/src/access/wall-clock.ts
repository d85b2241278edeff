import { Clock } from '#kernel';

/**
 * The time on the wall, for sessions, locks, one-time codes and the age of what memory keeps. It is never moved: when a
 * training county steps forward by a week, nobody is signed out, and a code from a phone still fits.
 */
export abstract class WallClock extends Clock {}
