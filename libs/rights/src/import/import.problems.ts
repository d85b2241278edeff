/** Why a file is not read at all. */
export const sheetFaults = {
  empty: '文件是空的。',
  oldExcel: '这是旧的 .xls 文件，请另存为 .xlsx 或 CSV。',
  noRows: '没有数据行。',
  unpaired: (line: string): string => `第 ${line} 行的逗号或引号不配对。`,
  doubtful: (line: number): string =>
    `第 ${line} 行起读出来不像中文。文件可能不是 UTF-8 或 GB 18030 编码（例如繁体 Big5），也可能缺了字节。请在原系统里重新导出，另存为“CSV UTF-8”再交。`,
  tooMany: ({ rows, columns }: { rows: number; columns: number }): string =>
    `表太大：最多 ${rows} 行、${columns} 列。多余的空行空列请删掉，或者分成几个文件。`,
  lineTooLong: (line: string): string => `第 ${line} 行太长，不是一行数据。`,
  tooLarge: '这个 Excel 文件展开以后太大，或者损坏。请分成几个文件，或者另存为 CSV。',
  locked: '这个 Excel 文件打不开，可能设了密码或者损坏。',
  noSheet: '表里没有数据行。',
  notJson: '不是完整的 GeoJSON。',
  noFeatures: 'GeoJSON 要是 FeatureCollection，每块地一个 Feature，属性里有 DKBM。',
  unknownTable: (columns: string): string => `认不出是哪张表。各表至少要有这些列：${columns}。`,
} as const;

/** Why one row does not come in, in words for the clerk who must mend it. */
export const rowFaults = {
  missing: (what: string): string => `缺${what}`,
  missingField: (field: string): string => `缺 ${field}`,
  tooLong: (what: string, longest: number): string => `${what}超过 ${longest} 个字`,
  signs: (what: string, fault: string): string => `${what}${fault}`,
  noDay: (what: string, value: string): string => `${what}“${value}”不是日期，应为 1999-10-01 这样`,
  notInTable: (what: string, value: string, table: readonly string[]): string =>
    `${what}“${value}”不在代码表里（${table.join('、')}）`,
  zeroArea: (what: string): string => `${what}是 0`,
  noArea: (what: string, value: string): string => `${what}“${value}”不是面积`,
  noNumber: '证件号码写得不像一个号码，请照证件写；没有的留空，先按“证件没有核实”登记',
  noCount: (what: string, value: string): string => `${what}“${value}”不是人数`,
  anotherHas: '这个身份证号已经登记给另一个姓名的人，请核对；确实重复的老号码，在柜台附证明按例外登记',
  twiceInFile: '这个文件里前面已经有同一个代码',
  alike: '这一户前面已经有同名的人，没有证件号码分不清是不是同一个人，请补号码',
  refusedBefore: (on: string, reason: string): string => `镇协调部 ${on} 决定不照这一行改登记簿：${reason}`,
  overlaps: (across: string, areaM2: string): string =>
    `和地块 ${across} 在图上重叠 ${areaM2} 平方米；照样导入，两块地同一时间只能流转一块`,
  refused: (constraint: string): string => `数据库没有接受这一行（${constraint}）`,
  uncoded: '没有填统一社会信用代码，按已知的单位保留，待核实',
  /** In the place of a body's representative, whom the file does not name. */
  unnamed: '未登记',
  /** Stands behind a code whose last digits Excel has lost. */
  digitsLost: '（Excel 里是数字，末几位已丢失）',
} as const;

/** Why a unit is not the one on record. */
export const unitOnRecord = {
  otherName: (byContractor: boolean, name: string): string =>
    `${byContractor ? '这个承包方代码' : '这个统一社会信用代码'}登记的是“${name}”`,
  otherCode: '这个承包方代码的单位登记了另一个统一社会信用代码，请核对；登记错了的，在这个单位的页面凭登记证改',
  twoBodies: '承包方代码和统一社会信用代码分别登记给两个单位，请核对',
} as const;
