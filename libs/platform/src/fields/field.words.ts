/** Units that stand behind what is typed. */
export const units = { yuan: '元' } as const;
