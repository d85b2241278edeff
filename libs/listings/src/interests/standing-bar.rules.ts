import { type Day, formatDay } from '#kernel';

/** A bar of a party that is not over: proposed, or decided. */
export interface StandingBar {
  id: string;
  state: string;
  fromDay: Day | null;
  untilDay: Day | null;
}

/** Whether it keeps the party out on a day. */
export const bars = (bar: StandingBar | null, today: Day): bar is StandingBar & { untilDay: Day } =>
  bar?.state === 'decided' && (bar.fromDay ?? today) <= today && bar.untilDay !== null && today <= bar.untilDay;

/** What is said of it, to who registers and to the desk, with the way out. */
export const barredWords = (until: Day): string =>
  `这一方因为违约被禁入，最后一天是 ${formatDay(until)}，过了就能参加；不服的，本人可以在“我的”里打开决定申请复核。`;
