/** What a viewer of PDF would run, open or unpack by itself (PDF 32000-1, 12.6 and 7.11.4). */
const acting = 'JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData';
export const actingName = new RegExp(`^/(?:${acting})$`);
const actingWord = new RegExp(`/(?:${acting})(?![A-Za-z0-9])`);
const packing = /\/(?:ObjStm|First)(?![A-Za-z0-9])/;

/** Whether a text names what acts; names may be written with numbers: /J#61vaScript. */
export const namesWhatActs = (text: string): boolean => actingWord.test(plain(text));

/** Whether neither such a word nor a stream of objects stands anywhere: then nothing can act, whatever the structure. */
export function nothingActs(content: Buffer): boolean {
  const text = plain(content.toString('latin1'));
  return !actingWord.test(text) && !packing.test(text);
}

const plain = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
