// Prints every kind of paper with made-up people into var/papers/, to look at after words were changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { drawPaper, LetterTemplates, paperKinds } from '#papers';
import { sampleFrame } from '../dist/libs/papers/src/samples/certificate.sample.js';
import { samples } from '../dist/libs/papers/src/samples/letters.sample.js';

const folder = 'var/papers';
mkdirSync(folder, { recursive: true });
const templates = new LetterTemplates('templates/papers');
for (const [kind, view] of Object.entries(samples)) {
  const { word, digits } = paperKinds[kind];
  const number = kind === 'certificate' ? sampleFrame.number : `商${word}〔2026〕第${'1'.padStart(digits, '0')}号`;
  const bytes = drawPaper(kind, view, { ...sampleFrame, number }, templates);
  writeFileSync(`${folder}/${kind}.pdf`, bytes);
  process.stdout.write(`${folder}/${kind}.pdf ${Math.ceil(bytes.length / 1024)} KB\n`);
}
