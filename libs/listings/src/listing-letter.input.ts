import { FindField, PickField, type Received, ScanField, TextField } from '#platform';
import { PowerOfAttorneyFormInput } from '#transfers';

/** A letter to an agent that members of a household signed for the lot: whose, whom it names, and who signed. */
export class OfferLetterInput extends PowerOfAttorneyFormInput {
  @PickField('哪些共有人签了字', { most: 60, refusal: '选签了委托书的共有人，一次最多 60 人' }) signers: string[];
  @FindField('受托的是单位的，找那个单位', 'body', { optional: true, hint: '例如村集体经济组织；受托的是人的不填' })
  agentBody?: string;
}

/** A letter to an agent, taken back. */
export class OfferLetterRevocationInput {
  @PickField('哪一份') powerOfAttorneyId: string;
  @TextField('为什么撤销', { length: [2, 200], hint: '照本人的话写' }) reason: string;
  @ScanField('签字、按手印的撤销书', { optional: true, hint: '本人没有来的，要传；照片或 PDF' }) file?: Received;
}
