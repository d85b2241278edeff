export { PapersModule } from './papers.module.js';
export { PapersService } from './papers.service.js';
export { Printer } from './printer.js';
export { PrintsService } from './prints.service.js';
export { Numbers } from './numbers.service.js';
export { Paper } from './paper.entity.js';
export {
  type CaseEndKind,
  caseLetters,
  type PaperKind,
  paperKinds,
  paperTitles,
  type PaperViews,
} from './paper-kinds.js';
export { loadDrawing } from './load-drawing.js';
export { LetterTemplates } from './letters/letter-templates.js';
export type { ParcelRow } from './views/parcel.view.js';
export type { Sketch } from './drawing/map-sketch.js';
export type { CertificateView } from './views/certificate.view.js';
export type { CertificateActView } from './views/closing.view.js';
export type { ContractView } from './views/contract.view.js';
export type { AgreedView, DealView, LandView, DeskView } from './views/deal.view.js';
export type { NoticePeriodView, PriorityAnswerView } from './views/notice.view.js';
export { sampleCertificate, sampleFrame } from './samples/certificate.sample.js';
export { samplePapers } from './samples/letters.sample.js';
