import { DayField, type Received, ScanField } from '#platform';

/** The contract as both sides signed it. */
export class SignedContractInput {
  @DayField('哪天签的', { bound: 'past' }) signedOn: string;
  @ScanField('签好的合同', { most: 20, hint: '照片或 PDF，每一页都要', refusal: '传签好的合同' }) scans: Received[];
}
