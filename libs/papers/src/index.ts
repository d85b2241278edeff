export { drawCertificate } from './certificate.paper.js';
export type { CertificateView } from './views/certificate.view.js';
export type { PaperFrame } from './drawing/frame.js';
export type { ParcelRow } from './drawing/parcel-table.js';
export type { Sketch, SketchLine, SketchPlot } from './drawing/map-sketch.js';
export { missingCharacters } from './drawing/face.js';
export { capitalYuan, dayText, yuanText } from './drawing/words.js';
export { sampleCertificate, sampleFrame } from './samples/certificate.sample.js';
