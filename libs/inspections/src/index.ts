export type { Draw } from './draws/draw.entity.js';
export { type DrawSubject, DrawSubjects } from './draws/draw-subjects.js';
export { Draws } from './draws/draws.service.js';
export { Inspection } from './inspection.entity.js';
export { conclusions, confirmationMethods, farmlandFindings, sides } from './inspection.words.js';
export { InspectionsModule } from './inspections.module.js';
export { InspectionsService } from './inspections.service.js';
export { farmlandDiffers, type SurveyFacts } from './survey-report.js';
