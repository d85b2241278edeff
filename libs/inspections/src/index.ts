export { Inspection } from './inspection.entity.js';
export { conclusions, confirmationMethods, farmlandFindings, sides } from './inspection.words.js';
export { InspectionsModule } from './inspections.module.js';
export { InspectionsService } from './inspections.service.js';
export { farmlandDiffers, type SurveyFacts } from './survey-report.js';
