export {
  type Conclusion,
  conclusions,
  type FarmlandFinding,
  farmlandFindings,
  Inspection,
} from './inspection.entity.js';
export {
  confirmationMethods,
  type InspectionNeighbour,
  type InspectionParcel,
  sides,
} from './inspection-parts.entities.js';
export { inspectionWorkflow } from './inspection.workflow.js';
export { InspectionsModule } from './inspections.module.js';
export { InspectionsService } from './inspections.service.js';
export type { Asked, Findings, Measured, SurveyFacts, SurveyPlan, SurveyReport } from './survey-report.js';
export { Inspections1761000012000 } from './migrations/1761000012000-inspections.js';
