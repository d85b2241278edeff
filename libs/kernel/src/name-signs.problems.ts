/** What is wrong with the signs of a name, in words for who writes it down. */
export const nameFaults = {
  private: (place: number, code: string): string =>
    `第 ${place} 个字（${code}）是旧系统自己造的字，别的电脑认不出，请换成身份证上的标准字`,
  lost: (place: number, sign: string): string =>
    `第 ${place} 个字是“${sign}”，这是打不出来的字留下的记号，请照证件写上原来的字`,
  person: (place: number, sign: string): string =>
    `第 ${place} 个字“${sign}”不能写在姓名里：姓名只写汉字、字母和间隔号，和证件上一样`,
  body: (place: number, sign: string): string => `第 ${place} 个字“${sign}”不能写在名称里，照证件上写`,
  none: '没有一个字，照证件上写',
} as const;
