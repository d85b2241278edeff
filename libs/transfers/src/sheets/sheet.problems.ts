import type { FieldError } from '#kernel';

/** What is wrong with what a sheet is asked for. */
export const sheetFaults = {
  householdId: (): FieldError => ({ pointer: '#/householdId', detail: '从这一件的转出方里选一户' }),
  validTo: (): FieldError => ({ pointer: '#/validTo', detail: '委托到哪天：不能早于今天' }),
  validUntil: (): FieldError => ({ pointer: '#/validUntil', detail: '有效期从今天起，最晚到流转开始的前一天' }),
};
