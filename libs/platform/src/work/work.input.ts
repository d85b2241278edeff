import { ChosenField } from '../fields/chosen-field.js';
import { KeyField } from '../fields/fields.js';

/** Pieces of work, each as kind and id. */
export class WorkInput {
  @ChosenField('要办的', { most: 100, refusal: '一次最多 100 件' }) work: string[];
}

/** Pieces of work, and to whom they go; to nobody: they are put back. */
export class HandoverInput extends WorkInput {
  @KeyField('交给谁', { optional: true, refusal: '选一个人' }) to?: string;
}
