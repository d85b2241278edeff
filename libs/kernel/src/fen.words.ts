/** Capital numerals for amounts on papers, where digits could be added to (支付结算办法附件一). */
export const capitals = {
  digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
  places: ['', '拾', '佰', '仟'],
  groups: ['', '万', '亿'],
  yuan: '元',
  jiao: '角',
  fen: '分',
  even: '整',
} as const;
