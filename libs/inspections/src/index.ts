export { conclusions, farmlandFindings, Inspection } from './inspection.entity.js';
export { confirmationMethods, sides } from './inspection-parts.entities.js';
export { InspectionsModule } from './inspections.module.js';
export { InspectionsService } from './inspections.service.js';
export type { SurveyFacts } from './survey-report.js';
export { Inspections1761000012000 } from './migrations/1761000012000-inspections.js';
