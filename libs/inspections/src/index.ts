export { conclusions, farmlandFindings, Inspection } from './inspection.entity.js';
export { confirmationMethods, sides } from './inspection-parts.entities.js';
export { InspectionsModule } from './inspections.module.js';
export { InspectionsService } from './inspections.service.js';
export type { SurveyFacts } from './survey-report.js';
