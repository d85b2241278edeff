/** Text of a CSV that may come from a spreadsheet: UTF-8 with or without a mark, or GBK. */
export function textOfCsv(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gbk').decode(content);
  }
}
