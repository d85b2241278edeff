import { type Upload, UploadField } from '#platform';

/** A file of the register. */
export class ImportInput {
  @UploadField('登记簿文件', {
    ...{ accept: '.csv,.xlsx,.json,.geojson', refusal: '请选文件（CSV、Excel 或 GeoJSON）' },
    hint: 'CSV（UTF-8 或 GBK）、Excel（.xlsx）；地块图形用 GeoJSON，属性里有 DKBM',
  })
  file: Upload;
}
