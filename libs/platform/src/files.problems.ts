import { problem } from '#kernel';

export const fileProblems = {
  tooLarge: problem('file-too-large', 413, '文件太大', '每个文件有大小上限，传文件的地方写着。'),
  wrongType: problem(
    'file-wrong-type',
    422,
    '文件类型不对',
    '收照片（JPG、PNG、WebP、HEIC）和 PDF；看文件内容，不看名字。',
  ),
  empty: problem('file-empty', 422, '文件是空的'),
  unsafe: problem('file-unsafe', 422, '这个文件不能收', '文件不完整、太大，或者里面藏着别的内容。'),
  away: problem('file-away', 410, '这份材料不在了', '它的记录还在，文件被移走了，例如查出有病毒。请问管理员。'),
  gone: problem('file-not-found', 404, '没有这份材料'),
};

/** What a refusal says of the file at hand. */
export const fileFaults = {
  empty: (name: string): string => `“${name}”里没有内容。`,
  tooLarge: (name: string, mb: number): string => `“${name}”超过 ${mb} MB。请压小或重新拍一张。`,
  wrongType: (name: string): string => `“${name}”不是照片，也不是 PDF。`,
  otherName: (name: string, is: string, called: string): string =>
    `“${name}”的内容是 ${is.toUpperCase()}，名字却写成 .${called}。请用原来的文件。`,
  unsafe: (name: string, danger: string): string => `“${name}”：${danger}`,
  shown: (name: string): string => `“${name}”大家都能看，请传 JPG 或 PNG 照片。`,
} as const;

/** What is dangerous or broken about a photo or scan, in words for who sent it. */
export const fileDangers = {
  noSize: '照片的宽或高是零，文件是坏的。请重新拍一张。',
  tooManyPixels: (width: number, height: number): string =>
    `照片有 ${width}×${height} 点，太大了打不开。请用手机重新拍一张。`,
  cutOff: '照片不完整，没有传完或者损坏了。请重新传原来的文件。',
  behind: '照片后面还藏着别的内容。请用相机重新拍，或者另存为 JPG 再传。',
  pdfCutOff: 'PDF 不完整，没有传完或者损坏了。请重新传原来的文件。',
  pdfClosed: 'PDF 拆不开：加了密、坏了，或者里面的东西太多。请“打印成 PDF”，或者打印出来扫描，再传。',
  pdfActs: 'PDF 里带有会自己运行的内容或者附件，不能收。请打印出来扫描，或者“打印成 PDF”再传。',
} as const;
