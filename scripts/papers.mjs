// Prints every kind of paper with made-up people into var/papers/, to look at after words were changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadDrawing, LetterTemplates, kindOf, sampleFrame, samplePapers } from '#papers';

const folder = 'var/papers';
mkdirSync(folder, { recursive: true });
const { drawPaper } = await loadDrawing();
const templates = new LetterTemplates('templates/papers');
for (const [kind, view] of Object.entries(samplePapers)) {
  const { word, digits, title, form } = kindOf(kind);
  const fixed = { certificate: sampleFrame.number, contract: samplePapers.contract.contractNumber };
  const number = fixed[kind] ?? `商${word}〔2026〕第${'1'.padStart(digits, '0')}号`;
  const bytes = drawPaper({ kind, title, form, view, frame: { ...sampleFrame, number } }, templates);
  writeFileSync(`${folder}/${kind}.pdf`, bytes);
  process.stdout.write(`${folder}/${kind}.pdf ${Math.ceil(bytes.length / 1024)} KB\n`);
}
