export { type CountyFile, CountyService } from './county.service.js';
export { textOfCsv } from './division-file.js';
export { OfficesModule } from './offices.module.js';
export { OfficesService } from './offices.service.js';
export { TrainingStaff } from './training-staff.service.js';
