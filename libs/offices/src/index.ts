export { type CountyFile, CountyService } from './county.service.js';
export { OfficesModule } from './offices.module.js';
export { OfficesService } from './offices.service.js';
export { TrainingStaff } from './training-staff.service.js';
