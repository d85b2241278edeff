/** What whoever handed a case in is told, this once. */
export const received = (label: string, number: string, code: string): string =>
  `${label}已收到：${number}，查询码 ${code}。请记下来。`;

/** The sealed contact, as the desk that opened it is told. */
export const contactWords = (phone: string, address: string): string =>
  phone || address ? `电话 ${phone || '没有留'}，住址 ${address || '没有留'}` : '没有留下联系方式。';
