/** The county that the exchange was built for; another one is named by the settings. */
export const firstCounty = { name: '商河县', short: '商', authority: '商河县农村产权交易中心' } as const;
