import { PickField, type Upload, UploadField } from '#platform';

/** A village's offers, filled in. */
export class OfferWorkbookInput {
  @PickField('哪个村', { length: [12, 12], refusal: '选一个村' }) village: string;
  @UploadField('填好的挂牌表', {
    ...{ accept: '.xlsx,.csv', refusal: '请选文件（Excel 或 CSV）' },
    hint: '从下面下载本村的表，只填要挂牌的行；先试，什么都不会改',
  })
  file: Upload;
}
