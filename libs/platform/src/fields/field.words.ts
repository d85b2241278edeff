/** Units that stand behind what is typed. */
export const units = { yuan: '元' } as const;

/** Whole years to pick. */
export const yearsText = (count: number): string => `${count} 年`;

/** What a hint or a refusal gives as an example. */
export const exampleIn = (words: string): string | undefined =>
  /例如[：:\s]\s*([^\uff0c\u3002\uff1b\u3001\uff08]+)/.exec(words)?.[1]?.trim();
