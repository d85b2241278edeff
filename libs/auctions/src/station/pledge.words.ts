export const pledgeWays = { pledge: '看保密的话' } as const;
export const pledgeSigns = { between: '，' } as const;
