/** Where an office of a training county is said to be. */
export const madeUpContact = (place: string): { address: string; phone: string } => ({
  address: `（演练）${place}便民服务点`,
  phone: '0531-0000 0000',
});

/** The town and the village where the story of the README plays. */
export const storyPlaces = { town: '殷巷镇', village: '李家桥村' } as const;
