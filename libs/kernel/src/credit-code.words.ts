/** Who coded a body, by the first character of its unified social credit code. */
export const registrars: Readonly<Record<string, string>> = {
  '1': '机构编制',
  '2': '外交',
  '3': '司法行政',
  '4': '文化',
  '5': '民政',
  '6': '旅游',
  '7': '宗教',
  '8': '工会',
  '9': '市场监管',
  A: '中央军委改革和编制办公室',
  N: '农业农村',
  Y: '其他',
};
