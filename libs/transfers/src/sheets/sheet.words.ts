/** What the history calls that somebody is let speak for a household, and is let no more. */
export const powerOfAttorneyLabels = {
  given: '登记流转委托书',
  revoked: (agent: string): string => `撤销给${agent}的委托书`,
} as const;
