import { ChoiceField, FindField, PickField } from '#platform';
import { LandInput, TermsInput, WhoInput } from '../transfer.input.js';
import { type DraftSide, draftSides } from './draft.words.js';

/** Begins an application. */
export class NewDraftInput {
  @ChoiceField('转出还是租入', draftSides, { refusal: '选转出还是租入' }) side: DraftSide;
}

/** The first part with whose land it is, by which the second step knows what parcels to offer. */
export class WhoStepInput extends WhoInput {
  @PickField('哪几户（按承包合同）', { most: 200, optional: true, length: [1, 36] }) contractIds: string[] = [];
  @PickField('哪个集体', { optional: true, length: [14, 14] }) issuer?: string;
}

/** A transferee whose licence the register knows; what it says need not be typed. */
export class KnownTransfereeInput {
  @FindField('登记过的单位（选上它，名称和代码就不用填）', 'body', {
    ...{ optional: true, length: [18, 18], hint: '写单位名称或者统一社会信用代码，按“找”再选' },
  })
  known?: string;
}

/** The steps that are written, each a part of the application kept as it was typed. */
export const parts = { who: WhoStepInput, land: LandInput, terms: TermsInput } as const;
export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as PartName[];
