/** What is said of an act whose row says nothing else. */
export const actSaid = { done: '办好了。' } as const;

/** Said before a form that asks for a fresh second factor is filled, so that nobody chooses a scan twice (ASVS 7.5.3). */
export const freshSaid = {
  asks: '按下时可能要再核对一次动态码，核对过的一段时间内不再问。',
  scans: '核对以后文件要重新选一次。',
} as const;
