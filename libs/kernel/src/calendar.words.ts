/** What a calendar says of a day: why nobody works on it, or why somebody does. */
export const calendarWords = {
  holiday: (name: string): string => `${name}放假`,
  weekend: (weekday: string): string => `${weekday}休息`,
  exchanged: (name: string): string => `${name}调休上班`,
  movedOn: (reason: string): string => `${reason}，期间最后一日顺延`,
} as const;
