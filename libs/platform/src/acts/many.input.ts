import { ChosenField } from '../fields/chosen-field.js';
import { TextField } from '../fields/fields.js';

/** The records that an act is done to, each as kind and id, and behind them the revision on which it was decided. */
export class ManyInput {
  @ChosenField('要办的', { revised: true, most: 50, refusal: '一次最多办 50 件' }) work: string[];
}

/** The same as the form of a list asks, which sends to whom work would go along with what was chosen. */
export class ChosenInput extends ManyInput {
  @TextField('交给谁', { optional: true, unasked: true, length: [0, 100] }) to?: string;
}
