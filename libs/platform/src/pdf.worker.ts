import { answerJobs } from './aside.js';
import { findInPdf } from './pdf-structure.js';

answerJobs((content: Uint8Array) => ({
  found: findInPdf(Buffer.from(content.buffer, content.byteOffset, content.length)),
}));
