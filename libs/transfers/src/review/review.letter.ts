/** What the county's opinion says where it does not pass a case. */
export const returnOpinion = (defects: number): string =>
  `核查发现 ${defects} 项不符合要求，一次写明，退回镇街交易所补正。`;

export const rejectionOpinion = '核查认为不符合流转条件，不予通过。';
