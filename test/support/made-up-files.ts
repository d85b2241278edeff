/** The smallest JPEG that is one. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);

/** The smallest PDF that is one. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A made-up scan: the smallest PDF with a text in it, another file for each text. */
export function scanOf(text: string): File {
  return new File([pdf.subarray(0, 9), `% ${text}\n`, pdf.subarray(9)], `${text}.pdf`, { type: 'application/pdf' });
}

/** A made-up photo: the smallest JPEG with a text in its comment, another file for each text. */
export function photoOf(text: string): File {
  const words = Buffer.from(text);
  const comment = Buffer.alloc(4);
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(words.length + 2, 2);
  return new File([jpeg.subarray(0, 2), comment, words, jpeg.subarray(2)], `${text}.jpg`, { type: 'image/jpeg' });
}
