/** Said before a form that asks for a fresh second factor is filled, so that nobody chooses a scan twice (ASVS 7.5.3). */
export const freshWords = {
  asks: '按下时可能要再核对一次动态码，核对过的一段时间内不再问。',
  scans: '核对以后文件要重新选一次。',
} as const;

/** What the forms of acts say beside what their rows do. */
export const formWords = { backOnTheWay: '不办了，回刚才那一页' } as const;
